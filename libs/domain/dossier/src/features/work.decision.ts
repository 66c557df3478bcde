import { type Actor, type Decision, momentText, ok, refuse } from '#libs/domain/kernel';
import type { DossierContext, HolderNow } from '../dossier.context.js';
import type { DossierState, Holder, Holders } from '../dossier.state.js';
import { type HeldRole, heldRoles } from '../events/work.events.js';
import { holdersOf } from '../evolve/work.evolve.js';
import { checkPosition } from '../gate/people.js';
import type { ActRule } from '#libs/domain/procedure';
import type { Ask, Feature, Precondition } from './feature.js';

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
  const { actor, standing } = ask.context;
  const role = claimedRole(ask);
  if (!role.ok) return role;
  const { id: accountId, positionId, unitId } = actor;
  const holder = holdersNow(ask.state, ask.context)[role.value];
  if (holder && isHeldBy(holder, actor)) return ok([]);
  if (holder && !yields(holder, actor)) return refuse('DOSSIER_HELD', { params: wordsOf(holder) });
  if (!standing?.roles.includes(role.value)) {
    return refuse('ASSIGNEE_NOT_IN_POSITION', { params: { account: accountId, position: positionId } });
  }
  return ok([{ type: 'DossierClaimed', data: { role: role.value, accountId, positionId, unitId } }]);
};

const isHeldBy = (holder: Holder, { id, positionId }: Pick<Actor, 'id' | 'positionId'>): boolean =>
  holder.accountId === id && holder.positionId === positionId;

/** It is his already, or it was left behind in the position that he holds now. */
const yields = ({ accountId, positionId, left }: HolderNow, actor: Actor): boolean =>
  accountId === actor.id || (left === true && positionId === actor.positionId);

/** Who may act here, and holds his position, may claim it unless somebody else holds it in every role that he could. */
export const mayClaim: Precondition = ({ rule, state, context }) => {
  const { id: account, positionId: position } = context.actor;
  const roles = rolesToClaim(rule, state, context);
  const held = roles.map((role) => holdersNow(state, context)[role]);
  const [first] = held;
  const free = held.some((holder) => !holder || yields(holder, context.actor));
  if (!free && first) return refuse('DOSSIER_HELD', { params: wordsOf(first) });
  return roles.some((role) => context.standing?.roles.includes(role))
    ? ok(undefined)
    : refuse('ASSIGNEE_NOT_IN_POSITION', { params: { account, position } });
};

/** Only who holds something gives it back. */
export const mayRelease: Precondition = ({ state, context }) => {
  const holders = Object.values(holdersNow(state, context));
  const [first] = holders;
  if (!first) return refuse('DOSSIER_NOT_HELD');
  const own = holders.some(({ accountId }) => accountId === context.actor.id);
  return own ? ok(undefined) : refuse('NOT_THE_HOLDER', { params: wordsOf(first) });
};

/** The held roles of an actor that act here, in the unit to which each belongs. */
const rolesToClaim = ({ roles }: ActRule, state: DossierState, { actor }: DossierContext): readonly HeldRole[] =>
  heldRoles.filter((role) => roles.includes(role) && checkPosition([role], actor, state).ok);

/** The role that was named, or of the actor's that act here the first that nobody else holds. */
function claimedRole({ data, rule, state, context }: Ask<'claim'>): Decision<HeldRole> {
  const { roles } = rule;
  const named = data.role;
  if (named !== undefined && !roles.includes(named)) return refuse('POSITION_NOT_ALLOWED', { params: { roles } });
  const possible = rolesToClaim(rule, state, context).filter((role) => (named ?? role) === role);
  const fitting =
    possible.find((role) => {
      const holder = holdersNow(state, context)[role];
      return !holder || yields(holder, context.actor);
    }) ?? possible[0];
  return fitting ? ok(fitting) : refuse('POSITION_NOT_ALLOWED', { params: { roles: named ? [named] : roles } });
}

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

/** A role's work ends for its holder. */
export const released = (
  role: HeldRole,
  { accountId, positionId }: Holder,
  why: { readonly reason: string } | { readonly cause: string },
) => ({ type: 'DossierReleased' as const, data: { role, accountId, positionId, ...why } });
