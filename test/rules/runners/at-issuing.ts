import type { NomineeKind } from '#libs/domain/procedure';
import { DrivenDossier } from '../driven-dossier.js';
import { lawAlways, versionOf } from '../law-of-cases.js';
import { BODY, RuleOffice } from '../rule-office.js';
import { before } from './intake.runners.js';

/** How many nominees of each kind. */
export type Counts = Readonly<Partial<Record<NomineeKind, number>>>;

const nomineesOf = (counts: Counts): readonly { readonly kind: NomineeKind }[] =>
  Object.entries(counts).flatMap(([kind, count]) =>
    Array.from({ length: count }, () => ({ kind: kind as NomineeKind })),
  );

/** A dossier whose nominees are all approved and wait for their decision. */
export async function atIssuing(
  office: RuleOffice,
  id: string,
  award: string,
  { counts = {}, bodyId = BODY }: { readonly counts?: Counts; readonly bodyId?: string } = {},
): Promise<DrivenDossier> {
  const nominees = nomineesOf(counts);
  const begin = { bodyId, ...(nominees.length > 0 ? { nominees } : {}) };
  const dossier = await DrivenDossier.begin(office, id, versionOf(award), begin);
  await dossier.until('receive-decision');
  return dossier;
}

/** An office that knows one award's file, in force on every day. */
export const officeFor = (award: string): RuleOffice => new RuleOffice({ law: lawAlways(versionOf(award)) });

/** A year before, so that the whole way lies before the day of the case. */
export const longBefore = (day: string): string => before(`${day.slice(0, 10)}T08:00:00+07:00`, { hours: 365 * 24 });
