import { inflateRawSync } from 'node:zlib';

/** Marks and sizes of ZIP: APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16. */
const END = { mark: 0x06054b50, bytes: 22, longestComment: 65_535 };
const ENTRY = { mark: 0x02014b50, bytes: 46 };
const LOCAL = { mark: 0x04034b50, bytes: 30 };
const DEFLATED = 8;
const MOST_ENTRIES = 2_000;

/** What an archive may become when it is unpacked: a list of 2,000 rows has a few MB. */
const UNPACKED_AT_MOST = 64 * 1_048_576;

export type WorkbookFault = 'XLSX_UNREADABLE' | 'XLSX_MACROS' | 'XLSX_UNPACKS_TOO_LARGE';

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly from: number;
}

/**
 * Looks an archive through before anybody reads it: whether it is a workbook at all, has no macros, and, unpacked part by part
 * under one budget, does not burst. `undefined` where nothing speaks against it.
 */
export function faultOfWorkbook(bytes: Uint8Array): WorkbookFault | undefined {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(archive);
  if (!entries?.some(({ name }) => /^xl\/workbook\d*\.xml$/.test(name))) return 'XLSX_UNREADABLE';
  if (entries.some(({ name }) => name.endsWith('vbaproject.bin'))) return 'XLSX_MACROS';
  let left = UNPACKED_AT_MOST;
  for (const { method, packed, from } of entries) {
    const start = dataFrom(archive, from);
    if (start === undefined || start + packed > archive.length) return 'XLSX_UNREADABLE';
    const size = method === DEFLATED ? unpackedSize(archive.subarray(start, start + packed), left) : packed;
    if (size === 'unreadable') return 'XLSX_UNREADABLE';
    left -= size;
    if (left < 0) return 'XLSX_UNPACKS_TOO_LARGE';
  }
  return undefined;
}

/** How large a part becomes; more than `left` is said as one byte too many, without unpacking the rest. */
function unpackedSize(packed: Buffer, left: number): number | 'unreadable' {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, left + 1) }).length;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? left + 1 : 'unreadable';
  }
}

/** The directory's entries, names in lower case; `undefined` where there is none that can be read. */
function entriesOf(archive: Buffer): readonly Entry[] | undefined {
  const end = endOfDirectory(archive);
  if (end === undefined) return undefined;
  const count = archive.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  if (count > MOST_ENTRIES) return undefined;
  for (let index = 0; index < count; index++) {
    if (at + ENTRY.bytes > archive.length || archive.readUInt32LE(at) !== ENTRY.mark) return undefined;
    const name = archive.readUInt16LE(at + 28);
    entries.push({
      name: archive.toString('utf8', at + ENTRY.bytes, at + ENTRY.bytes + name).toLowerCase(),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      from: archive.readUInt32LE(at + 42),
    });
    at += ENTRY.bytes + name + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function endOfDirectory(archive: Buffer): number | undefined {
  const lowest = Math.max(0, archive.length - END.bytes - END.longestComment);
  for (let at = archive.length - END.bytes; at >= lowest; at--) {
    if (archive.readUInt32LE(at) === END.mark) return at;
  }
  return undefined;
}

/** Where the bytes of a part begin, behind its own head. */
function dataFrom(archive: Buffer, from: number): number | undefined {
  if (from + LOCAL.bytes > archive.length || archive.readUInt32LE(from) !== LOCAL.mark) return undefined;
  return from + LOCAL.bytes + archive.readUInt16LE(from + 26) + archive.readUInt16LE(from + 28);
}
