import type { FileHandle } from 'node:fs/promises';
import type { DossierFactOf } from '#libs/domain/dossier';
import { officeKindOf } from './office-file.js';

type Attached = DossierFactOf<'DocumentAttached'>['data'];

export type MediaType = NonNullable<Attached['mediaType']>;

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What there is to say about each type that is taken in. */
const known: Readonly<Record<MediaType, { readonly extension: string; readonly formats?: Attached['formats'] }>> = {
  'application/pdf': { extension: 'pdf', formats: ['pdf'] },
  [WORD]: { extension: 'docx', formats: ['docx'] },
  [SHEET]: { extension: 'xlsx' },
  'image/png': { extension: 'png' },
  'image/jpeg': { extension: 'jpg' },
};

/** For people: PDF, DOCX, … */
export const allowedTypes: readonly string[] = Object.values(known).map(({ extension }) => extension.toUpperCase());

export const extensionOf = (mediaType: MediaType): string => known[mediaType].extension;

/** The formats of R6 that a file fills; none for an image or a sheet. */
export const formatsOf = (mediaType: MediaType): Attached['formats'] => known[mediaType].formats;

/** As many bytes as tell whether it can be anything that is taken in. */
export const HEAD_BYTES = 8;

const heads: readonly (readonly [type: MediaType | 'zip', head: Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-')],
  ['image/png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['zip', Buffer.from('PK\x03\x04', 'latin1')],
];

/**
 * What the first bytes say. A PDF has to begin with its head: readers forgive bytes before it, but a file that is a PDF to one
 * program and something else to the next is how forbidden content is carried in.
 */
export const headOf = (bytes: Buffer): MediaType | 'zip' | undefined =>
  heads.find(([, head]) => bytes.subarray(0, head.length).equals(head))?.[0];

/** What a whole file is, by its bytes; `undefined` for everything that is not taken in. */
export async function mediaTypeOf(file: FileHandle, size: number): Promise<MediaType | undefined> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  const head = headOf(buffer.subarray(0, bytesRead));
  if (head !== 'zip') return head;
  const office = await officeKindOf(file, size);
  return office && ({ docx: WORD, xlsx: SHEET } as const)[office];
}
