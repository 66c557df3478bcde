import { ok, refuse } from '#libs/domain/kernel';
import { checkHappened } from '../gate/times.js';
import { checkNamed, listed, nomineesWhere } from '../nominees.js';
import { type Feature, type Precondition, nextPlace, samePlace } from './feature.js';

/** Đưa vào dự thảo quyết định: approved nominees, each in one decision only. Named again for the same one, nothing happens. */
export const enterInDecision: Feature<'enter-in-decision'> = ({ data, state }) => {
  const named = checkNamed(state, data.nominees);
  if (!named.ok) return named;
  const nominees = data.nominees.flatMap((id) => state.nominees.get(id) ?? []);
  const unapproved = nominees.filter(({ approval }) => !approval?.approved).map(({ id }) => id);
  if (unapproved.length > 0) return refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: listed(unapproved) } });
  const elsewhere = nominees.filter(({ decisionId }) => decisionId !== undefined && decisionId !== data.decisionId);
  if (elsewhere.length > 0) {
    return refuse('NOMINEE_IN_ANOTHER_DECISION', { params: { nominees: listed(elsewhere.map(({ id }) => id)) } });
  }
  const entering = nominees.filter(({ decisionId }) => decisionId === undefined).map(({ id }) => id);
  return ok(
    entering.length === 0
      ? []
      : [{ type: 'NomineesEnteredInDecision', data: { decisionId: data.decisionId, nominees: entering } }],
  );
};

/** Rút khỏi dự thảo quyết định: the draft was given up. An issued decision is cancelled in its own stream instead (R46). */
export const releaseFromDecision: Feature<'release-from-decision'> = ({ data, state }) => {
  const inIt = nomineesWhere(state, ({ decisionId }) => decisionId === data.decisionId);
  const issued = inIt.filter(({ decided }) => decided).map(({ id }) => id);
  if (issued.length > 0) return refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: listed(issued) } });
  return ok(inIt.length === 0 ? [] : [{ type: 'NomineesReleasedFromDecision', data }]);
};

/**
 * Nhận quyết định: the decision in which these nominees stand was issued. The dossier moves on when every approved nominee has
 * one, since a decision may hold only part of a dossier.
 */
export const receiveDecision: Feature<'receive-decision'> = (ask) => {
  const { data, state } = ask;
  const named = checkNamed(state, data.nominees);
  if (!named.ok) return named;
  const elsewhere = data.nominees.filter((id) => state.nominees.get(id)?.decisionId !== data.decisionId);
  if (elsewhere.length > 0) {
    return refuse('NOMINEE_IN_ANOTHER_DECISION', { params: { nominees: listed(elsewhere) } });
  }
  const now = new Set(data.nominees);
  const waiting = nomineesWhere(state, ({ id, approval, decided }) => {
    return approval?.approved === true && !decided && !now.has(id);
  });
  const place = waiting.length > 0 ? samePlace(ask) : nextPlace(ask);
  return ok([{ type: 'DecisionReceived', data: { ...data, ...place } }]);
};

/** A decision names somebody. */
export const mayConfer: Precondition = ({ state }) =>
  nomineesWhere(state, ({ decided }) => decided === true).length > 0 ? ok(undefined) : refuse('NO_NOMINEES');

/** Trao tặng: to all whom a decision names. */
export const confer: Feature<'confer'> = (ask) => {
  const happened = checkHappened(ask.context, ask.data.heldOn);
  if (!happened.ok) return happened;
  const nominees = nomineesWhere(ask.state, ({ decided }) => decided === true).map(({ id }) => id);
  return ok([{ type: 'AwardConferred', data: { ...ask.data, nominees, ...nextPlace(ask) } }]);
};

/** Lưu trữ. */
export const archive: Feature<'archive'> = (ask) =>
  ok([{ type: 'DossierArchived', data: { ...ask.data, ...nextPlace(ask) } }]);
