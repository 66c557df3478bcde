import type { DossierSight } from '#libs/domain/dossier';
import type { Actor, Decider, Decision, Fact, Instant, Recorded, Refusal, Splitter } from '#libs/domain/kernel';
import { MOST_FACT_BYTES, ok, refuse } from '#libs/domain/kernel';
import type { Appended, EventStore, JsonObject, NewEvent, RecordedEvent } from '#libs/engine/event-store';
import { mayKnow } from '#libs/service/access';
import { refuseAppend } from './append-refusal.js';
import { digestOf, fitsInOne, packed, partMarkOf, surelyFits } from './command-parts.js';
import { answerOf, type CommandAnswer, type CommandRequest } from './command-request.js';
import { derivedId } from './ids.js';
import type { Guard } from './organization-guard.js';
import { RestOfCommand } from './rest-of-command.js';
import { type CommandTriggerPoints, noCommandTriggers } from './trigger-points.port.js';

/** One kind of stream, and how its facts are kept. */
export interface Aggregate<State, Command, F extends Fact, Context> {
  readonly decider: Decider<State, Command, F, Context>;
  readonly schemaVersions: Readonly<Record<string, { readonly schemaVersion: number }>>;
  /** Facts that do not change what a reader has seen: clocks that ran meanwhile. */
  isNoise(type: string): boolean;
  /** What who may know of it depends on; `undefined` before it exists, and for what everybody signed in may know of. */
  sightOf(state: State): DossierSight | undefined;
  /** Commands that are refused as stale only when they could still be obeyed: else their own refusal says more. */
  saysMoreThanStale?(command: Command): boolean;
  /** Commands for who has no other business with it: the decider says who that is, and tells nobody else that it is there. */
  isForOutsiders?(command: Command): boolean;
  /** The procedure pin of the state, which each of its later facts carries. */
  pinOf(state: State): JsonObject | undefined;
  /** How facts that may outgrow one append are split. Without it each command's facts have to fit into one. */
  readonly split?: Splitter<State, F>;
}

/** The times a decision knows. */
export interface Times {
  /** What the clock says. */
  readonly now: Instant;
  /** When the act holds. */
  readonly effectiveAt: Instant;
}

export interface Run<State, Command, Context> extends Times {
  readonly id: string;
  readonly stream: string;
  readonly command: Command;
  readonly request: CommandRequest;
  /** What the decision needs besides the state. Asked again whenever the decision is taken again. */
  contextFor(state: State, times: Times): Promise<Decision<Context>>;
  /** For a decision that rests on other streams too: brings it into one order with others of its kind. */
  readonly guard?: Guard | undefined;
}

export type Rehearsal = 'possible' | 'known';

/** How often a decision is taken again when others write to the same stream at the same moment. */
const ATTEMPTS = 8;
/** The same where all who change the organization meet in one stream. Each time one of them has got on. */
const GUARDED_ATTEMPTS = 32;

interface Loaded<State> {
  readonly state: State;
  readonly revision: number;
  /** Types of the facts after the revision that the sender saw, clocks left out. */
  readonly since: readonly string[];
}

/** One append, or several where one does not hold everything. */
type Parts = readonly (readonly NewEvent[])[];

/**
 * Takes a command the whole way: is it known? what is there? what follows? keep it. What one append does not hold is kept in
 * several, under ids derived from the command's: decided as a whole first, so that a refusal changes nothing, and completed by
 * the same command sent again when the way was cut off in between.
 */
export class AggregateRunner<State, Command, F extends Fact, Context> {
  private readonly rest: RestOfCommand;

  constructor(
    private readonly store: EventStore,
    private readonly aggregate: Aggregate<State, Command, F, Context>,
    triggers: CommandTriggerPoints = noCommandTriggers,
  ) {
    this.rest = new RestOfCommand(store, aggregate, triggers);
  }

  async run(run: Run<State, Command, Context>): Promise<Decision<CommandAnswer>> {
    const first = await this.firstAnswer(run);
    if (first) return first;
    const attempts = run.guard ? GUARDED_ATTEMPTS : ATTEMPTS;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      // Before anything is read that the decision rests on.
      const turn = await run.guard?.enter();
      const loaded = await this.load(run.stream, { seen: run.request.ifMatch });
      const parts = await this.decide(run, loaded);
      // Its twin, sent at the same moment, may have been obeyed since we looked: then what stands in the way is its own effect.
      if (!parts.ok) return (await this.firstAnswer(run)) ?? parts;
      if (turn && !(await turn.announce(this.change(run, loaded, parts.value)))) continue;
      const done = await this.append(run, loaded, parts.value);
      if (done) return done;
    }
    return refuse('STORE_BUSY');
  }

  /**
   * Whether a command would be obeyed as things stand; nothing is written, and the decision is taken again when it is run.
   * For what costs much to receive. One whose id was used is `known`: only running it tells what it is answered.
   */
  async rehearse(run: Run<State, Command, Context>): Promise<Decision<Rehearsal>> {
    const known = await this.store.findCommand(run.stream, run.request.actor.id, run.request.commandId);
    if (known) return ok('known');
    const parts = await this.decide(run, await this.load(run.stream, { seen: run.request.ifMatch }));
    return parts.ok ? ok('possible') : parts;
  }

  /** What the command was answered when it was obeyed; refused when its id was used for something else. */
  private async firstAnswer(run: Run<State, Command, Context>): Promise<Decision<CommandAnswer> | undefined> {
    const { stream, request } = run;
    const known = await this.store.findCommand(stream, request.actor.id, request.commandId);
    if (!known) return undefined;
    return known.fingerprint === request.fingerprint
      ? this.answer(run, known.appended)
      : refuse('IDEMPOTENCY_KEY_REUSED');
  }

  /** What follows, ready to be kept. Everything is checked before anything is written. */
  private async decide(run: Run<State, Command, Context>, loaded: Loaded<State>): Promise<Decision<Parts>> {
    const { ifMatch } = run.request;
    if (ifMatch !== undefined && loaded.revision < 0) return refuse('NOT_FOUND', { params: { what: run.id } });
    const sight = this.aggregate.sightOf(loaded.state);
    const mayCome = !sight || mayKnow(run.request.actor, sight) || this.aggregate.isForOutsiders?.(run.command);
    if (!mayCome) return refuse('OTHER_UNIT');
    const isStale = ifMatch !== undefined && (loaded.since.length > 0 || ifMatch > loaded.revision);
    if (isStale && !this.aggregate.saysMoreThanStale?.(run.command)) return stale(ifMatch, loaded);
    const context = await run.contextFor(loaded.state, run);
    if (!context.ok) return context;
    const facts = this.aggregate.decider.decide(run.command, loaded.state, context.value);
    if (isStale && facts.ok) return stale(ifMatch, loaded);
    return facts.ok ? this.inParts(facts.value, loaded.state, run) : facts;
  }

  private inParts(facts: readonly F[], state: State, run: Run<State, Command, Context>): Decision<Parts> {
    const events = this.toEvents(facts, state, run);
    const { split } = this.aggregate;
    if (!split || surelyFits(facts)) return ok([events]);
    const weights = this.store.weigh(events);
    if (!weights.ok) return refuseAppend(weights.error);
    if (fitsInOne(weights.value)) return ok([events]);
    const pieces = this.toEvents(
      facts.flatMap((fact) => split(fact, state, MOST_FACT_BYTES)),
      state,
      run,
    );
    const heavy = this.store.weigh(pieces);
    if (!heavy.ok) return refuseAppend(heavy.error);
    const parts = packed(pieces, heavy.value, { decidedAt: run.now, digest: digestOf(facts) });
    return parts
      ? ok(parts)
      : refuse('EVENT_NOT_STORABLE', { params: { reason: 'one fact is larger than an append' } });
  }

  /** What is to be appended first, and under which key. */
  private change({ stream, request }: Run<State, Command, Context>, { revision }: Loaded<State>, parts: Parts) {
    const { actor, commandId, fingerprint } = request;
    const expected = revision < 0 ? ('noStream' as const) : revision;
    return { stream, expected, events: parts[0] ?? [], command: { account: actor.id, commandId, fingerprint } };
  }

  /** The outcome; `undefined` when somebody else wrote in between, and the decision must be taken again. */
  private async append(
    run: Run<State, Command, Context>,
    loaded: Loaded<State>,
    parts: Parts,
  ): Promise<Decision<CommandAnswer> | undefined> {
    const { stream, expected, events, command } = this.change(run, loaded, parts);
    const { id } = run;
    const appended = await this.store.append(stream, expected, events, command);
    if (!appended.ok) return appended.error.code === 'REVISION_CONFLICT' ? undefined : refuseAppend(appended.error);
    if (appended.value.repeated) return this.answer(run, appended.value);
    if (parts.length > 1) return this.rest.complete(run, appended.value, parts);
    return ok(answerOf(id, appended.value, typesOf(events)));
  }

  /** The state of a stream: with what came after the revision that a sender saw, or as it was before a revision. */
  async load(
    stream: string,
    { seen, before = Infinity }: { seen?: number | undefined; before?: number } = {},
  ): Promise<Loaded<State>> {
    let { initialState: state } = this.aggregate.decider;
    let revision = -1;
    const since: string[] = [];
    for await (const event of this.store.readStream(stream)) {
      if (event.revision >= before) break;
      state = this.aggregate.decider.evolve(state, recordedFact<F>(event));
      revision = event.revision;
      if (seen !== undefined && event.revision > seen && !this.aggregate.isNoise(event.type)) since.push(event.type);
    }
    return { state, revision, since };
  }

  private toEvents(
    facts: readonly F[],
    state: State,
    { request, stream, effectiveAt }: Run<State, Command, Context>,
  ): NewEvent[] {
    const pin = this.aggregate.pinOf(state);
    const { id, positionId, unitId, onBehalfOf } = request.actor;
    const metadata: JsonObject = {
      commandId: request.commandId,
      correlationId: request.correlationId,
      ...(request.causationId ? { causationId: request.causationId } : {}),
      ...(request.backdatingReason ? { backdatingReason: request.backdatingReason } : {}),
      actor: { id, positionId, unitId, ...(onBehalfOf ? { onBehalfOf } : {}) },
      ...(pin ? { procedure: pin } : {}),
    };
    return facts.map((fact, index) => ({
      id: derivedId('event', request.actor.id, request.commandId, stream, String(index)),
      type: fact.type,
      schemaVersion: this.aggregate.schemaVersions[fact.type]?.schemaVersion ?? 1,
      effectiveAt,
      data: fact.data as JsonObject,
      metadata,
    }));
  }

  /** What an obeyed command is answered. Of one in several parts the rest is written now, if it is not there. */
  private async answer(run: Run<State, Command, Context>, appended: Appended): Promise<Decision<CommandAnswer>> {
    const own: RecordedEvent[] = [];
    const limit = appended.lastRevision - appended.firstRevision + 1;
    if (limit > 0) {
      const events = this.store.readStream(appended.stream, { from: appended.firstRevision, limit });
      for await (const event of events) own.push(event);
    }
    const [first] = own;
    const mark = partMarkOf(first);
    if (!first || !mark) return ok(answerOf(run.id, appended, typesOf(own)));
    // Decided again as it was then: on what the dossier was before, at that time.
    const then = { ...run, now: mark.decidedAt, effectiveAt: first.effectiveAt };
    const parts = await this.decide(then, await this.load(run.stream, { before: appended.firstRevision }));
    const same = parts.ok && partMarkOf(parts.value[0]?.[0])?.digest === mark.digest && parts.value.length === mark.of;
    return this.rest.complete(run, appended, same ? parts.value : mark);
  }
}

const typesOf = (events: readonly { readonly type: string }[]): string[] => events.map(({ type }) => type);

function stale<State>(
  expected: number,
  { revision, since }: Loaded<State>,
): { readonly ok: false; readonly error: Refusal } {
  return refuse('REVISION_STALE', { params: { expected, actual: revision, events: since } });
}

/** An event of the log as the fold takes it. */
export function recordedFact<F extends Fact>(event: RecordedEvent): Recorded<F> {
  const actor = event.metadata['actor'] as Omit<Actor, 'roles'> | undefined;
  const { type, data, revision, recordedAt, effectiveAt } = event;
  const known = actor ?? { id: 'unknown', positionId: 'unknown', unitId: 'unknown' };
  const mark = partMarkOf(event);
  return {
    type,
    data,
    revision,
    recordedAt,
    effectiveAt,
    actor: { ...known, roles: [] },
    ...(mark ? { part: { part: mark.part, of: mark.of } } : {}),
  } as unknown as Recorded<F>;
}
