import type { Proposal } from '#libs/domain/eligibility';
import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { DossierCommandOf } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact } from '../dossier.events.js';
import type { DossierState, NomineeState } from '../dossier.state.js';
import { procedureFor } from '../gate/procedure-for.js';
import { nomineesWhere } from '../nominees.js';
import { proposalFor } from '../proposals.js';

/**
 * Ghi nhận mất căn cứ (R56): an award on which a finding rests counts no more. Told of nominees who still wait for a decision,
 * with what is proposed now; the verdict stays the officer's. A dossier at its end and a nominee who was decided are not
 * touched: taking their award away needs its own decision (R55). Told twice, it happens once.
 */
export function noteLostEvidence(
  { data }: DossierCommandOf<'note-lost-evidence'>,
  state: DossierState,
  context: DossierContext,
): Decision<readonly DossierFact[]> {
  if (!context.actor.roles.includes('system')) return refuse('POSITION_NOT_ALLOWED', { params: { roles: ['system'] } });
  const governing = procedureFor('appraise-nominees', state, context);
  if (!governing.ok) return governing;
  const procedure = governing.value;
  if (procedure.steps[state.step]?.kind === 'end') return ok([]);
  const lost = new Set(data.refs);
  const concerned = nomineesWhere(state, (nominee) => !nominee.decided && newlyLost(nominee, lost).length > 0);
  if (concerned.length === 0) return ok([]);
  const nominees = concerned.map((nominee) => {
    const proposal = proposalFor(nominee, { state, procedure, context });
    return { nomineeId: nominee.id, refs: newlyLost(nominee, lost), ...(proposal ? { proposal } : {}) };
  });
  return ok([{ type: 'EvidenceLost', data: { nominees } }]);
}

/** What his verdict rests on, is lost, and was not told yet. */
const newlyLost = ({ verdict, evidenceLost }: NomineeState, lost: ReadonlySet<string>): string[] =>
  restsOn(verdict?.proposal).filter((ref) => lost.has(ref) && !evidenceLost?.refs.includes(ref));

/** The earlier awards that a proposal counted. */
export const restsOn = (proposal: Proposal | undefined): readonly string[] => [
  ...new Set(
    (proposal?.findings ?? []).flatMap(({ counted }) =>
      counted.flatMap(({ of, ref }) => (of === 'history' ? [ref] : [])),
    ),
  ),
];
