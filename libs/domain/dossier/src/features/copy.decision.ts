import { ok, refuse } from '#libs/domain/kernel';
import { checkHappened } from '../gate/times.js';
import { checkNamed, listed, nomineesWhere } from '../nominees.js';
import type { DossierState } from '../dossier.state.js';
import type { Feature, Precondition } from './feature.js';

/** A decision was issued that can be copied. */
export const maySendCopies: Precondition = ({ state }) =>
  state.decision ? ok(undefined) : refuse('NO_DECISION_TO_COPY', { rule: 'R47' });

const decidedIds = (state: DossierState): string[] =>
  nomineesWhere(state, ({ decided }) => decided === true).map(({ id }) => id);

/** Sao gửi quyết định: to whom, when, and on whose account (R47). */
export const sendCopies: Feature<'send-copies'> = ({ data, state, place, context }) => {
  const { decision } = state;
  if (!decision) return refuse('NO_DECISION_TO_COPY', { rule: 'R47' });
  const happened = checkHappened(context, data.sentOn);
  if (!happened.ok) return happened;
  if (data.sentOn < decision.date) {
    return refuse('COPY_BEFORE_DECISION', { rule: 'R47', params: { sent: data.sentOn, decided: decision.date } });
  }
  const all = decidedIds(state);
  for (const { nominees = [] } of data.copies) {
    const named = checkNamed(state, nominees);
    if (!named.ok) return named;
    const undecided = nominees.filter((id) => !all.includes(id));
    if (undecided.length > 0) return refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: listed(undecided) } });
  }
  return ok(
    data.copies.map(({ to, nominees = all }, index) => ({
      type: 'DecisionCopied' as const,
      data: {
        copyId: `S${state.copies.size + index + 1}`,
        decisionId: state.nominees.get(nominees[0] ?? '')?.decisionId ?? decision.id,
        at: place,
        to,
        nominees,
        sentOn: data.sentOn,
        channel: data.channel,
      },
    })),
  );
};

/** Something was sent. */
export const mayCorrectCopy: Precondition = ({ state }) =>
  state.copies.size > 0 ? ok(undefined) : refuse('COPY_UNKNOWN', { rule: 'R47', params: { copy: '—' } });

/** Đính chính nơi nhận: the copy went to the wrong place; now it is where it belongs. */
export const correctCopy: Feature<'correct-copy'> = ({ data, state, context }) => {
  const copy = state.copies.get(data.copyId);
  if (!copy) return refuse('COPY_UNKNOWN', { rule: 'R47', params: { copy: data.copyId } });
  const happened = checkHappened(context, data.sentOn);
  if (!happened.ok) return happened;
  if (data.sentOn < copy.sentOn) {
    return refuse('COPY_BEFORE_DECISION', { rule: 'R47', params: { sent: data.sentOn, decided: copy.sentOn } });
  }
  return ok([{ type: 'CopyCorrected', data }]);
};

/** Decided nominees on whose account no copy left a step. */
export function withoutCopy(state: DossierState, step: string): string[] {
  const sent = new Set([...state.copies.values()].filter(({ at }) => at === step).flatMap(({ nominees }) => nominees));
  return decidedIds(state).filter((id) => !sent.has(id));
}
