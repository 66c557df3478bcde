import { readsAsVietnamese } from './vietnamese-word.js';

/** Ways in which Vietnamese was written before Unicode, or was spoilt on the way to it. */
export type LegacyEncoding = 'TCVN3 (ABC)' | 'VNI-Windows' | 'Windows-1258' | 'Windows-1252' | 'UTF-8 → Windows-1252';

const windows1252 = new TextDecoder('windows-1252');

/** Character → byte of Windows-1252, the code page in which legacy text is usually misread. */
const BYTE_OF = new Map(Array.from({ length: 256 }, (_, byte) => [windows1252.decode(Uint8Array.of(byte)), byte]));

/** The letters of TCVN3 (TCVN 5712:1993, VN3) from 0xA1 on; a blank stands where it has none. */
const TCVN3 = new Map(
  Array.from(
    'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ',
    (letter, index) => [index + 0xa1, letter] as const,
  ).filter(([, letter]) => letter !== ' '),
);

/** Marks that VNI writes behind a vowel, as Windows-1252 shows them → as Unicode combines them. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ù: '\u0301', ø: '\u0300', û: '\u0309', õ: '\u0303', ï: '\u0323',
  â: '\u0302', á: '\u0302\u0301', à: '\u0302\u0300', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323',
  ê: '\u0306', é: '\u0306\u0301', è: '\u0306\u0300', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323',
}; // prettier-ignore

/** Letters that VNI writes as one character. */
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ñ: 'đ', ô: 'ơ', ö: 'ư', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ',
}; // prettier-ignore

function fromTcvn3(text: string): string | undefined {
  let read = '';
  for (const character of text) {
    const byte = BYTE_OF.get(character);
    const letter = byte === undefined ? undefined : byte < 0x80 ? character : TCVN3.get(byte);
    if (letter === undefined) return undefined;
    read += letter;
  }
  return read;
}

function fromVni(text: string): string | undefined {
  let read = '';
  for (const character of text.toLowerCase()) {
    const byte = BYTE_OF.get(character);
    if (byte === undefined) return undefined;
    const mark = /[aeouyăâêôơư]$/.test(read) ? VNI_MARKS[character] : undefined;
    const letter = mark ?? VNI_LETTERS[character] ?? (byte < 0x80 ? character : undefined);
    if (letter === undefined) return undefined;
    read += letter;
  }
  return read.normalize('NFC');
}

/** UTF-8 that was read as Windows-1252 and saved again: `Nguyá»…n`. */
function fromTwiceEncoded(text: string): string | undefined {
  const bytes = Array.from(text, (character) => BYTE_OF.get(character));
  if (bytes.includes(undefined)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[]));
  } catch {
    return undefined;
  }
}

const READINGS = [
  ['TCVN3 (ABC)', fromTcvn3],
  ['VNI-Windows', fromVni],
  ['UTF-8 → Windows-1252', fromTwiceEncoded],
] as const;

/** Words, also where a legacy letter looks like a sign (`V¨n`, `TrÇn`). */
const WORD = /[^\s,;"()./\d\\-]+/gu;
const isAscii = (word: string) => /^[\x00-\x7f]*$/.test(word); // oxlint-disable-line no-control-regex

/** `tÕ` for `tế`: a syllable by chance, but nobody writes it so. */
const CAPITAL_INSIDE = /\p{Ll}\p{Lu}/u;

/** Words of a text that are no Vietnamese as they stand, but are when read in a legacy encoding. */
export function legacyWords(text: string): { readonly word: string; readonly encoding: LegacyEncoding }[] {
  return (text.match(WORD) ?? []).flatMap((word) => {
    if (isAscii(word) || (readsAsVietnamese(word) && !CAPITAL_INSIDE.test(word))) return [];
    const reading = READINGS.find(([, read]) => {
      const other = read(word);
      return other !== undefined && other !== word && readsAsVietnamese(other);
    });
    return reading ? [{ word, encoding: reading[0] }] : [];
  });
}

/** Signs that stand in no name: a word that holds one and reads well in a legacy encoding is beyond doubt. */
export const holdsLegacySign = (word: string) => /[^\p{L}\p{M}'’]|[ªµþÞ\u00ad]/u.test(word);

/**
 * In which single-byte code page bytes were written that are no UTF-8: the one in which most of their words read as
 * Vietnamese. Windows-1252 when none does, for that is what a Western computer writes.
 */
export function guessCodePage(bytes: Uint8Array): LegacyEncoding {
  const western = windows1252.decode(bytes);
  const words = (western.match(WORD) ?? []).filter((word) => !isAscii(word));
  const asBytes = (word: string) => Uint8Array.from(Array.from(word, (character) => BYTE_OF.get(character) ?? 0x3f));
  const windows1258 = new TextDecoder('windows-1258');
  const candidates: readonly (readonly [LegacyEncoding, (word: string) => string | undefined])[] = [
    ['Windows-1252', (word) => word],
    ['Windows-1258', (word) => windows1258.decode(asBytes(word)).normalize('NFC')],
    ['TCVN3 (ABC)', fromTcvn3],
    ['VNI-Windows', fromVni],
  ];
  let best: { encoding: LegacyEncoding; score: number } = { encoding: 'Windows-1252', score: 0 };
  for (const [encoding, read] of candidates) {
    const score = words.filter((word) => readsAsVietnamese(read(word) ?? '\0')).length;
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}
