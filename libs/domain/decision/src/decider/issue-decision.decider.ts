import { type Decision, type LocalDate, localDateOf, ok, refuse } from '#libs/domain/kernel';
import type { DecisionCommandOf } from '../decision.commands.js';
import type { DecisionFactOf } from '../decision.events.js';
import type { DecisionState, MaybeDecision } from '../decision.state.js';
import { type PrizeList, prizesOn } from '../prize.js';
import { registerStream, symbolOf, yearOf, yearOfRegister } from '../register.js';
import {
  type BoundDossier,
  agreedMultiples,
  approvedOf,
  boundDossiers,
  inStage,
  named,
  noneSuspended,
  roleAllowed,
} from './common-rules.js';
import type { DecisionContext } from './decision.context.js';

type Issue = DecisionCommandOf<'issue'>;

/**
 * Whether a decision may be issued, all but its number: what the handler asks before it takes one from the register, so
 * that a refused command leaves no taken number behind. Answers the prizes.
 */
export function checkIssue({ data }: Issue, state: MaybeDecision, context: DecisionContext): Decision<PrizeList> {
  const draft = inStage(state, 'drafted', context);
  if (!draft.ok) return draft;
  const { recipients, bodyId, draftedOn } = draft.value;
  if (bodyId !== context.actor.unitId) return refuse('OTHER_UNIT');
  const dossiers = boundDossiers(new Set(recipients.map(({ dossierId }) => dossierId)), 'receive-decision', context);
  if (!dossiers.ok) return dossiers;
  const multiples = agreedMultiples(recipients, dossiers.value);
  if (!multiples.ok) return multiples;
  const allowed = firstRefusal(
    () => roleAllowed(dossiers.value.values(), ({ decision }) => decision.issueRoles, context),
    () => fourEyes(data.signer.accountId, dossiers.value.values(), context),
    () => noneSuspended(dossiers.value.values()),
    () => allEntered(draft.value, dossiers.value),
    () => dateAllowed(data.date, draftedOn, context),
  );
  return allowed.ok ? prizesOn(data.date, recipients, multiples.value, context.prizes) : allowed;
}

/**
 * Ban hành: the decision gets its number, date, signer and prizes, and changes no more. Throws when the context holds no
 * number: taking one is the handler's part, after `checkIssue`.
 */
export function issueDecision(
  command: Issue,
  state: MaybeDecision,
  context: DecisionContext,
): Decision<readonly [DecisionFactOf<'DecisionIssued'>]> {
  const checked = checkIssue(command, state, context);
  if (!checked.ok) return checked;
  if (!state || !context.number) throw new Error('A decision cannot be issued before a number was taken for it.');
  const { date, sign, signer } = command.data;
  const { register, number } = context.number;
  if (register !== registerStream(state.bodyId, state.series, date)) {
    const params = { number, year: yearOfRegister(register) };
    if (params.year === yearOf(date))
      throw new Error(`Number ${number} stands in a register of another body or series.`);
    return refuse('NUMBER_TAKEN_IN_OTHER_YEAR', { rule: 'R45', params });
  }
  const { baseSalary, prizes, roundedUpTo, total } = checked.value;
  const { amount, from, source } = baseSalary;
  return ok([
    {
      type: 'DecisionIssued',
      data: {
        number,
        symbol: symbolOf(number, sign),
        date,
        signer,
        baseSalary: { amount, from, source },
        prizes,
        roundedUpTo,
        total,
      },
    },
  ]);
}

/** Neither who issues nor who signs has submitted or appraised one of the dossiers (R42). */
function fourEyes(signer: string, dossiers: Iterable<BoundDossier>, { actor }: DecisionContext): Decision<void> {
  const hands = [actor.id, signer, ...(actor.onBehalfOf ? [actor.onBehalfOf] : [])];
  for (const { procedure, actors } of dossiers) {
    const act = procedure.decision.signerNotSameAs.find((each) => hands.some((hand) => actors[each]?.includes(hand)));
    if (act) return refuse('FOUR_EYES', { rule: 'R42', params: { act } });
  }
  return ok(undefined);
}

/**
 * Every recipient is still approved and reserved for this decision in the dossier's own stream. Two drafts made at the same
 * moment may list one nominee; the dossier takes only one of them, and only that one can be issued.
 */
function allEntered(draft: DecisionState, dossiers: ReadonlyMap<string, BoundDossier>): Decision<void> {
  const approved = approvedOf(draft.recipients, dossiers);
  if (!approved.ok) return approved;
  const where = (wanted: (decisionId: string | undefined) => boolean) =>
    named(approved.value.filter(({ nominee }) => wanted(nominee.decisionId)).map(({ listed }) => listed));
  const elsewhere = where((decisionId) => decisionId !== undefined && decisionId !== draft.id);
  if (elsewhere.length > 0) return refuse('NOMINEE_IN_ANOTHER_DECISION', { params: { nominees: elsewhere } });
  const nowhere = where((decisionId) => decisionId === undefined);
  return nowhere.length > 0 ? refuse('NOMINEES_NOT_ENTERED', { params: { nominees: nowhere } }) : ok(undefined);
}

function dateAllowed(date: LocalDate, drafted: LocalDate, { now }: DecisionContext): Decision<void> {
  if (date > localDateOf(now)) return refuse('DATE_IN_FUTURE', { params: { date } });
  return date < drafted ? refuse('DECISION_DATED_BEFORE_DRAFT', { params: { date, drafted } }) : ok(undefined);
}

function firstRefusal(...checks: readonly (() => Decision<void>)[]): Decision<void> {
  for (const check of checks) {
    const result = check();
    if (!result.ok) return result;
  }
  return ok(undefined);
}
