import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Instant } from '#libs/domain/kernel';

const CORE = 'docProps/core.xml';
/** The first moment that a zip archive can name. */
const FIRST_DAY = new Date(1980, 0, 1);

/**
 * Takes the hour of its making out of a document: its properties say the moment of the fact, the archive says none, and its parts
 * stand in the order of their names.
 */
export function reproducible(archive: Uint8Array, statedAt: Instant): Uint8Array<ArrayBuffer> {
  const parts = unzipSync(archive);
  const moment = `${new Date(statedAt).toISOString().slice(0, 19)}Z`;
  const core = parts[CORE];
  if (core) {
    const said = strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${moment}`);
    parts[CORE] = strToU8(said);
  }
  const sorted = Object.keys(parts).sort();
  const entries = sorted.map((name) => [name, parts[name] as Uint8Array] as const);
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: FIRST_DAY, level: 6 }));
}
