import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text where it stands on its page, in points from the bottom left; `y` is its base line. */
export interface Placed {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
}

export interface OpenedPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Placed[];
  /** All of it as it is read, with one space between words. */
  readonly text: string;
  /** Names of the structure's elements, in order, each as often as it is there. */
  readonly elements: readonly string[];
}

export interface OpenedPdf {
  readonly pages: readonly OpenedPage[];
  /** Of all pages. */
  readonly text: string;
  readonly language: string | null;
  readonly tagged: boolean;
  readonly title: string;
  /** The XMP packet as it lies in the file, readable for a program that knows no PDF. */
  readonly raw: string;
}

/** As the reader gives it. */
interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

interface Node {
  readonly role?: string;
  readonly children?: readonly Node[];
}

/** Opens a PDF with Mozilla’s reader, as another program would. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const raw = Buffer.from(bytes).toString('latin1');
  const task = getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  try {
    const pages: OpenedPage[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const content = await page.getTextContent();
      const items = content.items.filter((item) => 'str' in item) as readonly TextItem[];
      const pieces = items.filter(({ str }) => str.trim() !== '').map(placed);
      const text = items
        .map(({ str, hasEOL }) => str + (hasEOL ? ' ' : ''))
        .join('')
        .replace(/\s+/g, ' ');
      pages.push({ width, height, pieces, text, elements: rolesOf((await page.getStructTree()) as Node | null) });
    }
    const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string | null } };
    // A map, whatever its type says.
    const marked = (await document.getMarkInfo()) as unknown as ReadonlyMap<string, boolean> | null;
    return {
      pages,
      text: pages.map(({ text }) => text).join(' '),
      language: info.Language ?? null,
      tagged: marked?.get('Marked') === true,
      title: info.Title ?? '',
      raw,
    };
  } finally {
    await task.destroy();
  }
}

function placed({ str, transform, width, height }: TextItem): Placed {
  const [, , , , x = 0, y = 0] = transform;
  // A space at its end takes no room that anybody sees.
  const spaces = str.length - str.trimEnd().length;
  return { text: str, x, y, width: width - spaces * height * 0.25, size: height };
}

const rolesOf = (node: Node | null): readonly string[] =>
  node ? [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesOf)] : [];
