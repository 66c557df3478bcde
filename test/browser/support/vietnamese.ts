import type { Page } from 'playwright-core';

/** What stands on pages and is no Vietnamese: names of formats and of the product, keys, signs of documents, and words that everybody says so. */
const ALLOWED = new Set(
  'api pdf docx xlsx csv json zip vi en vd email mail ok ctrl alt esc web vinh telex vni kb mb sms url id svg html iso utc stt excel outlook google safari linux chrome javascript ttr'.split(
    ' ',
  ),
);

/** The sounds with which a syllable begins. */
const INITIAL = '(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnpqrstvx])?';

/** What follows, as far as it is written without a mark. */
const RIME =
  '(?:oong|oan[gh]?|oac|oach|oai|oam|oao|oap|oat|oay|oe[ont]?|oa|uynh|uych|uyt|uya|uyu|uy|ua|ui|u[cmnpt]?|ung|ia|iu|i[mnpt]?|inh|ich|a[ciomnptuy]?|ang|anh|ach|eo|eng|e[cmnpt]?|ong|oi|o[cmnpt]?|y)';

const SYLLABLE = new RegExp(`^${INITIAL}${RIME}$`);

/** English that is spelled as a Vietnamese syllable could be. */
const ENGLISH = new Set(
  'the and are not this that then than can on by to at no me he be it is of or us we him has had'.split(' '),
);

/** `camelCase`, `snake_case`, `kebab-case` of more than two parts, ids of accounts and positions, whole UUIDs. */
const CODES = /\b(?:[a-z]+[A-Z]\w*|[a-z]+_[a-z_]+|(?:acc|pos)-[\w-]+|[0-9a-f]{8}-[0-9a-f]{4}-[\w-]+)\b/;

/** The words of a page as a reader sees them, a text node each; what is in another language or meant for machines is left out. */
const textsOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(`(() => {
    const texts = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest('script, style, noscript, pre, kbd, [lang=en], .vd-mono, [data-verbatim]')) continue;
      if (node.data.trim() !== '') texts.push(node.data.trim());
    }
    return texts;
  })()`);

/** What of a text is neither Vietnamese nor allowed to be otherwise. */
export function strangersIn(text: string): readonly string[] {
  const code = CODES.exec(text)?.[0];
  const words = (code === undefined ? text : text.replace(code, ' '))
    .normalize('NFC')
    .split(/[^\p{L}]+/u)
    .filter((word) => /^[A-Za-z]{2,}$/.test(word) && word !== word.toUpperCase())
    .map((word) => word.toLowerCase());
  const strange = words.filter((word) => !ALLOWED.has(word) && (!SYLLABLE.test(word) || ENGLISH.has(word)));
  return code === undefined ? strange : [code, ...strange];
}

/** English and codes that were left on a Vietnamese page, each with the text in which it stands. */
export async function leftOn(page: Page): Promise<readonly string[]> {
  const found = (await textsOf(page)).flatMap((text) => {
    const strangers = strangersIn(text);
    return strangers.length === 0 ? [] : [`${strangers.join(', ')}: ${text.slice(0, 80)}`];
  });
  return [...new Set(found)];
}
