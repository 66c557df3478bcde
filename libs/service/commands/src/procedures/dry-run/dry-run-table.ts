import type { Rehearsal } from '#libs/domain/dossier';
import { type Decision, type Instant, ok } from '#libs/domain/kernel';
import type { Database } from '#libs/platform/postgres';
import { cursorText, type Page, type PageRequest, readPageRequest, toPage } from '#libs/service/read-models';
import { z } from 'zod';

/** A dossier that would have gone another way, or by another deadline. */
export interface DryRunFinding extends Pick<Rehearsal, 'parting' | 'deadlines'> {
  readonly dossierId: string;
}

/** How far a dry run is, and what it has found so far. */
export interface DryRunProgress {
  readonly runId: string;
  readonly version: string;
  /** Of the draft that is tried. */
  readonly hash: string;
  readonly state: 'running' | 'done';
  /** Dossiers of the award. */
  readonly total: number;
  readonly looked: number;
  readonly otherOutcome: number;
  readonly otherDeadline: number;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
}

/** What a run is about. */
export interface DryRunTask {
  readonly runId: string;
  readonly code: string;
  readonly version: string;
  readonly hash: string;
}

const SILENT_SECONDS = 20;

export interface DryRunTableOptions {
  /** How long a worker may be silent before another takes its run over, in seconds. */
  readonly silentSeconds?: number;
}

/** The runs and their findings, `ops.dry_run`. Written by the worker that has the run, read by the API. */
export class DryRunTable {
  private readonly silentSeconds: number;

  constructor(
    private readonly database: Database,
    { silentSeconds = SILENT_SECONDS }: DryRunTableOptions = {},
  ) {
    this.silentSeconds = silentSeconds;
  }

  /** Takes a run, or takes it over from who was not heard of. `done`: there is nothing left; `taken`: somebody is at it. */
  async take({ runId, code, version, hash }: DryRunTask, worker: string): Promise<'mine' | 'taken' | 'done'> {
    const { rows } = await this.database.query<{ worker: string }>(
      `insert into ops.dry_run (run_id, code, version, hash, state, worker) values ($1, $2, $3, $4, 'running', $5)
       on conflict (run_id) do update
         set worker = excluded.worker, heard_at = now(), started_at = now(), looked = 0, other_outcome = 0, other_deadline = 0
         where dry_run.state = 'running' and dry_run.heard_at < now() - make_interval(secs => $6)
       returning worker`,
      [runId, code, version, hash, worker, this.silentSeconds],
    );
    if (rows.length > 0) {
      await this.database.query('delete from ops.dry_run_finding where run_id = $1', [runId]);
      return 'mine';
    }
    return (await this.progress(runId))?.state === 'done' ? 'done' : 'taken';
  }

  /** Says how far the run is, with what was found since. `false`: somebody else has taken it over. */
  async note(
    { runId, worker }: { readonly runId: string; readonly worker: string },
    now: Pick<DryRunProgress, 'state' | 'total' | 'looked' | 'otherOutcome' | 'otherDeadline'>,
    findings: readonly DryRunFinding[],
  ): Promise<boolean> {
    return this.database.transaction(async (connection) => {
      const { rowCount } = await connection.query(
        `update ops.dry_run set heard_at = now(), state = $3, total = $4, looked = $5, other_outcome = $6, other_deadline = $7,
           ended_at = case when $3 = 'done' then now() end
         where run_id = $1 and worker = $2`,
        [runId, worker, now.state, now.total, now.looked, now.otherOutcome, now.otherDeadline],
      );
      if (rowCount !== 1) return false;
      if (findings.length > 0) {
        await connection.query(
          `insert into ops.dry_run_finding (run_id, dossier_id, rehearsal)
           select $1, each->>'dossierId', each - 'dossierId' from jsonb_array_elements($2::jsonb) each
           on conflict (run_id, dossier_id) do update set rehearsal = excluded.rehearsal`,
          [runId, JSON.stringify(findings)],
        );
      }
      return true;
    });
  }

  /** Lets a run go that was not ended: whoever comes next takes it at once. */
  async letGo(runId: string, worker: string): Promise<void> {
    await this.database.query(
      `update ops.dry_run set heard_at = 'epoch' where run_id = $1 and worker = $2 and state = 'running'`,
      [runId, worker],
    );
  }

  /** `undefined` before somebody has taken it. */
  async progress(runId: string): Promise<DryRunProgress | undefined> {
    const { rows } = await this.database.query<Record<string, unknown> & DryRunProgress>(
      `select run_id as "runId", version, hash, state, total, looked, other_outcome as "otherOutcome",
         other_deadline as "otherDeadline", started_at as "startedAt", ended_at as "endedAt"
       from ops.dry_run where run_id = $1`,
      [runId],
    );
    return rows[0];
  }

  /** The run of a version that was begun last; `undefined` where there was none. */
  async latest(code: string, version: string): Promise<DryRunProgress | undefined> {
    const { rows } = await this.database.query<{ run_id: string }>(
      'select run_id from ops.dry_run where code = $1 and version = $2 order by started_at desc limit 1',
      [code, version],
    );
    return rows[0] && this.progress(rows[0].run_id);
  }

  /** A page of findings, in the order of the dossiers' ids. Refuses `MALFORMED_REQUEST` for a page that there is not. */
  async findings(runId: string, request: PageRequest): Promise<Decision<Page<DryRunFinding>>> {
    const start = readPageRequest(request, z.tuple([cursorText]));
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const { rows } = await this.database.query<{ dossier_id: string; rehearsal: Omit<DryRunFinding, 'dossierId'> }>(
      `select dossier_id, rehearsal from ops.dry_run_finding
       where run_id = $1 and ($2::text is null or dossier_id > $2) order by dossier_id limit $3`,
      [runId, after?.[0] ?? null, limit + 1],
    );
    const found = rows.map(({ dossier_id: dossierId, rehearsal }) => ({ dossierId, ...rehearsal }));
    return ok(toPage(found, limit, ({ dossierId }) => [dossierId]));
  }
}
