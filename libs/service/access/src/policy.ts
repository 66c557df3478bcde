import type { DossierSight } from '#libs/domain/dossier';
import type { Actor, Role } from '#libs/domain/kernel';

/**
 * One way to a dossier: all that it names must be so. Data, so that the fold (`covers`) and SQL (`Conditions.within`) read the
 * same policy and neither holds a rule of its own.
 */
export interface ReadWay {
  /** The unit whose dossier it is. */
  readonly submittingUnitId?: string;
  /** The body before which it lies now. */
  readonly bodyId?: string;
  /** A body before which it lies or has lain, from its submission on. */
  readonly laidBefore?: string;
  /** A body whose council it has reached. */
  readonly councilOf?: string;
  /** Whether a secret one (R9) is among them. */
  readonly secretToo: boolean;
}

/** Which dossiers somebody may see: every one, or those to which one of some ways leads. */
export type ReadScope = { readonly all: true } | { readonly ways: readonly ReadWay[] };

/** Roles that work on what was handed in to their body. */
const bodyRoles: readonly Role[] = ['officer', 'section_head', 'secretary', 'authority', 'clerk'];

/**
 * What a position may read. Auditors read all. A draft is its unit's own; from the submission on the body reads it, from the
 * council's step on the council's members too, and who has read it goes on reading when it has gone up to another body. A
 * secret dossier (mật and above, R9) is for its unit and for the body before which it lies, and for no council member and no
 * body that it has left. `undefined` for who reads no dossier at all, as the operators. What somebody may *do* is decided
 * with the dossier, by its procedure.
 */
export function readScopeOf({ roles, unitId }: Pick<Actor, 'roles' | 'unitId'>): ReadScope | undefined {
  const has = (role: Role) => roles.includes(role);
  if (has('auditor')) return { all: true };
  const ways: ReadWay[] = [];
  if (has('submitter')) ways.push({ submittingUnitId: unitId, secretToo: true });
  if (bodyRoles.some(has)) {
    ways.push({ laidBefore: unitId, secretToo: false });
    ways.push({ laidBefore: unitId, bodyId: unitId, secretToo: true });
  }
  if (has('council_member')) ways.push({ councilOf: unitId, secretToo: false });
  return ways.length > 0 ? { ways } : undefined;
}

/** Whether a scope covers a dossier. */
export const covers = (scope: ReadScope, dossier: DossierSight): boolean =>
  'all' in scope || scope.ways.some((way) => leadsTo(way, dossier));

const leadsTo = (way: ReadWay, dossier: DossierSight): boolean =>
  (way.submittingUnitId === undefined || way.submittingUnitId === dossier.submittingUnitId) &&
  (way.bodyId === undefined || way.bodyId === dossier.bodyId) &&
  (way.laidBefore === undefined || dossier.bodies.includes(way.laidBefore)) &&
  (way.councilOf === undefined || dossier.councils.includes(way.councilOf)) &&
  (way.secretToo || dossier.secrecy === 'none');

/** A decision names recipients of several units: it is for the body that decides, and for auditors. */
export const sightOfDecision = ({ bodyId }: { readonly bodyId: string }): DossierSight => ({
  submittingUnitId: '',
  bodyId,
  bodies: [bodyId],
  councils: [],
  secrecy: 'none',
});

/** A letter to the level above names dossiers of several units: it is for the body that sends it and, once sent, for whom it is addressed to. */
export const sightOfSubmission = ({
  bodyId,
  to,
  sent,
}: {
  readonly bodyId: string;
  readonly to: { readonly bodyId?: string | undefined };
  readonly sent?: unknown;
}): DossierSight => ({
  submittingUnitId: '',
  bodyId,
  bodies: sent !== undefined && to.bodyId !== undefined ? [bodyId, to.bodyId] : [bodyId],
  councils: [],
  secrecy: 'none',
});

/** Whether somebody may know that it is there: who may not learns neither its revision nor its step, whatever he sends. */
export function mayKnow(actor: Actor, sight: DossierSight): boolean {
  if (actor.roles.includes('system')) return true;
  const scope = readScopeOf(actor);
  return scope !== undefined && covers(scope, sight);
}

/** Whether somebody may read by name who stands where in a unit: who works in it or above it, and who keeps the house. */
export function maySeePeople(
  actor: Actor,
  unit: { readonly id: string; readonly ancestors: readonly string[] },
): boolean {
  if (actor.roles.includes('operator') || actor.roles.includes('auditor')) return true;
  return actor.unitId === unit.id || unit.ancestors.includes(actor.unitId);
}

/** Whether somebody may read the lists of earlier awards that a unit keeps: they name people, so the unit itself, and auditors. */
export const maySeeLists = ({ roles, unitId }: Pick<Actor, 'roles' | 'unitId'>, keptBy: string): boolean =>
  unitId === keptBy || roles.includes('auditor');
