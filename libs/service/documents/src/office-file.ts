import type { FileHandle } from 'node:fs/promises';

/** Sizes and marks of ZIP, from the end of the file: APPNOTE 6.3.10, 4.3.12 and 4.3.16. */
const END = { mark: 0x06054b50, bytes: 22, longestComment: 65_535 };
const ENTRY = { mark: 0x02014b50, bytes: 46 };
/** A directory of 2,000 pictures has 200 kB; a larger one is no letter. */
const DIRECTORY_AT_MOST = 4 * 1_048_576;

/**
 * Word document or Excel sheet, by the parts that the archive's directory names; nothing is unpacked, so nothing can burst.
 * `undefined` for any other archive, and for one that carries macros, whatever its name said.
 */
export async function officeKindOf(file: FileHandle, size: number): Promise<'docx' | 'xlsx' | undefined> {
  const names = await partNames(file, size);
  if (!names?.includes('[content_types].xml') || names.some((name) => name.endsWith('vbaproject.bin')))
    return undefined;
  // Word on the web writes document2.xml.
  const word = names.some((name) => /^word\/document\d*\.xml$/.test(name));
  const sheet = names.some((name) => /^xl\/workbook\d*\.xml$/.test(name));
  if (word === sheet) return undefined;
  return word ? 'docx' : 'xlsx';
}

/** The names in the directory, in lower case (they are compared without case: ECMA-376 part 2, 6.2.2). */
async function partNames(file: FileHandle, size: number): Promise<readonly string[] | undefined> {
  const tail = await readAt(file, Math.max(0, size - END.bytes - END.longestComment), size);
  const end = endOfDirectory(tail);
  if (end === undefined) return undefined;
  const length = tail.readUInt32LE(end + 12);
  const from = tail.readUInt32LE(end + 16);
  if (length > DIRECTORY_AT_MOST || from + length > size) return undefined;
  const directory = await readAt(file, from, from + length);
  const names: string[] = [];
  for (let at = 0; at < directory.length;) {
    if (at + ENTRY.bytes > directory.length || directory.readUInt32LE(at) !== ENTRY.mark) return undefined;
    const name = directory.readUInt16LE(at + 28);
    names.push(directory.toString('utf8', at + ENTRY.bytes, at + ENTRY.bytes + name).toLowerCase());
    at += ENTRY.bytes + name + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return names;
}

/** Where the end record begins: the last one whose comment reaches just to the end of the file. */
function endOfDirectory(tail: Buffer): number | undefined {
  for (let at = tail.length - END.bytes; at >= 0; at--) {
    const here = tail.readUInt32LE(at) === END.mark;
    if (here && at + END.bytes + tail.readUInt16LE(at + 20) === tail.length) return at;
  }
  return undefined;
}

async function readAt(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
  return buffer.subarray(0, bytesRead);
}
