import type { Bilingual, Result } from '#libs/domain/kernel';
import { fail, ok } from '#libs/domain/kernel';
import { WorkingCalendars } from '#libs/service/commands';
import { home } from '#libs/service/foundation';
import { type Law, loadLaw, sentenceOfFault } from '#libs/service/law';
import { readConfiguration } from '../configuration.js';
import { openLog } from '../open-log.js';
import type { Terminal } from '../terminal.js';

/** The law's files, or nothing once each fault was said. */
export function lawOrFaults(terminal: Terminal): Law | undefined {
  const law = loadLaw(home);
  if (law.ok) return law.value;
  for (const fault of law.error) terminal.err(sentenceOfFault(fault));
  return undefined;
}

/** Reads the calendars of the log; answers why they cannot be read, where there is no log. */
export async function withCalendars<T>(
  law: Law,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
  use: (calendars: WorkingCalendars) => Promise<T>,
): Promise<Result<T, Bilingual>> {
  const config = readConfiguration(env, terminal);
  if (!config) return fail({ vi: 'Cấu hình không đúng.', en: 'The configuration is wrong.' });
  const log = await openLog(config);
  if (!log.ok) return log;
  try {
    return ok(await use(new WorkingCalendars(log.value.store, law)));
  } finally {
    await log.value.close();
  }
}
