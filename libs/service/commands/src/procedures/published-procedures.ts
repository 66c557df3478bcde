import {
  evolveProcedureLife,
  type MaybeProcedureLife,
  type Procedure,
  type ProcedureFact,
  type ProcedureLife,
  publishedProcedures,
} from '#libs/domain/procedure';
import { type EventStore, type Position, START } from '#libs/engine/event-store';
import type { Law } from '#libs/service/law';
import { recordedFact } from '../aggregate-runner.js';
import { procedureStream } from '../ids.js';

const PAGE = 200;

/**
 * The lives of all procedures as the log holds them, folded in memory and brought up to date whenever somebody asks; what was
 * published the law learns, so that every part of the process decides and tells by the same versions. An award of which the log
 * holds nothing goes by the law's files.
 */
export class PublishedProcedures {
  private lives: ReadonlyMap<string, ProcedureLife> = new Map();
  private readonly parsed = new Map<string, Procedure>();
  private seen: Position = START;
  private running: Promise<unknown> = Promise.resolve();
  private next: Promise<ReadonlyMap<string, ProcedureLife>> | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly law: Law,
  ) {
    for (const procedure of law.shipped) this.parsed.set(procedure.hash, procedure);
  }

  /** Everything that was in the log when it was asked. @throws EventStoreUnavailable */
  read(): Promise<ReadonlyMap<string, ProcedureLife>> {
    // A reading under way may have passed the place of a fact recorded meanwhile: who asks shares the next one.
    return (this.next ??= this.running.then(() => {
      this.next = undefined;
      const now = this.catchUp();
      this.running = now.catch(() => undefined);
      return now;
    }));
  }

  /** The life of one award's procedure; `undefined` while the log holds nothing of it. @throws EventStoreUnavailable */
  async life(code: string): Promise<MaybeProcedureLife> {
    return (await this.read()).get(code);
  }

  private async catchUp(): Promise<ReadonlyMap<string, ProcedureLife>> {
    const prefix = procedureStream('');
    for (;;) {
      const { events, scannedTo } = await this.store.readAll({
        after: this.seen,
        filter: { streamPrefixes: [prefix] },
        limit: PAGE,
      });
      if (events.length > 0) {
        const lives = new Map(this.lives);
        for (const event of events) {
          const code = event.stream.slice(prefix.length);
          const life = evolveProcedureLife(lives.get(code), recordedFact<ProcedureFact>(event));
          lives.set(code, { ...life, code });
        }
        this.lives = lives;
        for (const code of new Set(events.map(({ stream }) => stream.slice(prefix.length)))) this.learn(code);
      }
      // Equal at the end of the log only.
      if (scannedTo === this.seen) return this.lives;
      this.seen = scannedTo;
    }
  }

  private learn(code: string): void {
    const life = this.lives.get(code);
    if (!life) return;
    const versions = publishedProcedures(life, (hash) => this.parsed.get(hash));
    for (const version of versions) if (!this.parsed.has(version.hash)) this.parsed.set(version.hash, version);
    this.law.learn(code, life.revision, versions);
  }
}
