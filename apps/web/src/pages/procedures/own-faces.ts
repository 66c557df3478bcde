/** The faces in which the page is set. */
const FAMILIES = new Set(['VD Digits', 'Be Vietnam Pro']);
const WEIGHTS = new Set(['400', '600']);
const ADDRESS = /url\("?([^")]+)"?\)/;

/**
 * The rules of the page's own faces, with the faces in them: a picture reads nothing from outside. One that cannot be read is left
 * out, and the picture is set in what the machine has.
 */
export async function ownFaces(): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => (isOwn(rule) ? [{ css: rule.cssText, base: sheet.href }] : [])),
  );
  const whole = await Promise.all(
    rules.map(async ({ css, base }) => {
      const data = await faceAt(new URL(ADDRESS.exec(css)?.[1] ?? '', base ?? document.baseURI));
      return data === undefined ? '' : css.replace(ADDRESS, `url("${data}")`);
    }),
  );
  return whole.join('\n');
}

function isOwn(rule: CSSRule): boolean {
  if (!(rule instanceof CSSFontFaceRule)) return false;
  const family = rule.style.getPropertyValue('font-family').replaceAll(/["']/g, '');
  return FAMILIES.has(family) && WEIGHTS.has(rule.style.getPropertyValue('font-weight'));
}

async function faceAt(address: URL): Promise<string | undefined> {
  const face = await fetch(address).catch(() => undefined);
  return face?.ok ? dataAddress(await face.blob()) : undefined;
}

const dataAddress = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') resolve(reader.result);
    });
    reader.addEventListener('error', () => reject(new Error('A face could not be read.')));
    reader.readAsDataURL(blob);
  });
