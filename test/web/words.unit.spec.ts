import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { personRoles, roleNames } from '#libs/domain/kernel';

const SOURCES = join(process.cwd(), 'apps', 'web', 'src');
const LANGUAGES = ['vi', 'en'] as const;

type Words = { readonly [key: string]: string | Words };

const read = (language: string, namespace: string): Words =>
  JSON.parse(readFileSync(join(SOURCES, 'words', language, `${namespace}.json`), 'utf8')) as Words;

/** Every word by its whole key. */
const flat = (words: Words, before = ''): (readonly [key: string, text: string])[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${before}${key}`, value] as const] : flat(value, `${before}${key}.`),
  );

/** English has two forms where Vietnamese has one. */
const withoutForm = (key: string): string => key.replace(/_(one|other)$/, '');
const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

const namespaces = readdirSync(join(SOURCES, 'words', 'vi')).map((file) => file.replace('.json', ''));

const sources = readdirSync(SOURCES, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('generated'))
  .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }));

describe('the words of the web app (L1)', () => {
  it('both languages have the same namespaces', () => {
    expect(readdirSync(join(SOURCES, 'words', 'en')).sort()).toEqual(readdirSync(join(SOURCES, 'words', 'vi')).sort());
  });

  it.each(LANGUAGES)('roles are called as refusals call them: %s', (language) => {
    expect(read(language, 'shell')['roles']).toEqual(
      Object.fromEntries(personRoles.map((role) => [role, roleNames[role][language]])),
    );
  });

  it.each(namespaces)('%s says the same in both languages, and nothing is empty', (namespace) => {
    const [vi, en] = LANGUAGES.map((language) => flat(read(language, namespace)));
    const keys = (words: typeof vi) => [...new Set(words?.map(([key]) => withoutForm(key)))].sort();
    expect(keys(en)).toEqual(keys(vi));
    expect([...(vi ?? []), ...(en ?? [])].filter(([, text]) => text.trim() === '')).toEqual([]);
    const english = new Map(en);
    const differing = (vi ?? []).filter(([key, text]) => {
      const other = english.get(key) ?? english.get(`${withoutForm(key)}_other`) ?? english.get(withoutForm(key)) ?? '';
      return placeholders(other).join() !== placeholders(text).join();
    });
    expect(differing).toEqual([]);
  });

  it('a Vietnamese plural has one form and an English one two', () => {
    const of = (language: string) =>
      namespaces.flatMap((namespace) => flat(read(language, namespace)).map(([key]) => `${namespace}:${key}`));
    expect(of('vi').filter((key) => key.endsWith('_one'))).toEqual([]);
    const english = new Set(of('en'));
    expect([...english].filter((key) => key.endsWith('_one') && !english.has(key.replace(/_one$/, '_other')))).toEqual(
      [],
    );
  });

  it('Vietnamese is composed (NFC), and no word of it was left in English', () => {
    const words = namespaces.flatMap((namespace) => flat(read('vi', namespace)));
    expect(words.filter(([, text]) => text !== text.normalize('NFC'))).toEqual([]);
    const left = /\b(the|and|of|is|are|your|please|error|loading|submit|cancel|dossier)\b/i;
    expect(words.filter(([, text]) => left.test(text.replaceAll(/\{\{\w+\}\}/g, '')))).toEqual([]);
  });

  it('every key that a page asks for is there', () => {
    const missing = sources.flatMap(({ name, text }) => {
      const own = /useTranslation\(\[?'([\w-]+)'/.exec(text)?.[1] ?? 'shell';
      if (!text.includes('useTranslation(')) return [];
      return [...text.matchAll(/\bt\('(?:([\w-]+):)?([a-zA-Z][\w.]*)'/g)].flatMap(([, namespace = own, key = '']) => {
        const known = new Set(flat(read('vi', namespace)).map(([each]) => withoutForm(each)));
        return known.has(key) ? [] : [`${name}: ${namespace}:${key}`];
      });
    });
    expect(missing).toEqual([]);
  });
});
