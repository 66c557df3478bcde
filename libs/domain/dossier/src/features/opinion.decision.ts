import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { ALL_ANSWERED, isActing, type Procedure } from '#libs/domain/procedure';
import { clocksAnswer } from '../clocks/clocks.js';
import { FactsOfAnAct } from '../clocks/deadline-book.js';
import type { DossierCommandOf } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact, DossierFactOf } from '../dossier.events.js';
import type { DossierState, OpinionState } from '../dossier.state.js';
import { firstRefusal } from '../gate/gate.js';
import { procedureFor } from '../gate/procedure-for.js';
import { checkBackdating, checkHappened, checkNotInFuture } from '../gate/times.js';
import { checkNamed } from '../nominees.js';
import { isAwaited } from '../opinions.js';
import type { Feature, Precondition } from './feature.js';

/** Lấy ý kiến hiệp y: each body a question of its own. A body that was asked here and has not answered is not asked twice. */
export const askOpinion: Feature<'ask-opinion'> = ({ data, state, context, place, procedure }) => {
  const named = data.nominees ? checkNamed(state, data.nominees) : ok(undefined);
  if (!named.ok) return named;
  const happened = checkHappened(context, data.letter?.date);
  if (!happened.ok) return happened;
  const waiting = [...state.opinions.values()].filter((opinion) => opinion.at === place && isAwaited(opinion));
  const known = new Set(waiting.map(({ body }) => keyOf(body)));
  const twice = data.bodies.flatMap((body, index) =>
    known.size === known.add(keyOf(body)).size ? [`${index + 1}`] : [],
  );
  if (twice.length > 0) return refuse('BODY_ASKED_TWICE', { params: { bodies: twice } });
  // Whoever works here would read it in the system (R9).
  if (state.secrecy !== 'none' && data.bodies.some(({ unitId }) => unitId !== undefined)) {
    return refuse('DOSSIER_IS_SECRET', { rule: 'R9' });
  }
  const { bodies, ...question } = data;
  return ok(
    bodies.map((body, index) => ({
      type: 'OpinionRequested' as const,
      data: {
        opinionId: `O${state.opinions.size + index + 1}`,
        at: place,
        level: procedure.steps[place]?.level ?? '',
        byUnitId: context.actor.unitId,
        body,
        ...question,
      },
    })),
  );
};

const keyOf = ({ unitId, name }: OpinionState['body']): string => unitId ?? name.toLowerCase();

/** There is a question that was not answered yet; one that the dossier went on without may still be. */
export const mayRecordOpinion: Precondition = ({ state, context }) =>
  [...state.opinions.values()].some((opinion) => canBeAnswered(opinion) && opinion.byUnitId === context.actor.unitId)
    ? ok(undefined)
    : refuse('NO_OPINION_AWAITED');

const canBeAnswered = ({ answer, withdrawn }: OpinionState): boolean => !answer && !withdrawn;

/** Ghi ý kiến trả lời, by the unit that asked. */
export const recordOpinion: Feature<'record-opinion'> = ({ data, state, context }) => {
  const asked = answerable(state, data.opinionId);
  if (!asked.ok) return asked;
  if (asked.value.byUnitId !== context.actor.unitId) return refuse('OTHER_UNIT');
  const unknown =
    data.document !== undefined && !state.documents.some(({ sha256, sealed }) => sha256 === data.document && !sealed);
  if (unknown) return refuse('PAPER_NOT_IN_DOSSIER');
  return answered(asked.value, data, false, context);
};

function answerable(state: DossierState, opinionId: string): Decision<OpinionState> {
  const opinion = state.opinions.get(opinionId);
  if (!opinion) return refuse('OPINION_UNKNOWN', { params: { opinion: opinionId } });
  if (canBeAnswered(opinion)) return ok(opinion);
  return refuse(opinion.withdrawn ? 'OPINION_WITHDRAWN' : 'OPINION_ANSWERED', { params: { opinion: opinionId } });
}

function answered(
  opinion: OpinionState,
  said: DossierCommandOf<'record-opinion' | 'answer-opinion'>['data'],
  byBody: boolean,
  context: DossierContext,
): Decision<readonly [DossierFactOf<'OpinionReceived'>]> {
  if (context.effectiveAt < opinion.askedAt) {
    return refuse('EFFECTIVE_BEFORE_STEP', { params: { since: opinion.askedAt } });
  }
  const happened = checkHappened(context, said.letter?.date);
  if (!happened.ok) return happened;
  const late = opinion.passedOverAt !== undefined;
  return ok([{ type: 'OpinionReceived', data: { ...said, byBody, late } }]);
}

/** Somebody who was asked has not answered. */
export const mayWithdrawOpinion: Precondition = ({ state, context }) =>
  [...state.opinions.values()].some((opinion) => isAwaited(opinion) && opinion.byUnitId === context.actor.unitId)
    ? ok(undefined)
    : refuse('NO_OPINION_AWAITED');

/** Thôi lấy ý kiến: not once the dossier went on without it. */
export const withdrawOpinion: Feature<'withdraw-opinion'> = ({ data, state, context }) => {
  const asked = answerable(state, data.opinionId);
  if (!asked.ok) return asked;
  if (asked.value.byUnitId !== context.actor.unitId) return refuse('OTHER_UNIT');
  if (!isAwaited(asked.value)) return refuse('OPINION_PASSED_OVER', { params: { opinion: data.opinionId } });
  return ok([{ type: 'OpinionWithdrawn', data }]);
};

const answeringRoles = ['officer', 'section_head', 'secretary', 'authority', 'clerk', 'submitter'] as const;

/**
 * Trả lời ý kiến: by the body that was asked, which otherwise has no business with the dossier. No step of a procedure names
 * it: whoever was asked may answer, wherever the dossier lies by then. Refuses `NOT_FOUND` to everybody else.
 */
export function answerOpinion(
  { data }: DossierCommandOf<'answer-opinion'>,
  state: DossierState,
  context: DossierContext,
): Decision<readonly DossierFact[]> {
  const { actor, effectiveAt, now } = context;
  const opinion = state.opinions.get(data.opinionId);
  if (!opinion || opinion.body.unitId !== actor.unitId || state.secrecy !== 'none')
    return refuse('NOT_FOUND', { params: { what: data.opinionId } });
  if (!answeringRoles.some((role) => actor.roles.includes(role))) {
    return refuse('POSITION_NOT_ALLOWED', { params: { roles: answeringRoles } });
  }
  const governing = procedureFor('record-opinion', state, context);
  if (!governing.ok) return governing;
  const procedure = governing.value;
  const may = firstRefusal(
    () => checkNotInFuture(context),
    () => checkBackdating(procedure.backdating, context),
  );
  if (!may.ok) return may;
  const asked = answerable(state, data.opinionId);
  if (!asked.ok) return asked;
  const decided = answered(asked.value, data, true, context);
  if (!decided.ok) return decided;
  const facts = new FactsOfAnAct(state, { actor, effectiveAt, recordedAt: now });
  for (const fact of decided.value) facts.add(fact);
  clocksAnswer(facts, {
    act: 'record-opinion',
    outcome: allAnswered(facts.dossier, data.opinionId),
    place: opinion.at,
    before: state,
    procedure,
    context,
  });
  return ok(facts.facts);
}

/**
 * The outcome of an answer or a question taken back, by what is still awaited at its level. One without which the dossier went on
 * is the last of nothing: nobody waited for it.
 */
export function allAnswered({ opinions }: Pick<DossierState, 'opinions'>, opinionId: string): string | undefined {
  const settled = opinions.get(opinionId);
  if (!settled || settled.passedOverAt !== undefined) return undefined;
  const here = [...opinions.values()].filter(({ level, withdrawn }) => level === settled.level && !withdrawn);
  return here.some(({ answer }) => answer) && !here.some(isAwaited) ? ALL_ANSWERED : undefined;
}

/** Whether opinions can be asked at a step: then silence there is no consent. */
export function asksOpinions({ steps }: Pick<Procedure, 'steps'>, name: string): boolean {
  const step = steps[name];
  return step !== undefined && isActing(step) && step.acts['ask-opinion'] !== undefined;
}
