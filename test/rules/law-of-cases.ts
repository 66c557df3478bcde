import { valueOf } from '#libs/domain/kernel';
import type { Criteria, Criterion, Procedure } from '#libs/domain/procedure';
import { criteriaSchema } from '#libs/domain/procedure';
import { home } from '#libs/service/foundation';
import { Law, loadLaw } from '#libs/service/law';

/** The law as shipped. */
export const shippedLaw: Law = valueOf(loadLaw(home));

/** The same law with other procedures: what an office could write into its files. */
export const lawWith = (procedures: readonly Procedure[]): Law =>
  new Law(procedures, shippedLaw.calendar, shippedLaw.ladders, shippedLaw.prizes, shippedLaw.notifications);

/** The version of an award under a regime. */
export function versionOf(code: string, regime = 'R2025'): Procedure {
  const found = shippedLaw.procedures.find((each) => each.code === code && each.regime === regime);
  if (!found) throw new Error(`The catalogue has no ${code} under ${regime}.`);
  return found;
}

/** Another version of a procedure: dossiers are never bound to the one that it was made of. */
export const changed = (procedure: Procedure, change: Partial<Procedure>): Procedure => ({
  ...procedure,
  ...change,
  hash: `${procedure.hash}-${JSON.stringify(change).length}`,
});

/** In force on every day that a case may name: of cases that are about something else than which version holds. */
export const always = (procedure: Procedure): Procedure =>
  changed(procedure, { effective: { ...procedure.effective, from: '2015-01-01', until: null }, carriedOver: null });

/** The law in which these awards are always in force as given, and no other version of them is there. */
export function lawAlways(...procedures: readonly Procedure[]): Law {
  const codes = new Set(procedures.map(({ code }) => code));
  const others = shippedLaw.procedures.filter(({ code, regime }) => !codes.has(code) && regime === 'R2025');
  return lawWith([...procedures, ...others].map(always));
}

/**
 * The criteria in which one thing only is asked, as a case says that all else is met: the criterion that the award's own version
 * has of it, where it has one with these figures, else one that says the same.
 */
export function askingOnly({ criteria }: Procedure, wanted: Readonly<Record<string, unknown>>): Criteria {
  const same = (criterion: Criterion) =>
    Object.entries(wanted).every(
      ([key, value]) => key === 'rule' || JSON.stringify(criterion[key as keyof Criterion]) === JSON.stringify(value),
    );
  const own = criteria.prerequisites.find(same);
  const made = {
    id: 'asked',
    names: { vi: 'điều kiện', en: 'condition' },
    source: 'L22',
    confidence: 'verified',
    ...wanted,
  };
  return criteriaSchema.parse({
    ...criteria,
    prerequisites: [{ ...(own ?? made), effective: { from: '2015-01-01', until: null } }],
  });
}
