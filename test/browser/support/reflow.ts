import type { Page } from 'playwright-core';

/** A phone of the narrowest kind, and an office's screen of 1280 × 1024 at 400 %: both leave 320 pixels (WCAG 2.2, 1.4.10). */
const NARROW = { width: 320, height: 256 };

/** Elements that reach out of the page, widest first; regions that scroll by themselves may hold what is wider. */
const TOO_WIDE = `(() => {
  const room = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= room) return [];
  const scrolls = (el) => el && el !== document.body && (/auto|scroll|hidden|clip/.test(getComputedStyle(el).overflowX) || scrolls(el.parentElement));
  return [...document.body.querySelectorAll('*')]
    .filter((el) => el.getBoundingClientRect().right > room + 1 && !scrolls(el.parentElement))
    .map((el) => el.tagName + '.' + el.className + ' ' + Math.round(el.getBoundingClientRect().right))
    .slice(0, 3)
    .concat('wider than the page');
})()`;

/** What a reader may set for himself (WCAG 2.2, 1.4.12), and lines as high as the marks over and under our letters need. */
const SPACING =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** Elements with words of their own that are cut off, since neither they nor what is around them grows or scrolls. */
const CUT_OFF = `(() => {
  const out = [];
  for (const el of document.body.querySelectorAll('*')) {
    const own = [...el.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (!own || el.closest('.vd-hidden, option, select')) continue;
    const style = getComputedStyle(el);
    const cut = (how, inner, outer) => /hidden|clip/.test(how) && inner > outer + 1;
    if (cut(style.overflowY, el.scrollHeight, el.clientHeight) || (style.textOverflow !== 'ellipsis' && cut(style.overflowX, el.scrollWidth, el.clientWidth)))
      out.push(el.tagName + '.' + el.className + ' ' + el.textContent.trim().slice(0, 40));
  }
  return out.slice(0, 5);
})()`;

/** What does not fit on a page of 320 pixels. The page is left as wide as it was. */
export async function tooWide(page: Page): Promise<readonly string[]> {
  const usual = page.viewportSize();
  await page.setViewportSize(NARROW);
  const found: readonly string[] = await page.evaluate(TOO_WIDE);
  if (usual) await page.setViewportSize(usual);
  return found;
}

/** Words that are cut off when a reader spaces them out. The page is left as it was. */
export async function cutOff(page: Page): Promise<readonly string[]> {
  // A sheet made by script is the one way that the content policy leaves to whoever looks at the page from outside.
  await page.evaluate(`document.adoptedStyleSheets = [Object.assign(new CSSStyleSheet())];
    document.adoptedStyleSheets[0].replaceSync(${JSON.stringify(SPACING)})`);
  const found: readonly string[] = await page.evaluate(CUT_OFF);
  await page.evaluate('document.adoptedStyleSheets = []');
  return found;
}
