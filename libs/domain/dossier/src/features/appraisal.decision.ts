import type { Proposal } from '#libs/domain/eligibility';
import { type Decision, ok, refuse, type RuleId } from '#libs/domain/kernel';
import type { DossierFactOf } from '../dossier.events.js';
import { checkNamed, listed, nomineesWhere } from '../nominees.js';
import { proposalFor } from '../proposals.js';
import { type Ask, type Feature, type Precondition, nextPlace } from './feature.js';

type Verdict = DossierFactOf<'NomineesAppraised'>['data']['verdicts'][number];

/** Somebody is left to be judged at this level. */
export const mayAppraise: Precondition = ({ state }) => {
  if (state.nominees.size === 0) return refuse('NO_NOMINEES');
  const all = [...state.nominees.values()];
  return all.some(({ dropped }) => !dropped)
    ? ok(undefined)
    : refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: listed(all.map(({ id }) => id)) } });
};

/**
 * Thẩm định đối tượng: a verdict each, for some or all; a later one replaces the earlier. Beside each stands what the criteria
 * said and on what that rested: the machine proposes, the officer decides, and says why where he decides otherwise.
 */
export const appraiseNominees: Feature<'appraise-nominees'> = (ask) => {
  const { data, state } = ask;
  const ids = data.verdicts.map(({ nomineeId }) => nomineeId);
  const named = checkNamed(state, ids);
  if (!named.ok) return named;
  const dropped = ids.filter((id) => state.nominees.get(id)?.dropped);
  if (dropped.length > 0) return refuse('NOMINEE_NOT_ELIGIBLE', { params: { nominees: listed(dropped) } });
  const verdicts = data.verdicts.map((given): Verdict => {
    const nominee = state.nominees.get(given.nomineeId);
    const proposal = nominee && proposalFor(nominee, ask);
    return { ...given, ...(proposal ? { proposal } : {}) };
  });
  const explained = checkDeviations(verdicts, ask);
  return explained.ok ? ok([{ type: 'NomineesAppraised', data: { verdicts } }]) : explained;
};

/** Refuses `VERDICT_NEEDS_DEVIATION`, under the rule that proposed otherwise, for who says neither that nor why. */
function checkDeviations(verdicts: readonly Verdict[], { procedure }: Ask<'appraise-nominees'>): Decision<void> {
  const unexplained = verdicts.filter((given) => isOtherwise(given) && given.deviation === undefined);
  const [first] = unexplained;
  if (!first?.proposal) return ok(undefined);
  const { criterion, rule } = decisive(first.proposal);
  const source = procedure.criteria.prerequisites.find(({ id }) => id === criterion)?.source;
  return refuse('VERDICT_NEEDS_DEVIATION', {
    rule: rule as RuleId,
    ...(source ? { source } : {}),
    params: { criterion, nominees: listed(unexplained.map(({ nomineeId }) => nomineeId)) },
  });
}

/** A proposal that leaves it open is none to differ from. */
const isOtherwise = ({ verdict, proposal }: Verdict): boolean =>
  proposal !== undefined &&
  proposal.outcome !== 'unknown' &&
  (proposal.outcome === 'pass') !== (verdict === 'qualified');

/** The finding for which a proposal is what it is. */
const decisive = ({ outcome, findings }: Proposal) => {
  const [first] = findings.filter((finding) => finding.outcome === outcome);
  if (!first) throw new Error('A proposal has the outcome of one of its findings.');
  return first;
};

/**
 * Everybody has a verdict, and somebody qualifies. A dossier in which nobody does would stand before a council that has nothing
 * to vote on; it is returned instead (R8).
 */
export const mayCompleteAppraisal: Precondition = ({ state }) => {
  const judged = nomineesWhere(state, ({ dropped }) => !dropped);
  const open = judged.filter(({ verdict }) => !verdict).map(({ id }) => id);
  if (open.length > 0) return refuse('NOMINEES_NOT_COVERED', { params: { nominees: listed(open) } });
  return judged.some(({ verdict }) => verdict?.verdict === 'qualified')
    ? ok(undefined)
    : refuse('NO_QUALIFIED_NOMINEE', { rule: 'R8' });
};

/** Hoàn thành thẩm định: the verdicts are counted, and the dossier goes on. */
export const completeAppraisal: Feature<'complete-appraisal'> = (ask) => {
  const judged = nomineesWhere(ask.state, ({ dropped }) => !dropped);
  const qualified = judged.filter(({ verdict }) => verdict?.verdict === 'qualified').length;
  return ok([
    { type: 'DossierAppraised', data: { qualified, notQualified: judged.length - qualified, ...nextPlace(ask) } },
  ]);
};
