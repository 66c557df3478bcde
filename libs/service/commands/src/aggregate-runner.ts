import type { DossierSight } from '#libs/domain/dossier';
import type { Actor, Decider, Decision, Fact, Instant, Recorded, Refusal } from '#libs/domain/kernel';
import { ok, refuse } from '#libs/domain/kernel';
import type {
  AppendFailure,
  Appended,
  EventStore,
  JsonObject,
  NewEvent,
  RecordedEvent,
} from '#libs/engine/event-store';
import { mayKnow } from '#libs/service/access';
import type { CommandAnswer, CommandRequest } from './command-request.js';
import { derivedId } from './ids.js';
import type { Guard } from './organization-guard.js';

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
  /** The procedure pin of the state, which each of its later facts carries. */
  pinOf(state: State): JsonObject | undefined;
}

export interface Run<State, Command, Context> {
  readonly id: string;
  readonly stream: string;
  readonly command: Command;
  readonly request: CommandRequest;
  /** What the decision needs besides the state. Asked again whenever the decision is taken again. */
  contextFor(state: State): Promise<Decision<Context>>;
  readonly effectiveAt: Instant;
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

/** Takes a command the whole way: is it known? what is there? what follows? keep it. */
export class AggregateRunner<State, Command, F extends Fact, Context> {
  constructor(
    private readonly store: EventStore,
    private readonly aggregate: Aggregate<State, Command, F, Context>,
  ) {}

  async run(run: Run<State, Command, Context>): Promise<Decision<CommandAnswer>> {
    const first = await this.firstAnswer(run);
    if (first) return first;
    const attempts = run.guard ? GUARDED_ATTEMPTS : ATTEMPTS;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      // Before anything is read that the decision rests on.
      const turn = await run.guard?.enter();
      const loaded = await this.load(run.stream, run.request.ifMatch);
      const events = await this.decide(run, loaded);
      // Its twin, sent at the same moment, may have been obeyed since we looked: then what stands in the way is its own effect.
      if (!events.ok) return (await this.firstAnswer(run)) ?? events;
      if (turn && !(await turn.announce(this.change(run, loaded, events.value)))) continue;
      const done = await this.append(run, loaded, events.value);
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
    const events = await this.decide(run, await this.load(run.stream, run.request.ifMatch));
    return events.ok ? ok('possible') : events;
  }

  /** What the command was answered when it was obeyed; refused when its id was used for something else. */
  private async firstAnswer({ id, stream, request }: Run<State, Command, Context>) {
    const known = await this.store.findCommand(stream, request.actor.id, request.commandId);
    if (!known) return undefined;
    return known.fingerprint === request.fingerprint
      ? ok(await this.answer(id, known.appended))
      : refuse('IDEMPOTENCY_KEY_REUSED');
  }

  private async decide(run: Run<State, Command, Context>, loaded: Loaded<State>): Promise<Decision<NewEvent[]>> {
    const { ifMatch } = run.request;
    if (ifMatch !== undefined && loaded.revision < 0) return refuse('NOT_FOUND', { params: { what: run.id } });
    const sight = this.aggregate.sightOf(loaded.state);
    if (sight && !mayKnow(run.request.actor, sight)) return refuse('OTHER_UNIT');
    const isStale = ifMatch !== undefined && (loaded.since.length > 0 || ifMatch > loaded.revision);
    if (isStale && !this.aggregate.saysMoreThanStale?.(run.command)) return stale(ifMatch, loaded);
    const context = await run.contextFor(loaded.state);
    if (!context.ok) return context;
    const facts = this.aggregate.decider.decide(run.command, loaded.state, context.value);
    if (isStale && facts.ok) return stale(ifMatch, loaded);
    return facts.ok ? ok(this.toEvents(facts.value, loaded.state, run)) : facts;
  }

  /** What is to be appended, and under which key. */
  private change({ stream, request }: Run<State, Command, Context>, { revision }: Loaded<State>, events: NewEvent[]) {
    const { actor, commandId, fingerprint } = request;
    const expected = revision < 0 ? ('noStream' as const) : revision;
    return { stream, expected, events, command: { account: actor.id, commandId, fingerprint } };
  }

  /** The outcome; `undefined` when somebody else wrote in between, and the decision must be taken again. */
  private async append(
    run: Run<State, Command, Context>,
    loaded: Loaded<State>,
    events: NewEvent[],
  ): Promise<Decision<CommandAnswer> | undefined> {
    const { stream, expected, command } = this.change(run, loaded, events);
    const { id } = run;
    const appended = await this.store.append(stream, expected, events, command);
    if (!appended.ok) return appended.error.code === 'REVISION_CONFLICT' ? undefined : refuseAppend(appended.error);
    const types = events.map((event) => event.type);
    return ok(appended.value.repeated ? await this.answer(id, appended.value) : answerOf(id, appended.value, types));
  }

  /** The state of a stream, up to a revision if one is given. */
  async load(stream: string, seen?: number): Promise<Loaded<State>> {
    let { initialState: state } = this.aggregate.decider;
    let revision = -1;
    const since: string[] = [];
    for await (const event of this.store.readStream(stream)) {
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

  private async answer(id: string, appended: Appended): Promise<CommandAnswer> {
    const events: string[] = [];
    const limit = appended.lastRevision - appended.firstRevision + 1;
    if (limit > 0) {
      const own = this.store.readStream(appended.stream, { from: appended.firstRevision, limit });
      for await (const event of own) events.push(event.type);
    }
    return answerOf(id, appended, events);
  }
}

const answerOf = (id: string, appended: Appended, events: readonly string[]): CommandAnswer => ({
  id,
  revision: appended.lastRevision,
  position: appended.position,
  events,
});

function stale<State>(
  expected: number,
  { revision, since }: Loaded<State>,
): { readonly ok: false; readonly error: Refusal } {
  return refuse('REVISION_STALE', { params: { expected, actual: revision, events: since } });
}

function refuseAppend(failure: Exclude<AppendFailure, { code: 'REVISION_CONFLICT' }>): {
  readonly ok: false;
  readonly error: Refusal;
} {
  switch (failure.code) {
    case 'COMMAND_ID_REUSED':
      return refuse('IDEMPOTENCY_KEY_REUSED');
    case 'EVENT_NOT_STORABLE':
      return refuse('EVENT_NOT_STORABLE', { params: { reason: failure.reason } });
    default:
      return refuse(failure.code);
  }
}

/** An event of the log as the fold takes it. */
export function recordedFact<F extends Fact>(event: RecordedEvent): Recorded<F> {
  const actor = event.metadata['actor'] as Omit<Actor, 'roles'> | undefined;
  const { type, data, revision, recordedAt, effectiveAt } = event;
  const known = actor ?? { id: 'unknown', positionId: 'unknown', unitId: 'unknown' };
  return { type, data, revision, recordedAt, effectiveAt, actor: { ...known, roles: [] } } as unknown as Recorded<F>;
}
