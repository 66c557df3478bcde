import type { Bilingual } from '#libs/domain/kernel';

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** A page that works without scripts and without signing in: what the link does, and a button that does it. */
export function unsubscribePage(sentences: readonly Bilingual[], button?: Bilingual): string {
  const words = (language: 'vi' | 'en') => sentences.map((each) => `<p>${escape(each[language])}</p>`).join('');
  const form = button
    ? '<form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">' +
      `<button type="submit">${escape(button.vi)} · ${escape(button.en)}</button></form>`
    : '';
  return (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Vinh Danh</title>' +
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">' +
    '<meta name="referrer" content="no-referrer"></head>' +
    '<body style="margin:2em auto;padding:0 1em;max-width:600px;font-family:sans-serif;line-height:1.5">' +
    `${words('vi')}<div lang="en">${words('en')}</div>${form}</body></html>`
  );
}
