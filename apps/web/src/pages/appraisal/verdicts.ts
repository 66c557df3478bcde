import type { Nominee, NomineeProposal } from '../../api/dossier.js';

/** A verdict as it is being written. */
export interface VerdictDraft {
  readonly verdict: '' | 'qualified' | 'not_qualified';
  readonly reason: string;
  readonly evidence: readonly string[];
  readonly deviation: string;
}

export type Verdicts = Readonly<Record<string, VerdictDraft>>;

export const emptyVerdict: VerdictDraft = { verdict: '', reason: '', evidence: [], deviation: '' };

/** The machine says yes and the officer no, or the other way round; what the machine does not know, nobody departs from. */
export const departs = (draft: Pick<VerdictDraft, 'verdict'>, outcome: string | undefined): boolean =>
  (draft.verdict === 'qualified' && outcome === 'fail') || (draft.verdict === 'not_qualified' && outcome === 'pass');

/** The proposal that a verdict is measured by. */
export const proposalOf = (nominee: Nominee, proposals: ReadonlyMap<string, NomineeProposal>) =>
  proposals.get(nominee.id)?.proposal ?? nominee.verdict?.proposal;

export type Lacking = 'verdict' | 'reason' | 'deviation';

/** What a verdict still lacks; nothing is asked of one that nobody has begun. */
export function lackingIn(draft: VerdictDraft | undefined, outcome: string | undefined): readonly Lacking[] {
  if (!draft || draft.verdict === '') return draft && draft.reason.trim() !== '' ? ['verdict'] : [];
  return [
    ...(draft.reason.trim() === '' ? (['reason'] as const) : []),
    ...(departs(draft, outcome) && draft.deviation.trim() === '' ? (['deviation'] as const) : []),
  ];
}

const clean = (text: string): string => text.trim().normalize('NFC');

/** The body of the command: what was begun, and no more. */
export const bodyOf = (verdicts: Verdicts, outcomeOf: (nomineeId: string) => string | undefined) => ({
  verdicts: Object.entries(verdicts)
    .filter(([, { verdict }]) => verdict !== '')
    .map(([nomineeId, draft]) => ({
      nomineeId,
      verdict: draft.verdict,
      reason: clean(draft.reason),
      evidence: [...draft.evidence],
      ...(departs(draft, outcomeOf(nomineeId)) ? { deviation: clean(draft.deviation) } : {}),
    })),
});
