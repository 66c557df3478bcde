/** What a letter says in one language, piece by piece. */
export type Block =
  | { readonly paragraph: string }
  | { readonly heading: string; readonly list: readonly string[] }
  | { readonly label: string; readonly url: string };

export interface Page {
  readonly language: 'vi' | 'en';
  readonly blocks: readonly Block[];
}

/** Both pages as plain text, the second below the first. */
export const textOf = (pages: readonly Page[]): string =>
  pages.map(({ blocks }) => blocks.map(plain).join('\n\n')).join('\n\n---\n\n');

function plain(block: Block): string {
  if ('paragraph' in block) return block.paragraph;
  if ('url' in block) return `${block.label}: ${block.url}`;
  return [block.heading, ...block.list.map((line) => `- ${line}`)].join('\n');
}

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

function markup(block: Block): string {
  if ('paragraph' in block) return `<p>${escape(block.paragraph)}</p>`;
  if ('url' in block) return `<p><a href="${escape(block.url)}">${escape(block.label)}</a></p>`;
  const lines = block.list.map((line) => `<li>${escape(line)}</li>`).join('');
  return `<h2 style="font-size:1em;margin:1em 0 0.3em">${escape(block.heading)}</h2><ul style="padding-left:1.2em">${lines}</ul>`;
}

/** No images, no colours of our own: readable in the dark, on paper and with a screen reader, in 600 px and less. */
export function htmlOf(pages: readonly Page[]): string {
  const [first] = pages;
  const body = pages
    .map(({ language, blocks }) => `<div lang="${language}">${blocks.map(markup).join('')}</div>`)
    .join('<hr>');
  return (
    `<!doctype html><html lang="${first?.language ?? 'vi'}"><head><meta charset="utf-8">` +
    '<meta name="color-scheme" content="light dark"><meta name="viewport" content="width=device-width">' +
    '</head><body style="margin:0 auto;padding:0 1em;max-width:600px;font-family:sans-serif;line-height:1.5;' +
    `overflow-wrap:anywhere">${body}</body></html>`
  );
}
