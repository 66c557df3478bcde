import { bytesOf, type Decision, localDateOf, MOST_FACT_BYTES, ok, refuse } from '#libs/domain/kernel';
import { type Procedure, versionInForce } from '#libs/domain/procedure';
import type { DossierCommandOf } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact, DossierFactOf } from '../dossier.events.js';
import type { DossierState, MaybeDossier, NomineeState } from '../dossier.state.js';
import { firstRefusal } from '../gate/gate.js';
import { procedureFor } from '../gate/procedure-for.js';
import { checkGrades } from '../grades.js';
import { checkNamed, nomineesWhere } from '../nominees.js';
import { placeAtFirst, unitsAtFirst } from './draft.decision.js';
import type { Feature, Precondition } from './feature.js';
import { asNamed, checkLeaving, leavers, maySomebodyLeave, unsealed } from './leaving.js';

type Circumstances = Pick<DossierContext, 'versions' | 'effectiveAt'>;
type Proposed = Pick<DossierCommandOf<'escalate-nominees'>['data'], 'procedureCode' | 'bodyId' | 'grade' | 'title'>;

/** Somebody may leave, and there is another award for which he can be proposed. */
export const mayEscalate: Precondition = (circumstances) => {
  const leaving = maySomebodyLeave(circumstances);
  if (!leaving.ok) return leaving;
  const { state, context } = circumstances;
  return otherAwards(state, context).length > 0 ? ok(undefined) : refuse('NO_OTHER_AWARD');
};

/** The versions in force of other awards of this kind of commendation, which take somebody who may leave. */
export function otherAwards(state: DossierState, context: Circumstances): readonly Procedure[] {
  const free = leavers(state);
  return [...new Set(context.versions.map(({ code }) => code))].flatMap((code) => {
    const award = awardFor(state, code, context);
    return award.ok && free.some(({ kind }) => award.value.subjects.includes(kind)) ? [award.value] : [];
  });
}

/** The version in force of an award under which a dossier like this one may be begun. */
function awardFor(
  { procedureCode, kind }: Pick<DossierState, 'procedureCode' | 'kind'>,
  code: string,
  { versions, effectiveAt }: Circumstances,
): Decision<Procedure> {
  if (code === procedureCode) return refuse('SAME_AWARD', { params: { procedure: code } });
  const inForce = versionInForce(code, versions, localDateOf(effectiveAt));
  if (!inForce.ok) return inForce;
  const { procedure } = inForce.value;
  if (!procedure.receivable) return refuse('PROCEDURE_NOT_RECEIVABLE', { params: { procedure: code } });
  return procedure.kinds.includes(kind) ? ok(procedure) : refuse('KIND_NOT_ALLOWED', { params: { kind } });
}

/** Refuses whom the award is not given to, and a grade that it does not have or that is missing. */
function checkTaken(procedure: Procedure, nominees: readonly NomineeState[], grade: string | undefined) {
  const foreign = new Set(nominees.map(({ kind }) => kind).filter((kind) => !procedure.subjects.includes(kind)));
  return firstRefusal(
    () => (foreign.size > 0 ? refuse('SUBJECT_NOT_ALLOWED', { params: { subjects: [...foreign] } }) : ok(undefined)),
    () =>
      checkGrades(
        nominees.map(({ id }) => ({ place: id, grade })),
        procedure,
      ),
  );
}

/**
 * Trình cấp trên khen thưởng: they leave for a dossier of another award, which begins anew. Whether that one is higher, people
 * say: no text ranks all awards. Somebody still in question stays, as when nominees are detached.
 */
export const escalateNominees: Feature<'escalate-nominees'> = ({ data, state, context }) => {
  const { childDossierId } = context;
  if (childDossierId === undefined) throw new Error('escalate-nominees needs the id of the dossier to be opened.');
  const leaving = checkLeaving(state, data.nominees);
  if (!leaving.ok) return leaving;
  const opened = beginning(state, data.nominees, data, { ...context, dossierId: childDossierId });
  if (!opened.ok) return opened;
  // The new dossier begins with one fact, which holds all of it.
  const bytes = bytesOf(opened.value);
  if (bytes > MOST_FACT_BYTES) return refuse('TOO_MUCH_TO_DETACH', { params: { bytes, limit: MOST_FACT_BYTES } });
  const { bodyId: childBodyId, ...proposed } = data;
  return ok([{ type: 'NomineesEscalated', data: { childDossierId, childBodyId, ...proposed } }]);
};

/**
 * Mở hồ sơ trình cấp trên: a draft of the unit that submitted `context.parent`, at the start of the version now in force. Nobody
 * has signed a letter for the other award yet, so it waits for its own submission. Done again, nothing happens.
 */
export function openEscalated(
  { data }: DossierCommandOf<'open-escalated'>,
  state: MaybeDossier,
  context: DossierContext,
): Decision<readonly DossierFact[]> {
  if (state?.parentDossierId === data.parentDossierId) return ok([]);
  if (state) return refuse('NOT_POSSIBLE_AT_STEP', { params: { step: state.step } });
  if (!context.actor.roles.includes('system')) {
    return refuse('POSITION_NOT_ALLOWED', { params: { roles: ['system'] } });
  }
  const { parent } = context;
  if (!parent) throw new Error('open-escalated needs the state of the parent before the nominees left.');
  const named = checkNamed(parent, data.nominees);
  if (!named.ok) return named;
  const opened = beginning(parent, data.nominees, data, context);
  return opened.ok ? ok([{ type: 'EscalatedDossierOpened', data: opened.value }]) : opened;
}

/** What the new dossier begins with: who is proposed, what they state and the papers about them. */
function beginning(
  parent: DossierState,
  ids: readonly string[],
  { procedureCode, bodyId, grade, title }: Proposed,
  context: DossierContext,
): Decision<DossierFactOf<'EscalatedDossierOpened'>['data']> {
  const award = awardFor(parent, procedureCode, context);
  if (!award.ok) return award;
  const leaving = new Set(ids);
  const nominees = nomineesWhere(parent, ({ id }) => leaving.has(id));
  const taken = checkTaken(award.value, nominees, grade);
  if (!taken.ok) return taken;
  const { id, kind, cluster, submittingUnitId, secrecy } = parent;
  return ok({
    dossierId: context.dossierId,
    parentDossierId: id,
    parentProcedureCode: parent.procedureCode,
    procedureCode,
    kind,
    title: title ?? parent.title,
    submittingUnitId,
    bodyId,
    ...(cluster === undefined ? {} : { cluster }),
    units: unitsAtFirst(award.value, submittingUnitId, bodyId),
    ...placeAtFirst(award.value),
    nominees: nominees.map((nominee) => {
      const { grade: _proposed, ...named } = asNamed(nominee);
      return grade === undefined ? named : { ...named, grade };
    }),
    documents: papersOnMerit(parent, context),
    secrecy,
  });
}

/** Papers about the merit. Those that propose or judge the parent's award, as its letter and its minutes, stay with it. */
function papersOnMerit(parent: DossierState, context: DossierContext) {
  const governing = procedureFor('submit', parent, context);
  const ofThisAward = new Set(
    (governing.ok ? governing.value.documents : []).flatMap(({ code, ofThisAward: is }) => (is ? [code] : [])),
  );
  return unsealed(parent).filter(({ document }) => !ofThisAward.has(document));
}
