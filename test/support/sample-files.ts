import { randomBytes } from 'node:crypto';

const pdfHead = Buffer.from('%PDF-1.7\n');

/** A file that begins like a PDF and is like no other. */
export const pdf = (bytes = 2_000): Buffer<ArrayBuffer> =>
  Buffer.concat([pdfHead, randomBytes(bytes - pdfHead.length)]);

export const png = (): Buffer<ArrayBuffer> =>
  Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(500)]);

export const jpeg = (): Buffer<ArrayBuffer> => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(500)]);

/** A Word document, as far as its parts tell. */
export const docx = (...more: readonly string[]): Buffer<ArrayBuffer> =>
  archive('[Content_Types].xml', '_rels/.rels', 'word/document.xml', ...more);

export const xlsx = (): Buffer<ArrayBuffer> =>
  archive('[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml');

/** A ZIP archive with these entries, stored as they are. */
export function archive(...names: readonly string[]): Buffer<ArrayBuffer> {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const text of names) {
    const name = Buffer.from(text);
    const content = randomBytes(64);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(content.length, 18);
    local.writeUInt32LE(content.length, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, name, content);
    directory.push(entry, name);
    offset += local.length + name.length + content.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, entries, end]);
}
