import { type Decision, type LocalDate, localDateOf, ok, refuse } from '#libs/domain/kernel';
import type { DecisionCommandOf } from '../decision.commands.js';
import type { DecisionFactOf } from '../decision.events.js';
import type { DecisionState, MaybeDecision } from '../decision.state.js';
import { type Multiples, type PrizeList, prizesOn } from '../prize.js';
import { registerStream, symbolOf, yearOf, yearOfRegister } from '../register.js';
import { checkCapacity } from '../signer-capacity.js';
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

/** A draft that may be issued by this actor, as far as it can be told before date and signer are known. */
interface Issuable {
  readonly draft: DecisionState;
  readonly dossiers: ReadonlyMap<string, BoundDossier>;
  readonly multiples: Multiples;
}

/** Whether somebody may issue a decision at all, whatever date and signer he names. */
export function mayIssue(state: MaybeDecision, context: DecisionContext): Decision<Issuable> {
  const draft = inStage(state, 'drafted', context);
  if (!draft.ok) return draft;
  const { recipients, bodyId } = draft.value;
  if (bodyId !== context.actor.unitId) return refuse('OTHER_UNIT');
  const dossiers = boundDossiers(new Set(recipients.map(({ dossierId }) => dossierId)), 'receive-decision', context);
  if (!dossiers.ok) return dossiers;
  const multiples = agreedMultiples(recipients, dossiers.value);
  if (!multiples.ok) return multiples;
  const { id, onBehalfOf } = context.actor;
  const allowed = firstRefusal(
    () => roleAllowed(dossiers.value.values(), ({ decision }) => decision.issueRoles, context),
    () => fourEyes(onBehalfOf === undefined ? [id] : [id, onBehalfOf], dossiers.value.values()),
    () => noneSuspended(dossiers.value.values()),
    () => noneElsewhere(draft.value, dossiers.value),
  );
  return allowed.ok ? ok({ draft: draft.value, dossiers: dossiers.value, multiples: multiples.value }) : allowed;
}

/**
 * Whether a decision may be issued, all but its number: what the handler asks before it takes one from the register, so
 * that a refused command leaves no taken number behind. Answers the prizes.
 */
export function checkIssue({ data }: Issue, state: MaybeDecision, context: DecisionContext): Decision<PrizeList> {
  const may = mayIssue(state, context);
  if (!may.ok) return may;
  const { draft, dossiers, multiples } = may.value;
  const allowed = firstRefusal(
    () => allEntered(draft, dossiers),
    () => fourEyes([data.signer.accountId], dossiers.values()),
    () => dateAllowed(data.date, draft.draftedOn, context),
    () => checkCapacity(data.signer, { award: draft.award, date: data.date }),
  );
  return allowed.ok ? prizesOn(data.date, draft.recipients, multiples, context.prizes) : allowed;
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
  const { baseSalary, prizes, gradedPrizes, unknown, roundedUpTo, total } = checked.value;
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
        ...(gradedPrizes.length > 0 ? { gradedPrizes: [...gradedPrizes] } : {}),
        ...(unknown.length > 0 ? { prizesUnknown: [...unknown] } : {}),
        roundedUpTo,
        total,
      },
    },
  ]);
}

/** Neither who issues nor who signs has submitted or appraised one of the dossiers (R42). */
function fourEyes(hands: readonly string[], dossiers: Iterable<BoundDossier>): Decision<void> {
  for (const { procedure, actors } of dossiers) {
    const act = procedure.decision.signerNotSameAs.find((each) => hands.some((hand) => actors[each]?.includes(hand)));
    if (act) return refuse('FOUR_EYES', { rule: 'R42', params: { act } });
  }
  return ok(undefined);
}

type Dossiers = ReadonlyMap<string, BoundDossier>;

/**
 * Every recipient is still approved and stands in no other decision. Two drafts made at the same moment may list one nominee;
 * the dossier takes only one of them, and only that one can be issued.
 */
function noneElsewhere(draft: DecisionState, dossiers: Dossiers): Decision<void> {
  const elsewhere = recipientsIn(draft, dossiers, (decisionId) => decisionId !== undefined && decisionId !== draft.id);
  if (!elsewhere.ok) return elsewhere;
  return elsewhere.value.length > 0
    ? refuse('NOMINEE_IN_ANOTHER_DECISION', { params: { nominees: elsewhere.value } })
    : ok(undefined);
}

/** Every recipient is reserved for this decision in the dossier's own stream. Who issues enters those a crash has left out. */
function allEntered(draft: DecisionState, dossiers: Dossiers): Decision<void> {
  const nowhere = recipientsIn(draft, dossiers, (decisionId) => decisionId === undefined);
  if (!nowhere.ok) return nowhere;
  return nowhere.value.length > 0
    ? refuse('NOMINEES_NOT_ENTERED', { params: { nominees: nowhere.value } })
    : ok(undefined);
}

function recipientsIn(
  { recipients }: DecisionState,
  dossiers: Dossiers,
  wanted: (decisionId: string | undefined) => boolean,
): Decision<readonly string[]> {
  const approved = approvedOf(recipients, dossiers);
  if (!approved.ok) return approved;
  return ok(named(approved.value.filter(({ nominee }) => wanted(nominee.decisionId)).map(({ listed }) => listed)));
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
