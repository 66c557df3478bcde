import type { Instant, LocalDate } from '#libs/domain/kernel';
import { inOrder, standingOf, type VersionStanding } from './periods.js';
import type { DryRunSummary, ProcedureLife } from './procedure-life.state.js';

/** A draft or a version as a line of the operator's page: where it stands, who wrote and who published it, and under whom dossiers run. */
export interface ProcedureVersionView {
  readonly version: string;
  readonly standing: 'draft' | VersionStanding;
  readonly hash: string;
  /** Absent for a draft. */
  readonly from?: LocalDate;
  /** The first day on which it takes no dossier; absent without an end, and for a draft. */
  readonly until?: LocalDate;
  /** Dossiers received under it that have not come to their end. */
  readonly running: number;
  readonly origin?: 'shipped' | 'draft';
  /** Accounts. */
  readonly drafters: readonly string[];
  readonly publishedBy?: string;
  readonly publishedAt?: Instant;
  /** Of a draft: what the check found. */
  readonly faults?: number;
  readonly dryRun?: DryRunSummary;
  readonly endReason?: string;
}

export interface ProcedureLifeView {
  readonly code: string;
  readonly revision: number;
  /** Drafts first, then versions from the newest to the oldest. */
  readonly versions: readonly ProcedureVersionView[];
}

/** The life of a procedure as it stands on a day. @param running open dossiers by the version that binds them. */
export function viewProcedureLife(
  life: ProcedureLife,
  today: LocalDate,
  running: ReadonlyMap<string, number>,
): ProcedureLifeView {
  const drafts = [...life.drafts.values()].map(({ version, hash, drafters, faults, dryRun }): ProcedureVersionView => ({
    version,
    standing: 'draft',
    hash,
    running: 0,
    drafters,
    faults,
    ...(dryRun ? { dryRun } : {}),
  }));
  const versions = inOrder(life).map((each): ProcedureVersionView => {
    const { version, hash, from, until, origin, drafters, publishedBy, publishedAt, dryRun, endReason } = each;
    const count = running.get(version) ?? 0;
    return {
      version,
      standing: standingOf(each, today, count),
      hash,
      from,
      ...(until === null ? {} : { until }),
      running: count,
      origin,
      drafters,
      publishedBy,
      publishedAt,
      ...(dryRun ? { dryRun } : {}),
      ...(endReason === undefined ? {} : { endReason }),
    };
  });
  return { code: life.code, revision: life.revision, versions: [...drafts, ...versions.toReversed()] };
}
