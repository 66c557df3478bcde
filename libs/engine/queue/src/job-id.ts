import type { JobData } from './queue.port.js';

/**
 * A job id from its parts, each kept apart from the next: `rung_<dossier>_<deadline>_2_T-2_1`. Whatever is not a letter,
 * a digit, a dot or a hyphen is written as `~` and its code, so different parts never make the same id.
 *
 * BullMQ refuses ids with a colon and ids of digits only, and Redis keys are built from them.
 */
export function jobIdOf(kind: string, ...parts: readonly (string | number)[]): string {
  if (!/^[a-z][a-z-]*$/.test(kind)) throw new RangeError(`The kind of a job is a word in small letters: ${kind}.`);
  return [kind, ...parts.map((part) => encode(String(part)))].join('_');
}

const encode = (part: string): string =>
  part.replace(/[^A-Za-z0-9.-]/gu, (character) => `~${character.codePointAt(0)?.toString(16)}~`);

/** Throws for an id that BullMQ would refuse, or that an id made by `jobIdOf` can never be. */
export function demandJobId(jobId: string): void {
  if (!/^[a-z][A-Za-z0-9._~-]{0,400}$/.test(jobId)) throw new RangeError('A job id is made with jobIdOf.');
}

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/** Throws when a job would carry anything but ids and numbers. The message names the field and never the value. */
export function demandIdsOnly(data: JobData): void {
  for (const [field, value] of Object.entries(data)) {
    if (typeof value === 'string' ? !ID.test(value) : !Number.isSafeInteger(value)) {
      throw new RangeError(`A job carries ids and whole numbers only; its field ${field} is neither.`);
    }
  }
}
