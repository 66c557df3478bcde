import { type DossierState, type NomineeState, procedureFor, proposalFor } from '#libs/domain/dossier';
import { findingSentence, nothingKnown, type Proposal } from '#libs/domain/eligibility';
import type { Bilingual, Clock, Decision, Language, SentenceNames } from '#libs/domain/kernel';
import { ok } from '#libs/domain/kernel';
import type { Law } from '#libs/service/law';
import { asHistory, type HistoryLine } from '#libs/service/read-models';
import type { ReadHistories } from './read-histories.js';

/** What the system proposes about a nominee now, and all that it knows of him. */
export interface NomineeProposal {
  readonly nomineeId: string;
  /** Absent where the procedure asks nothing of him. */
  readonly proposal?: Proposal;
  /** One line for each finding, in their order. */
  readonly told: readonly Bilingual[];
  readonly history: readonly HistoryLine[];
}

/** Đề xuất: the proposals for nominees of a dossier as they would be judged now, by the version that governs it. */
export class TellProposals {
  constructor(
    private readonly histories: Pick<ReadHistories, 'linesOf'>,
    private readonly law: Law,
    private readonly clock: Clock,
  ) {}

  async of(dossier: DossierState, nominees: readonly NomineeState[]): Promise<Decision<readonly NomineeProposal[]>> {
    const effectiveAt = this.clock.now();
    const governing = procedureFor('appraise-nominees', dossier, { effectiveAt, versions: this.law.procedures });
    if (!governing.ok) return governing;
    const procedure = governing.value;
    const found = await this.histories.linesOf(
      dossier,
      nominees.map(({ id }) => id),
    );
    return ok(
      nominees.map((nominee) => {
        const known = found.get(nominee.id);
        const histories = new Map([[nominee.id, known ? asHistory(known) : nothingKnown]]);
        const proposal = proposalFor(nominee, { state: dossier, procedure, context: { effectiveAt, histories } });
        const told = (proposal?.findings ?? []).flatMap((finding) => {
          const criterion = procedure.criteria.prerequisites.find(({ id }) => id === finding.criterion);
          if (!criterion) return [];
          const line = (language: Language) => findingSentence(finding, criterion, language, this.awardIn(language));
          return [{ vi: line('vi'), en: line('en') }];
        });
        return { nomineeId: nominee.id, ...(proposal ? { proposal } : {}), told, history: known?.lines ?? [] };
      }),
    );
  }

  private awardIn(language: Language): SentenceNames['award'] {
    return (code) => this.law.procedures.findLast((each) => each.code === code)?.names[language] ?? code;
  }
}
