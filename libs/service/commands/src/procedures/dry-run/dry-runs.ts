import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseStoredProcedure, type Procedure, type ProcedureFactOf } from '#libs/domain/procedure';
import type { EventStore } from '#libs/engine/event-store';
import type { Law } from '#libs/service/law';
import { WorkingCalendars } from '../../calendars/working-calendars.js';
import { procedureStream } from '../../ids.js';
import type { PublishedProcedures } from '../published-procedures.js';
import type { DryRunFinding, DryRunProgress, DryRunTable, DryRunTask } from './dry-run-table.js';
import { dossiersOfAward, HistoryRehearsals } from './rehearse-award.js';

/** Histories read at once. */
const AT_ONCE = 8;
/** Dossiers between two words about how far the run is. */
const BETWEEN_WORDS = 200;
const ASK_AGAIN_MS = 500;

export interface DryRunParts {
  readonly store: EventStore;
  readonly law: Law;
  readonly procedures: Pick<PublishedProcedures, 'read'>;
  readonly table: DryRunTable;
  readonly calendars?: Pick<WorkingCalendars, 'at' | 'office'>;
}

type Counts = Pick<DryRunProgress, 'total' | 'looked' | 'otherOutcome' | 'otherDeadline'>;

/**
 * Carries out dry runs: every dossier of an award, finished or running, is rehearsed under one draft. Several workers may be asked
 * for the same run; one does it, and another takes over when that one is not heard of any more. What was found lies in a table,
 * some hundred dossiers at a time, so that memory does not grow with the office.
 */
export class DryRuns {
  private stopped = false;

  constructor(private readonly parts: DryRunParts) {}

  /** The counts of a run, once it is done, by whomever. @throws Error when it is stopped or the store is away: try again. */
  async carryOut(task: DryRunTask): Promise<Counts> {
    const { table } = this.parts;
    const worker = randomUUID();
    for (;;) {
      if (this.stopped) throw new Error('Stopped.');
      const taken = await table.take(task, worker);
      if (taken === 'done') return this.counted(task.runId);
      if (taken === 'mine') break;
      await sleep(ASK_AGAIN_MS);
    }
    try {
      return await this.run(task, worker);
    } catch (error) {
      await table.letGo(task.runId, worker).catch(() => undefined);
      throw error;
    }
  }

  /** Lets a run under way go: it begins anew where somebody takes it up. */
  stop(): void {
    this.stopped = true;
  }

  private async counted(runId: string): Promise<Counts> {
    const progress = await this.parts.table.progress(runId);
    if (!progress) throw new Error(`The run ${runId} is gone.`);
    return progress;
  }

  private async run(task: DryRunTask, worker: string): Promise<Counts> {
    const { store, law, procedures, table } = this.parts;
    const calendars = this.parts.calendars ?? new WorkingCalendars(store, law);
    await procedures.read();
    const draft = await this.draftOf(task);
    const rehearsals = new HistoryRehearsals(store, law, calendars, draft);
    const ids = await dossiersOfAward(store, task.code);
    const counts = { total: ids.length, looked: 0, otherOutcome: 0, otherDeadline: 0 };
    let findings: DryRunFinding[] = [];
    const say = async (state: 'running' | 'done') => {
      const told = await table.note({ runId: task.runId, worker }, { state, ...counts }, findings);
      if (!told) throw new Error(`The run ${task.runId} was taken over.`);
      findings = [];
    };
    await say('running');
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      if (this.stopped) throw new Error('Stopped.');
      const some = ids.slice(from, from + AT_ONCE);
      for (const [index, found] of (await Promise.all(some.map((id) => rehearsals.of(id)))).entries()) {
        const { parting, deadlines } = found;
        if (parting) counts.otherOutcome++;
        if (deadlines.length > 0) counts.otherDeadline++;
        const dossierId = some[index];
        if (dossierId !== undefined && (parting || deadlines.length > 0)) {
          findings.push({ dossierId, deadlines, ...(parting ? { parting } : {}) });
        }
      }
      counts.looked += some.length;
      if (counts.looked % BETWEEN_WORDS < AT_ONCE) await say('running');
    }
    await say('done');
    return counts;
  }

  /** The draft as it was when the run was asked for, whatever became of it since. */
  private async draftOf({ code, version, hash }: DryRunTask): Promise<Procedure> {
    for await (const { type, data } of this.parts.store.readStream(procedureStream(code))) {
      if (type !== 'ProcedureDraftSaved') continue;
      const saved = data as ProcedureFactOf<'ProcedureDraftSaved'>['data'];
      if (saved.version !== version || saved.hash !== hash) continue;
      const parsed = parseStoredProcedure(saved.document);
      if (parsed.ok) return { ...parsed.value, hash };
    }
    throw new Error(`There is no draft ${code} ${version} with the content ${hash}.`);
  }
}
