import Pdf from 'pdfkit';
import { paperAssets } from '../papers.module.js';
import { faces, readFaces } from './faces.js';

const vowels = Array.from('AĂÂEÊIOÔƠUƯYaăâeêioôơuưy');
const plain = Array.from('BCDĐGHKLMNPQRSTVXbcdđghklmnpqrstvxfFjJwWzZ0123456789');
const tones = ['\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];
const toned = vowels.flatMap((letter) => tones.map((tone) => (letter + tone).normalize('NFC')));
const composed = [...plain, ...vowels, ...toned];
const marks = '.,;:!?()[]/-–—“”‘’…%×≥≤½№₫+=&@\u00a0';

interface Font {
  readonly _font: { readonly font: { hasGlyphForCodePoint(point: number): boolean } };
}

describe('The fonts of papers', () => {
  it('are about every Vietnamese letter: 134 with marks, in both cases', () => {
    expect(composed.filter((letter) => letter.normalize('NFD') !== letter || 'đĐ'.includes(letter))).toHaveLength(134);
  });

  it.each(faces)('have a glyph for each letter and mark: %s', (face) => {
    const document = new Pdf({ autoFirstPage: false }).font(readFaces(paperAssets)[face]) as unknown as Font;
    const missing = [...composed, ...Array.from(marks)].filter(
      (letter) => !document._font.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
    );
    expect(missing).toEqual([]);
  });
});
