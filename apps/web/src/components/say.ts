import { legalSourceText } from '#libs/domain/citation';
import type { Bilingual, Language } from '#libs/domain/kernel';
import { useTranslation } from 'react-i18next';

/** The language of the page; anything but English is Vietnamese. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language.startsWith('en') ? 'en' : 'vi';
}

/** Picks the page's language out of a text that the server gave in both. */
export function useSay(): (text: Bilingual) => string {
  const language = useLanguage();
  return (text) => text[language];
}

/** Cites where something stands, in the page's language: `NĐ 98/2023, Điều 30 khoản 7`. */
export function useCite(): (source: string) => string {
  const language = useLanguage();
  return (source) => legalSourceText(source, language);
}

/** By which rule the server says something, and where that stands: `R27: NĐ 98/2023, Điều 30 khoản 7`. */
export function useGround(): (told: {
  readonly rule?: string | undefined;
  readonly source?: string | undefined;
}) => string | undefined {
  const cite = useCite();
  return ({ rule, source }) =>
    [rule, source === undefined ? undefined : cite(source)].filter(Boolean).join(': ') || undefined;
}
