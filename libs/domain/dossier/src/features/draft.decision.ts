import { type Decision, localDateOf, ok, refuse } from '#libs/domain/kernel';
import {
  firstLevel,
  firstLevelUp,
  firstMarking,
  type Procedure,
  rolesAt,
  versionInForce,
} from '#libs/domain/procedure';
import type { DossierCommandOf } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact } from '../dossier.events.js';
import type { MaybeDossier } from '../dossier.state.js';
import type { Place } from '../events/place.js';
import { placeOf } from './feature.js';
import { firstRefusal } from '../gate/gate.js';
import { groundOf } from '../gate/ground.js';
import { checkPosition } from '../gate/people.js';
import { checkBackdating, checkNotInFuture } from '../gate/times.js';

/** Soạn hồ sơ: a dossier begins at the start of the version in force, for the actor's own unit. */
export function draft(
  { data }: DossierCommandOf<'draft'>,
  state: MaybeDossier,
  context: DossierContext,
): Decision<readonly DossierFact[]> {
  if (state) return refuse('NOT_POSSIBLE_AT_STEP', { params: { step: state.step } });
  const notFuture = checkNotInFuture(context);
  if (!notFuture.ok) return notFuture;
  const inForce = versionInForce(data.procedure, context.versions, localDateOf(context.effectiveAt));
  if (!inForce.ok) return inForce;
  const { procedure } = inForce.value;
  const submittingUnitId = context.actor.unitId;

  const passed = firstRefusal(
    () =>
      procedure.receivable
        ? ok(undefined)
        : refuse('PROCEDURE_NOT_RECEIVABLE', { ...groundOf(procedure), params: { procedure: procedure.code } }),
    () => checkPosition(rolesAt(procedure, procedure.start), context.actor, procedure, { ...data, submittingUnitId }),
    () => checkBackdating(procedure.backdating, context),
    () =>
      procedure.kinds.includes(data.kind)
        ? ok(undefined)
        : refuse('KIND_NOT_ALLOWED', { ...groundOf(procedure), params: { kind: data.kind } }),
  );
  if (!passed.ok) return passed;
  return ok([
    {
      type: 'DossierDrafted',
      data: {
        dossierId: context.dossierId,
        procedureCode: procedure.code,
        kind: data.kind,
        title: data.title,
        submittingUnitId,
        bodyId: data.bodyId,
        ...(data.cluster === undefined ? {} : { cluster: data.cluster }),
        units: unitsAtFirst(procedure, submittingUnitId, data.bodyId),
        ...placeAtFirst(procedure),
      },
    },
  ]);
}

/** Where a dossier begins. */
export function placeAtFirst(procedure: Procedure): Pick<Place, 'step' | 'places'> {
  const { step, places } = placeOf(procedure, firstMarking(procedure));
  return { step, ...(places === undefined ? {} : { places }) };
}

/** The first level is the unit's own; the body that the dossier is meant for stands at the next. */
export function unitsAtFirst(procedure: Procedure, submittingUnitId: string, bodyId: string): Record<string, string> {
  const up = firstLevelUp(procedure);
  return { [firstLevel(procedure)]: submittingUnitId, ...(up === undefined ? {} : { [up]: bodyId }) };
}
