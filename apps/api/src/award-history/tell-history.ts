import type { Bilingual, LocalDate } from '#libs/domain/kernel';
import type { Proposal } from '#libs/domain/eligibility';
import type { AwardKind, NomineeKind } from '#libs/domain/procedure';
import type { NomineeProposal } from '#libs/service/commands';
import type { HistoryLine, HistoryRow } from '#libs/service/read-models';

/** An earlier award as whoever appraises reads it. */
export interface PastAwardTold {
  readonly ref: string;
  readonly kind: NomineeKind;
  readonly name: string;
  readonly unit: string;
  readonly code?: string;
  readonly birthDate?: LocalDate;
  readonly award?: string;
  readonly awardKind?: AwardKind;
  readonly grade?: string;
  readonly meritYear?: number;
  readonly variant?: string;
  readonly decidedOn?: LocalDate;
  readonly decision?: string;
  readonly decidedBy?: string;
  readonly source?: string;
  readonly struck: boolean;
  readonly cancelled: boolean;
  readonly covers?: { readonly from?: number; readonly to: number };
  readonly position: string;
}

export interface ProposalTold {
  readonly nomineeId: string;
  readonly proposal?: Proposal;
  readonly told: readonly Bilingual[];
  readonly history: readonly { readonly by: HistoryLine['by']; readonly pastAward: PastAwardTold }[];
}

/** A row without what only serves to find it. */
export function tellPastAward(row: HistoryRow): PastAwardTold {
  const { ref, kind, name, unit, struck, cancelled, coveredFrom, coveredTo, position } = row;
  return {
    ref,
    kind,
    name,
    unit,
    ...present('code', row.code ?? row.recognisedCode),
    ...present('birthDate', row.birthDate),
    ...present('award', row.award),
    ...present('awardKind', row.awardKind),
    ...present('grade', row.grade),
    ...present('meritYear', row.meritYear),
    ...present('variant', row.variant),
    ...present('decidedOn', row.decidedOn),
    ...present('decision', row.decision),
    ...present('decidedBy', row.decidedBy),
    ...present('source', row.source),
    struck,
    cancelled,
    ...(coveredTo === null ? {} : { covers: { ...present('from', coveredFrom), to: coveredTo } }),
    position,
  };
}

export const tellProposal = ({ nomineeId, proposal, told, history }: NomineeProposal): ProposalTold => ({
  nomineeId,
  ...(proposal ? { proposal } : {}),
  told,
  history: history.map(({ by, row }) => ({ by, pastAward: tellPastAward(row) })),
});

const present = <Key extends string, Value>(key: Key, value: Value | null): { [K in Key]?: Value } =>
  value === null ? {} : ({ [key]: value } as { [K in Key]: Value });
