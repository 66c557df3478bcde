import {
  type CalendarFact,
  type CalendarState,
  evolveCalendar,
  type MaybeCalendar,
  type WorkingCalendar,
  workingCalendarOf,
} from '#libs/domain/calendar';
import type { EventStore } from '#libs/engine/event-store';
import type { Law } from '#libs/service/law';
import { recordedFact } from '../aggregate-runner.js';
import { calendarStream } from '../ids.js';

/** A calendar as far as its stream was read, with all versions it ever had. */
interface Read {
  readonly state: MaybeCalendar;
  /** By version, made when they are first asked for. */
  readonly versions: ReadonlyMap<string, { readonly state: CalendarState; made?: WorkingCalendar }>;
}

const nothing: Read = { state: undefined, versions: new Map() };

/**
 * The working calendars by which the office counts, as the log says they are: brought up to date from their streams whenever
 * somebody asks, so that who counts never counts by a calendar of yesterday. While the log holds none, the law's file counts.
 */
export class WorkingCalendars {
  private readonly reads = new Map<string, Read>();
  private readonly running = new Map<string, Promise<unknown>>();
  private readonly next = new Map<string, Promise<Read>>();

  constructor(
    private readonly store: EventStore,
    private readonly law: Law,
  ) {}

  /** The one by which all offices work: procedures name none. @throws EventStoreUnavailable */
  async office(): Promise<WorkingCalendar> {
    return (await this.of(this.law.calendar.id)) ?? this.law.calendar;
  }

  /** The calendar as it is now; `undefined` where there is none of that name. @throws EventStoreUnavailable */
  async of(id: string): Promise<WorkingCalendar | undefined> {
    return this.now(id, await this.read(id));
  }

  /** The calendar in the version by which something was counted. @throws EventStoreUnavailable */
  async at(id: string, version: string): Promise<WorkingCalendar | undefined> {
    const { calendar } = this.law;
    return version === calendar.version && id === calendar.id ? calendar : madeOf(await this.read(id), version);
  }

  /** What its facts say of it; `undefined` while the log holds none. @throws EventStoreUnavailable */
  async state(id: string): Promise<MaybeCalendar> {
    return (await this.read(id)).state;
  }

  /** As it was when it was last read: for who cannot wait and is told of each change (`WorkingCalendars.read`). */
  known(id: string): WorkingCalendar | undefined {
    return this.now(id, this.reads.get(id) ?? nothing);
  }

  /** Brings one up to date. @throws EventStoreUnavailable */
  read(id: string): Promise<Read> {
    // A reading under way may have passed the place of a fact recorded meanwhile: who asks shares the next one.
    const waiting = this.next.get(id);
    if (waiting) return waiting;
    const mine = (this.running.get(id) ?? Promise.resolve()).then(() => {
      this.next.delete(id);
      const now = this.catchUp(id);
      this.running.set(
        id,
        now.catch(() => undefined),
      );
      return now;
    });
    this.next.set(id, mine);
    return mine;
  }

  private async catchUp(id: string): Promise<Read> {
    let read = this.reads.get(id) ?? nothing;
    for await (const event of this.store.readStream(calendarStream(id), { from: (read.state?.revision ?? -1) + 1 })) {
      const state = evolveCalendar(read.state, recordedFact<CalendarFact>(event));
      const version = String(state.version);
      const known = read.versions.get(version);
      read = { state, versions: known ? read.versions : new Map(read.versions).set(version, { state }) };
    }
    if (read !== nothing) this.reads.set(id, read);
    return read;
  }

  private now(id: string, read: Read): WorkingCalendar | undefined {
    if (read.state) return madeOf(read, String(read.state.version));
    return id === this.law.calendar.id ? this.law.calendar : undefined;
  }
}

/** One object for each version: it is indexed once. */
function madeOf({ versions }: Read, version: string): WorkingCalendar | undefined {
  const found = versions.get(version);
  if (!found) return undefined;
  return (found.made ??= workingCalendarOf(found.state));
}
