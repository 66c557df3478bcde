import { computeDue, type TimeLimit } from '#libs/domain/calendar';
import { toInstant } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import * as acts from '../support/dossier-acts.js';
import { moment } from '../support/dossier-desk.js';
import { received } from '../support/dossier-paths.js';
import { vietnam } from '../support/law-files.js';
import { allProcedures } from '../support/procedures.js';
import type { ReminderOffice } from './reminder-office.js';

/** The office receives a dossier on 01/10/2026; the appraisal is due on 29/10/2026 at 17:00, T-2 is 27/10 at 08:00. */
export async function receiveDossier(office: ReminderOffice, dossierId: string): Promise<void> {
  await office.act(dossierId, ...received({ on: '2026-10-01' }), acts.appraise(['N1', 'N2'], [], { at: '2026-10-02' }));
}

/** Its appraisal, as the ladder is counted. */
export const RECEIVED = {
  startedAt: moment('2026-10-01'),
  dueAt: moment('2026-10-29T17:00:00+07:00'),
  limit: { value: 20, unit: 'working_day', firstDayCounted: false },
} as const;

export const T_2 = '2026-10-27T08:00:03+07:00';

/** A dossier received at a moment, whose appraisal has this limit; the officer has begun with it a minute later. */
export async function receiveAt(
  office: ReminderOffice,
  dossierId: string,
  start: string,
  limit: TimeLimit,
): Promise<void> {
  office.seat(dossierId, { procedures: allProcedures.map((each) => withLimit(each, limit)) });
  const begun = new Date(Date.parse(start) + 60_000).toISOString();
  await office.act(
    dossierId,
    ...received({ on: start, begunOn: new Date(Date.parse(start) - 86_400_000).toISOString() }),
    acts.appraise(['N1', 'N2'], [], { at: begun }),
  );
}

/** A dossier whose appraisal is due at a moment, after so many working days; the officer has begun with it. */
export async function receiveDue(office: ReminderOffice, dossierId: string, due: string, term: number): Promise<void> {
  const dueAt = toInstant(due);
  const limit = { value: term, unit: 'working_day', firstDayCounted: false } as const;
  // From the day of the end back to the one whose count ends there: the procedure's own limit must be the term.
  for (let days = term; days < 4 * term + 30; days++) {
    const on = new Date(Date.parse(due) - days * 86_400_000).toISOString().slice(0, 10);
    const computed = computeDue(vietnam, moment(on), limit);
    if (!computed.ok || computed.value.dueAt !== dueAt || !worksOnDay(on)) continue;
    office.seat(dossierId, { procedures: allProcedures.map((each) => withLimit(each, limit)) });
    const next = new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10);
    return office.act(dossierId, ...received({ on }), acts.appraise(['N1', 'N2'], [], { at: next }));
  }
  throw new Error(`No receipt makes a term of ${term} working days end at ${due}.`);
}

const worksOnDay = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The same version to whoever asks for its ladder, with another time for the appraisal. */
function withLimit(procedure: Procedure, { value, unit, firstDayCounted }: TimeLimit): Procedure {
  const { appraise } = procedure.clocks;
  if (procedure.code !== 'BK_TINH' || !appraise || !('unit' in appraise.limit)) return procedure;
  const limit = { ...appraise.limit, value, unit, firstDayCounted };
  return { ...procedure, clocks: { ...procedure.clocks, appraise: { ...appraise, limit } } };
}
