import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The four faces of the family. */
export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic';

const files: Readonly<Record<Face, string>> = {
  regular: 'Tinos-Regular.ttf',
  bold: 'Tinos-Bold.ttf',
  italic: 'Tinos-Italic.ttf',
  boldItalic: 'Tinos-BoldItalic.ttf',
};

export const faces = Object.keys(files) as readonly Face[];

/** The font files below the library's `assets`. They come along, so that a page does not depend on the machine. */
export const readFaces = (assets: string): Readonly<Record<Face, Buffer>> =>
  Object.fromEntries(
    Object.entries(files).map(([face, file]) => [face, readFileSync(join(assets, 'tinos', file))]),
  ) as Record<Face, Buffer>;
