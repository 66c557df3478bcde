import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { DecisionCommandOf } from '../decision.commands.js';
import type { DecisionFactOf } from '../decision.events.js';
import { type MaybeDecision, type Recipient, recipientKey } from '../decision.state.js';
import {
  type BoundDossier,
  type Listed,
  agreedMultiples,
  approvedOf,
  boundDossiers,
  named,
  noneSuspended,
  roleAllowed,
} from './common-rules.js';
import type { DecisionContext } from './decision.context.js';

/** How many recipients one decision holds: its draft is one event, and an append stays under 900 kB. */
export const RECIPIENTS_LIMIT = 2_000;

/** Dự thảo: approved nominees of dossiers of one award and of the actor's body, numbered as they are listed (R45). */
export function draftDecision(
  { data }: DecisionCommandOf<'draft'>,
  state: MaybeDecision,
  context: DecisionContext,
): Decision<readonly [DecisionFactOf<'DecisionDrafted'>]> {
  if (state) return refuse('DECISION_NOT_IN_STATE', { params: { state: state.stage } });
  const dossiers = boundDossiers(
    new Set(data.dossiers.map(({ dossierId }) => dossierId)),
    'enter-in-decision',
    context,
  );
  if (!dossiers.ok) return dossiers;
  const role = roleAllowed(dossiers.value.values(), ({ decision }) => decision.draftRoles, context);
  if (!role.ok) return role;
  const active = noneSuspended(dossiers.value.values());
  if (!active.ok) return active;
  const award = oneAward(dossiers.value);
  if (!award.ok) return award;
  const listed = data.dossiers.flatMap(({ dossierId, nominees }) =>
    nominees.map((nomineeId): Listed => ({ dossierId, nomineeId })),
  );
  const recipients = recipientsOf(listed, dossiers.value, context);
  if (!recipients.ok) return recipients;
  const multiples = agreedMultiples(recipients.value, dossiers.value);
  if (!multiples.ok) return multiples;
  const { decisionId, actor } = context;
  return ok([
    {
      type: 'DecisionDrafted',
      data: {
        decisionId,
        bodyId: actor.unitId,
        series: data.series,
        award: award.value,
        recipients: [...recipients.value],
      },
    },
  ]);
}

function oneAward(dossiers: ReadonlyMap<string, BoundDossier>): Decision<string> {
  const awards = [...new Set([...dossiers.values()].map(({ procedure }) => procedure.code))];
  const [award] = awards;
  if (award === undefined) return refuse('DECISION_HAS_NO_RECIPIENTS');
  return awards.length === 1 ? ok(award) : refuse('DECISION_MIXES_AWARDS', { params: { awards } });
}

function recipientsOf(
  listed: readonly Listed[],
  dossiers: ReadonlyMap<string, BoundDossier>,
  { decisionId }: DecisionContext,
): Decision<readonly Recipient[]> {
  if (listed.length > RECIPIENTS_LIMIT) return refuse('TOO_MANY_RECIPIENTS', { params: { limit: RECIPIENTS_LIMIT } });
  if (listed.length === 0) return refuse('DECISION_HAS_NO_RECIPIENTS');
  const seen = new Set<string>();
  const twice = listed.filter((each) => seen.size === seen.add(recipientKey(each)).size);
  if (twice.length > 0) return refuse('NOMINEE_TWICE', { params: { nominees: named(twice) } });
  const approved = approvedOf(listed, dossiers);
  if (!approved.ok) return approved;
  const elsewhere = approved.value.filter(({ nominee }) => nominee.decisionId && nominee.decisionId !== decisionId);
  if (elsewhere.length > 0) {
    const nominees = named(elsewhere.map(({ listed }) => listed));
    return refuse('NOMINEE_IN_ANOTHER_DECISION', { params: { nominees } });
  }
  return ok(
    approved.value.map(({ listed, nominee }, index) => ({
      ...listed,
      kind: nominee.kind,
      ...(nominee.grade === undefined ? {} : { grade: nominee.grade }),
      goldenBookNumber: index + 1,
    })),
  );
}
