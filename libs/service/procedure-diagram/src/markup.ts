/** Attributes of an element; what is absent is left out. */
type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Text as it may stand in XML: nothing that a procedure says becomes an element, an attribute or an instruction. */
export const escaped = (text: string): string =>
  text
    // What XML 1.0 cannot hold at all.
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** One element. Content is markup already; text goes through `escaped` first. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const said = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? rounded(value) : (value ?? ''))}"`)
    .join('');
  return content.length === 0 ? `<${name}${said}/>` : `<${name}${said}>${content.join('')}</${name}>`;
}

/** A line of text. */
export const textLine = (text: string, attributes: Attributes): string => element('text', attributes, escaped(text));

const rounded = (value: number): string => String(Math.round(value * 10) / 10);
