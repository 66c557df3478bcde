import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';

/** Vietnamese first: it is what counts, and what is shown where nobody chose. */
export const languages = ['vi', 'en'] as const;
export type WordsLanguage = (typeof languages)[number];

const KEPT = 'vinhdanh:language';

/** Every namespace of words in both languages, each loaded when a page asks for it. */
const files = import.meta.glob<Record<string, unknown>>('./{vi,en}/*.json', { import: 'default' });

const fromFiles: BackendModule = {
  type: 'backend',
  init: () => {},
  // With two parameters: i18next then waits for what it answers.
  read: (language: string, namespace: string) => readWords(language, namespace),
};

async function readWords(language: string, namespace: string): Promise<Record<string, string>> {
  const load = files[`./${language}/${namespace}.json`];
  if (!load) throw new Error(`There are no words ${language}/${namespace}.`);
  return (await load()) as Record<string, string>;
}

/** Resolves when the words of the frame are there; those of a page come with the page. */
export async function startWords(): Promise<void> {
  const kept = localStorage.getItem(KEPT);
  await i18next
    .use(fromFiles)
    .use(initReactI18next)
    .init({
      lng: isLanguage(kept) ? kept : 'vi',
      supportedLngs: [...languages],
      // What lacks a word in English says it in Vietnamese; a test sees to it that none does.
      fallbackLng: 'vi',
      ns: ['shell', 'states'],
      defaultNS: 'shell',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  sayLanguage(i18next.language);
  i18next.on('languageChanged', sayLanguage);
}

/** What is shown from now on; kept in this browser, for the page on which nobody is signed in yet. */
export async function speak(language: WordsLanguage): Promise<void> {
  if (i18next.language === language) return;
  localStorage.setItem(KEPT, language);
  await i18next.changeLanguage(language);
}

/** Loads the words of a page before it is shown. */
export const loadWords = (...namespaces: string[]): Promise<void> => i18next.loadNamespaces(namespaces);

export const spoken = (): WordsLanguage => (isLanguage(i18next.language) ? i18next.language : 'vi');

const isLanguage = (text: string | null): text is WordsLanguage => languages.some((each) => each === text);

function sayLanguage(language: string): void {
  document.documentElement.lang = language;
}
