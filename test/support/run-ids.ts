import type { SoundnessFault } from '#libs/domain/procedure';

/** A run as the file writes it: `drafting: submit → council: record-council-result (passed)`. */
export const runIds = (run: SoundnessFault['run']): string =>
  run.map(({ step, act, outcome }) => `${step}: ${act}${outcome === undefined ? '' : ` (${outcome})`}`).join(' → ');
