import { randomUUID } from 'node:crypto';
import type { AwardHistoryCommand } from '#libs/domain/award-history';
import type { CalendarCommand } from '#libs/domain/calendar';
import { type DecisionCommand, decisionCommands, type DecisionState } from '#libs/domain/decision';
import {
  type DossierCommand,
  dossierCommands,
  type DossierState,
  explainDeadline,
  ruleCommands,
} from '#libs/domain/dossier';
import {
  type Actor,
  type Clock,
  type Decision,
  type Instant,
  ok,
  refuse,
  type Role,
  toInstant,
} from '#libs/domain/kernel';
import { type EventStore, InMemoryEventStore, type RecordedEvent, START } from '#libs/engine/event-store';
import { systemActor } from '#libs/service/access';
import {
  AwardHistories,
  type AwardUses,
  Calendars,
  Campaigns,
  type CommandAnswer,
  type CommandRequest,
  Decisions,
  Dossiers,
  enterLawCalendar,
  noAwardUses,
  type NomineeHistories,
  OpenClocks,
  reactions,
  WorkingCalendars,
} from '#libs/service/commands';
import type { Law } from '#libs/service/law';
import type { z } from 'zod';
import { shippedLaw } from './law-of-cases.js';
import { must } from './runner.js';

/** The unit that proposes, and the body that decides where a case names none. */
export const UNIT = 'UNIT-1';
export const BODY = 'BODY-1';

/** Somebody in a position; one account for each role and unit unless named. */
export const person = (role: Role, unitId: string, id = `${role}-${unitId}`): Actor => ({
  id,
  positionId: `P-${id}`,
  unitId,
  roles: [role],
});

export function instant(text: string): Instant {
  const found = toInstant(text);
  if (!found) throw new Error(`Not a moment: ${text}`);
  return found;
}

/** A clock that a case sets; it never goes by itself. */
export class CaseClock implements Clock {
  #now = instant('2026-08-03T08:00:00+07:00');

  now(): Instant {
    return this.#now;
  }

  travelTo(text: string): void {
    this.#now = instant(text);
  }

  /** So that acts follow one another. */
  tick(): void {
    this.#now = new Date(Date.parse(this.#now) + 1_000).toISOString();
  }
}

export interface RuleOfficeOptions {
  readonly law?: Law;
  readonly store?: EventStore;
  readonly clock?: CaseClock;
  /** Where earlier awards are read, and which appraisals rest on them. */
  readonly past?: NomineeHistories & AwardUses;
  /** Waits until readers see all that is recorded: a case asks what comes out, and not how soon. */
  readonly readersSeeAll?: () => Promise<void>;
}

/** An office whose commands are the real ones, on a log in memory unless another is given; what follows from a fact, it does when told. */
export class RuleOffice {
  readonly law: Law;
  readonly clock: CaseClock;
  readonly store: EventStore;
  readonly dossiers: Dossiers;
  readonly decisions: Decisions;
  readonly lists: AwardHistories;
  readonly campaigns: Campaigns;
  private readonly calendars: Calendars;
  private readonly working: WorkingCalendars;
  private readonly past: (NomineeHistories & AwardUses) | undefined;
  private readonly readersSeeAll: () => Promise<void>;
  private reactedTo = START;

  constructor({
    law = shippedLaw,
    clock = new CaseClock(),
    store,
    past,
    readersSeeAll = async () => {},
  }: RuleOfficeOptions = {}) {
    this.law = law;
    this.clock = clock;
    this.store = store ?? new InMemoryEventStore({ now: () => clock.now() });
    this.past = past;
    this.readersSeeAll = readersSeeAll;
    this.working = new WorkingCalendars(this.store, law);
    const sources = { calendars: this.working, ...(past ? { histories: past } : {}) };
    this.dossiers = new Dossiers(this.store, law, clock, sources);
    this.decisions = new Decisions(this.store, this.dossiers, law, clock);
    this.lists = new AwardHistories(this.store, this.dossiers, law, clock);
    this.calendars = new Calendars(this.store, clock);
    this.campaigns = new Campaigns(this.store, clock);
  }

  /** Goes to a moment. */
  at(text: string): this {
    this.clock.travelTo(text);
    return this;
  }

  async act(dossierId: string, actor: Actor, command: DossierCommand): Promise<Decision<CommandAnswer>> {
    await this.readersSeeAll();
    const told = asSent({ ...dossierCommands, ...ruleCommands }, command);
    const decided = told.ok ? await this.dossiers.execute(dossierId, told.value, requestOf(actor)) : told;
    this.clock.tick();
    return decided;
  }

  async decide(decisionId: string, actor: Actor, command: DecisionCommand): Promise<Decision<CommandAnswer>> {
    const told = asSent(decisionCommands, command);
    const decided = told.ok ? await this.decisions.execute(decisionId, told.value, requestOf(actor)) : told;
    this.clock.tick();
    return decided;
  }

  async list(unitId: string, command: AwardHistoryCommand): Promise<CommandAnswer> {
    return must(
      await this.lists.execute(unitId, command, requestOf(person('officer', unitId))),
      `${command.type} of a list`,
    );
  }

  /** A change of the calendar by who keeps it; the first one enters the law's calendar before. */
  async calendar(command: CalendarCommand): Promise<CommandAnswer> {
    must(await enterLawCalendar(this.store, this.clock, this.law), 'the calendar of the law');
    const { id } = this.law.calendar;
    const done = await this.calendars.execute(id, command, requestOf(person('operator', 'IT')));
    return must(done, `${command.type} of the calendar`);
  }

  async dossier(dossierId: string): Promise<DossierState> {
    const found = await this.dossiers.load(dossierId);
    if (!found) throw new Error(`There is no dossier ${dossierId}.`);
    return found;
  }

  async decision(decisionId: string): Promise<DecisionState> {
    const found = await this.decisions.load(decisionId);
    if (!found) throw new Error(`There is no decision ${decisionId}.`);
    return found;
  }

  /** A deadline of a dossier as it stands, and how it explains itself. */
  async deadline(dossierId: string, deadlineId: string) {
    const dossier = await this.dossier(dossierId);
    const terms = dossier.deadlines.get(deadlineId)?.terms;
    const calendar = terms && (await this.working.at(terms.calendar.id, terms.calendar.version));
    return { deadline: dossier.deadlines.get(deadlineId), explained: explainDeadline(dossier, deadlineId, calendar) };
  }

  /** Does everything that follows from what was recorded since it was last told to, as a follower of the log would. */
  async react(): Promise<void> {
    const counting = { calendars: this.working, clocks: new OpenClocks(this.store) };
    const all = reactions(this.dossiers, this.decisions, this.past ?? noAwardUses, counting);
    for (;;) {
      const { events } = await this.store.readAll({ after: this.reactedTo, limit: 1_000 });
      if (events.length === 0) return;
      await this.readersSeeAll();
      for (const event of events) {
        for (const reaction of all) {
          if (reaction.type === event.type && event.stream.startsWith(reaction.streamPrefix))
            await reaction.react(event);
        }
        this.reactedTo = event.position;
      }
    }
  }

  async facts(stream: string): Promise<readonly RecordedEvent[]> {
    const facts: RecordedEvent[] = [];
    for await (const event of this.store.readStream(stream)) facts.push(event);
    return facts;
  }
}

/** A command of people as the API takes it: by the same schemas. What the system does by itself comes as it is. */
function asSent<C extends { readonly type: string; readonly data: unknown }>(
  schemas: Readonly<Record<string, z.ZodType>>,
  command: C,
): Decision<C> {
  const parsed = schemas[command.type]?.safeParse(command.data);
  if (!parsed) return ok(command);
  if (parsed.success) return ok({ ...command, data: parsed.data });
  const issues = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
  return refuse('MALFORMED_REQUEST', { params: { issues } });
}

export function requestOf(actor: Actor): CommandRequest {
  const commandId = randomUUID();
  return { actor, commandId, fingerprint: 'case', correlationId: commandId };
}

export const system = systemActor;
