import { type Decision, instantAt, type LocalDate, momentText, ok, refuse } from '#libs/domain/kernel';
import { actRule, isTriggered, type Procedure } from '#libs/domain/procedure';
import { nextTurn } from '../clocks/deadline-book.js';
import type { DossierFact } from '../dossier.events.js';
import type { DossierState, NoticeState } from '../dossier.state.js';
import { checkHappened } from '../gate/times.js';
import { groundOfClock } from '../gate/window.js';
import { checkNamed, isOpen, nomineesWhere } from '../nominees.js';
import { isHanging, openObjections, windowOf } from '../notices.js';
import type { Circumstances, Feature, Precondition } from './feature.js';

/** Somebody is still in question, nothing hangs out here already, and nothing about it is secret (R9). */
export const mayOpenNotice: Precondition = ({ state, place, context }) => {
  if (state.secrecy !== 'none') return refuse('DOSSIER_IS_SECRET', { rule: 'R9' });
  if ([...state.notices.values()].some((notice) => notice.at === place && isHanging(state, notice, context.now))) {
    return refuse('NOTICE_HANGS_ALREADY', { rule: 'R39' });
  }
  return nomineesWhere(state, isOpen).length > 0 ? ok(undefined) : refuse('NO_NOMINEES');
};

/** Đăng công khai: whoever is still in question, for as long as the procedure says. */
export const openNotice: Feature<'open-notice'> = ({ data, state, place, procedure, context }) => {
  const level = procedure.steps[place]?.level ?? '';
  const clock = noticeClock(procedure, level);
  return ok([
    {
      type: 'PublicNoticeOpened',
      data: {
        noticeId: `C${state.notices.size + 1}`,
        at: place,
        level,
        byUnitId: context.actor.unitId,
        nominees: nomineesWhere(state, isOpen).map(({ id }) => id),
        ...data,
        ...(clock === undefined ? {} : { clock, deadlineId: nextTurn(state, clock) }),
      },
    },
  ]);
};

/** The clock that a notice at a level starts: the one before whose end nothing goes on. */
const noticeClock = ({ clocks }: Procedure, level: string): string | undefined =>
  Object.entries(clocks).find(
    ([, rule]) =>
      rule.binding === 'not_before' && isTriggered(rule.startsOn, { act: 'open-notice', level, left: [], entered: [] }),
  )?.[0];

const lastNotice = ({ notices }: DossierState): NoticeState | undefined => [...notices.values()].at(-1);

/** Something was put up to which somebody could object. */
export const mayRecordObjection: Precondition = ({ state }) =>
  state.notices.size > 0 ? ok(undefined) : refuse('NO_NOTICE', { rule: 'R40' });

/**
 * Ghi phản ánh: each is a fact (R40). A complaint or denunciation that is signed and brings evidence suspends the dossier in the
 * same breath, until it is settled (R18).
 */
export const recordObjection: Feature<'record-objection'> = ({ data, state, place, procedure, context }) => {
  const notice = lastNotice(state);
  if (!notice) return refuse('NO_NOTICE', { rule: 'R40' });
  const named = data.nominees ? checkNamed(state, data.nominees) : ok(undefined);
  if (!named.ok) return named;
  const happened = checkHappened(context, data.letter?.date);
  if (!happened.ok) return happened;
  const serious = data.substantiated && data.kind !== 'comment';
  if (serious && !data.letter) return refuse('OBJECTION_NEEDS_LETTER', { rule: 'R40' });
  const objectionId = `K${state.objectionsNumbered + 1}`;
  const { noticeId } = notice;
  const inTime = isHanging(state, notice, context.effectiveAt);
  const facts: DossierFact[] = [{ type: 'ObjectionRecorded', data: { objectionId, noticeId, ...data, inTime } }];
  if (serious && data.letter && !state.suspended && actRule(procedure, place, 'suspend')) {
    // Its own words are for the body that examines it; the suspension is told to everybody who reads the dossier.
    facts.push({ type: 'DossierSuspended', data: { ground: 'complaint', reason: objectionId, letter: data.letter } });
  }
  return ok(facts);
};

/** Something waits to be settled. */
export const mayResolveObjection: Precondition = ({ state }) =>
  openObjections(state).length > 0 ? ok(undefined) : refuse('NO_OBJECTION_OPEN', { rule: 'R40' });

/** Giải quyết phản ánh. The dossier goes on by its resumption, not by this. */
export const resolveObjection: Feature<'resolve-objection'> = ({ data, state, context }) => {
  const objection = state.objections.get(data.objectionId);
  if (!objection) return refuse('OBJECTION_UNKNOWN', { params: { objection: data.objectionId } });
  if (objection.resolved) return refuse('OBJECTION_SETTLED', { params: { objection: data.objectionId } });
  const happened = checkHappened(context, data.letter?.date);
  return happened.ok ? ok([{ type: 'ObjectionResolved', data }]) : happened;
};

/** The notices that an act has taken down: their whole time is over and the dossier left where they were put up, or it has ended. */
export function noticesOver(
  state: DossierState,
  procedure: Procedure,
  effectiveAt: string,
): readonly Extract<DossierFact, { type: 'PublicNoticeClosed' }>[] {
  const ended = procedure.steps[state.step]?.kind === 'end';
  return [...state.notices.values()]
    .filter(({ closedAt, at }) => closedAt === undefined && !state.places.includes(at))
    .filter((notice) => ended || !isHanging(state, notice, effectiveAt))
    .map(({ noticeId }) => ({ type: 'PublicNoticeClosed', data: { noticeId } }));
}

/** Every notice has hung out for its whole time before a day: before it no council meets. */
export function checkNoticesOver({ state, procedure }: Circumstances, heldOn: LocalDate): Decision<void> {
  const morning = instantAt(heldOn, '00:00');
  for (const notice of state.notices.values()) {
    const window = windowOf(state, notice);
    if (!window || window.earliest <= morning) continue;
    const terms = state.deadlines.get(notice.deadlineId ?? '')?.terms;
    return refuse('WINDOW_NOT_OVER', {
      ...groundOfClock(notice.clock ?? '', procedure.clocks, terms?.source),
      params: { clock: notice.clock ?? notice.at, until: momentText(window.earliest) },
    });
  }
  return ok(undefined);
}
