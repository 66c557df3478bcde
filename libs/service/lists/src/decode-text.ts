import { type Result, fail, ok } from '#libs/domain/kernel';
import { type LegacyEncoding, guessCodePage } from './legacy-letters.js';
import type { RowError } from './row-error.js';

/** More than 2,000 rows of six full cells take in UTF-8. */
const LARGEST_FILE_MIB = 8;

/** A larger file is no list of 2,000. */
export const LARGEST_LIST_BYTES = LARGEST_FILE_MIB * 1024 * 1024;

export const tooLargeError: RowError = {
  code: 'CSV_FILE_TOO_LARGE',
  line: 1,
  column: 1,
  params: { limit: `${LARGEST_FILE_MIB} MiB` },
};

/** Reads bytes as UTF-8, with or without a byte order mark; says which encoding it looks like when they are none. */
export function decodeText(bytes: Uint8Array): Result<string, RowError> {
  if (bytes.length > LARGEST_LIST_BYTES) return fail(tooLargeError);
  if (isUtf16(bytes)) return fail({ code: 'CSV_ENCODING_UTF16', line: 1, column: 1 });
  const wrong = firstWrongByte(bytes);
  return wrong === undefined ? ok(new TextDecoder().decode(bytes)) : fail(encodingError(bytes, wrong));
}

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  // Without a mark: about every other byte of a heading in Latin letters is zero.
  return bytes.subarray(0, 16).filter((byte) => byte === 0).length >= 6;
}

/** How many bytes a UTF-8 sequence has that begins with this one; 0 when none does. */
function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first < 0xc2) return 0;
  if (first < 0xe0) return 2;
  if (first < 0xf0) return 3;
  return first < 0xf5 ? 4 : 0;
}

/** Index of the first byte that begins no UTF-8 sequence; the decoder itself only says that there is one. */
function firstWrongByte(bytes: Uint8Array): number | undefined {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let at = 0; at < bytes.length;) {
    const length = sequenceLength(bytes[at]!);
    if (length === 0) return at;
    try {
      if (length > 1) strict.decode(bytes.subarray(at, at + length));
    } catch {
      return at;
    }
    at += length;
  }
  return undefined;
}

function encodingError(bytes: Uint8Array, at: number): RowError {
  const lines = new TextDecoder('latin1').decode(bytes.subarray(0, at)).split(/\r\n|\n|\r/);
  // The heading "cụm, khối" holds a comma, so a semicolon decides.
  const delimiter = lines[0]!.includes(';') ? ';' : ',';
  const encoding = guessCodePage(bytes);
  return {
    code: OWN_FONTS.has(encoding) ? 'CSV_ENCODING_LEGACY' : 'CSV_ENCODING_WINDOWS',
    line: lines.length,
    column: lines.at(-1)!.split(delimiter).length,
    params: { encoding, byte: `0x${bytes[at]!.toString(16).toUpperCase()}` },
  };
}

/** Made by fonts, not by code pages: saving as UTF-8 would only freeze the wrong letters. */
const OWN_FONTS: ReadonlySet<LegacyEncoding> = new Set(['TCVN3 (ABC)', 'VNI-Windows']);
