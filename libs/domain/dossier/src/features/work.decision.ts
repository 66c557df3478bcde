import { type Actor, type Decision, momentText, ok, refuse } from '#libs/domain/kernel';
import type { DossierContext, HolderNow } from '../dossier.context.js';
import type { DossierState, Holder, Holders } from '../dossier.state.js';
import { type HeldRole, heldRoles } from '../events/work.events.js';
import { holdersOf } from '../evolve/work.evolve.js';
import { groundOf } from '../gate/ground.js';
import { checkPosition } from '../gate/people.js';
import type { Circumstances, Feature, Precondition } from './feature.js';

/** Who holds the dossier, with the handovers that the context counted in. */
export const holdersNow = (state: DossierState, { holders }: DossierContext): Holders<HolderNow> =>
  holders ?? holdersOf(state);

const wordsOf = ({ accountId, positionId, since }: Holder) => ({
  account: accountId,
  position: positionId,
  since: momentText(since),
  sinceAt: since,
});

/**
 * Nhận xử lý: a free dossier, for oneself and in person. The stream's revision makes it a compare-and-set: of two who claim
 * at the same moment the second decides again, and is told who was first and since when (`DOSSIER_HELD`). Whoever follows in
 * a position may take what its last holder left behind in it.
 */
export const claim: Feature<'claim'> = (ask) => {
  const { data, rule, context } = ask;
  const { role: named } = data;
  const fitting = rolesToClaim(ask);
  const role =
    named === undefined
      ? (fitting.find((each) => claimable(each, ask).ok) ?? fitting[0])
      : fitting.find((each) => each === named);
  if (!role) {
    const roles = named !== undefined && rule.roles.includes(named) ? [named] : rule.roles;
    return refuse('POSITION_NOT_ALLOWED', { ...groundOf(ask.procedure), params: { roles } });
  }
  const free = claimable(role, ask);
  if (!free.ok) return free;
  const { id: accountId, positionId, unitId } = context.actor;
  return ok(free.value ? [{ type: 'DossierClaimed', data: { role, accountId, positionId, unitId } }] : []);
};

/** Whether one of the roles in which the actor works here is free for him. */
export const mayClaim: Precondition = (circumstances) => {
  const answers = rolesToClaim(circumstances).map((role) => claimable(role, circumstances));
  if (answers.some((answer) => answer.ok)) return ok(undefined);
  const [first] = answers;
  const { rule, procedure } = circumstances;
  return first && !first.ok
    ? first
    : refuse('POSITION_NOT_ALLOWED', { ...groundOf(procedure), params: { roles: rule.roles } });
};

/** The roles that act here and that the actor has, in the unit where they act. */
const rolesToClaim = ({ rule, state, procedure, context }: Circumstances): readonly HeldRole[] =>
  heldRoles.filter((role) => rule.roles.includes(role) && checkPosition([role], context.actor, procedure, state).ok);

/** Why the actor cannot take a role's work for himself; else whether he has still to take it. */
function claimable(role: HeldRole, { state, context }: Circumstances): Decision<boolean> {
  const { actor, standing } = context;
  const { id: accountId, positionId } = actor;
  const holder = holdersNow(state, context)[role];
  if (holder && isHeldBy(holder, actor)) return ok(false);
  const inherits = holder?.left === true && holder.positionId === positionId;
  if (holder && holder.accountId !== accountId && !inherits) return refuse('DOSSIER_HELD', { params: wordsOf(holder) });
  return standing?.roles.includes(role)
    ? ok(true)
    : refuse('ASSIGNEE_NOT_IN_POSITION', { params: { account: accountId, position: positionId } });
}

const isHeldBy = (holder: Holder, { id, positionId }: Pick<Actor, 'id' | 'positionId'>): boolean =>
  holder.accountId === id && holder.positionId === positionId;

/** Phân công, giao lại: to who holds a position of the body that does this work; from somebody else with a reason. */
export const assign: Feature<'assign'> = ({ data, state, context }) => {
  const { role, accountId, positionId, reason } = data;
  const { standing } = context;
  const params = { account: accountId, position: positionId, role };
  if (!standing) return refuse('ASSIGNEE_NOT_IN_POSITION', { params });
  if (standing.unitId !== state.bodyId) return refuse('ASSIGNEE_IN_OTHER_UNIT', { params });
  if (!standing.roles.includes(role)) return refuse('ASSIGNEE_WITHOUT_ROLE', { params });
  const holder = holdersNow(state, context)[role];
  if (holder && isHeldBy(holder, { id: accountId, positionId })) return ok([]);
  if (holder && reason === undefined) return refuse('REASSIGNMENT_NEEDS_REASON', { params: wordsOf(holder) });
  const from = holder && { from: { accountId: holder.accountId, positionId: holder.positionId } };
  return ok([
    {
      type: 'DossierAssigned',
      data: { role, accountId, positionId, unitId: standing.unitId, ...from, ...(reason ? { reason } : {}) },
    },
  ]);
};

/** Trả lại việc: by the holder himself, with a reason; the dossier is free again. */
export const release: Feature<'release'> = ({ data, state, context }) => {
  const holders = Object.entries(holdersNow(state, context)) as [HeldRole, HolderNow][];
  const asked = data.role === undefined ? holders : holders.filter(([role]) => role === data.role);
  const own = asked.find(([, holder]) => holder.accountId === context.actor.id);
  if (own) return ok([released(own[0], own[1], { reason: data.reason })]);
  const [other] = asked;
  return other ? refuse('NOT_THE_HOLDER', { params: wordsOf(other[1]) }) : refuse('DOSSIER_NOT_HELD');
};

/** Whether there is anything of the actor's to give back. */
export const mayRelease: Precondition = ({ state, context }) => {
  const holders = Object.values(holdersNow(state, context));
  const [first] = holders;
  if (!first) return refuse('DOSSIER_NOT_HELD');
  return holders.some(({ accountId }) => accountId === context.actor.id)
    ? ok(undefined)
    : refuse('NOT_THE_HOLDER', { params: wordsOf(first) });
};

/** A role's work ends for its holder. */
export const released = (
  role: HeldRole,
  { accountId, positionId }: Holder,
  why: { readonly reason: string } | { readonly cause: string },
) => ({ type: 'DossierReleased' as const, data: { role, accountId, positionId, ...why } });
