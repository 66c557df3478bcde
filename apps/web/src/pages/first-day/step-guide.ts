import type { Language, Role } from '#libs/domain/kernel';
import { actName, clockLimitText, isActing, type ProcedureDocument } from '#libs/domain/procedure';

/** What somebody does at one step, told by the procedure itself. */
export interface StepGuide {
  readonly step: string;
  readonly name: string;
  readonly acts: readonly string[];
  /** Where it goes from here. */
  readonly next: readonly string[];
  /** The limits under which his work stands, each with where it is written. */
  readonly limits: readonly { readonly text: string; readonly source: string; readonly sure: boolean }[];
}

/** Acts that say who does it, not what is done. */
const ABOUT_WHO = new Set(['claim', 'assign', 'release']);

/** The steps of a procedure at which one of these roles acts, in the order of the file. */
export function stepGuides(
  procedure: ProcedureDocument,
  roles: readonly Role[],
  language: Language,
): readonly StepGuide[] {
  const mine = (written: string) => roles.some((role) => role === written.split('@')[0]);
  return Object.entries(procedure.steps).flatMap(([step, rule]) => {
    if (!isActing(rule)) return [];
    const acts = Object.entries(rule.acts).filter(
      ([act, way]) => !ABOUT_WHO.has(act) && way !== undefined && (way.roles ?? rule.roles).some(mine),
    );
    if (acts.length === 0) return [];
    const names = new Set(acts.map(([act]) => act));
    const targets = acts.flatMap(([, way]) => [
      ...(way?.to === undefined ? [] : [way.to]),
      ...Object.values(way?.outcomes ?? {}).map((outcome) => (typeof outcome === 'string' ? outcome : outcome.to)),
    ]);
    const clocks = Object.values(procedure.clocks).filter(
      ({ responsible, metBy }) =>
        mine(responsible) && metBy.some((trigger) => names.has(typeof trigger === 'string' ? trigger : actOf(trigger))),
    );
    return [
      {
        step,
        name: rule.names[language],
        acts: acts.map(([act]) => actName(act, language)),
        next: [...new Set(targets)].map((target) => procedure.steps[target]?.names[language] ?? target),
        limits: clocks.map((clock) => ({
          text: `${clock.names[language]}: ${clockLimitText(clock, language)}`,
          source: clock.limit.source,
          sure: clock.limit.confidence !== 'unknown',
        })),
      },
    ];
  });
}

const actOf = (trigger: object): string => ('act' in trigger ? String(trigger.act) : '');
