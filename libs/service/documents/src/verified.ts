import { createHash } from 'node:crypto';

/** What was read is not what was kept. */
export class DocumentDamaged extends Error {
  override readonly name = 'DocumentDamaged';
}

/**
 * The bytes of a file, whose hash is checked on the way. The last piece is held back until all is known: of a damaged file
 * nobody ever gets the whole, so that a download breaks off instead of ending well.
 * @throws DocumentDamaged in place of the last piece.
 */
export async function* verified(stream: AsyncIterable<Uint8Array>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let held: Uint8Array | undefined;
  for await (const chunk of stream) {
    hash.update(chunk);
    if (held) yield held;
    held = chunk;
  }
  if (hash.digest('hex') !== sha256) throw new DocumentDamaged(`The file ${sha256} has other bytes than were kept.`);
  if (held) yield held;
}
