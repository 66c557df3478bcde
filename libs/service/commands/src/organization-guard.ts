import { guardEvents } from '#libs/domain/organization';
import {
  type AppendFailure,
  type CommandKey,
  type EventStore,
  EventStoreUnavailable,
  type NewEvent,
  type RecordedEvent,
  type StreamRevision,
} from '#libs/engine/event-store';
import { derivedId } from './ids.js';

/** What is about to be appended to one stream. */
export interface Change {
  readonly stream: string;
  readonly expected: StreamRevision;
  readonly events: readonly NewEvent[];
  readonly command: CommandKey;
}

/** A turn at a guard: nothing is on its way, and it can be said what comes next. */
export interface GuardTurn {
  /** Whether the change may be appended now; not when somebody else was quicker: then decide again, in another turn. */
  announce(change: Change): Promise<boolean>;
}

/** Brings decisions that rest on several streams into one order, over all processes. */
export interface Guard {
  /** Completes what was announced before. What is read from now on holds it, if it ever will. */
  enter(): Promise<GuardTurn>;
}

export const GUARD_STREAM = 'organization-guard';

/**
 * The guard of units and clusters. No append can guard a tree that spans streams; so whoever changes it first announces the
 * facts in a stream of its own, at the revision he read before he decided: of two who decided on the same organization one
 * must decide again. A crash between the two appends leaves an announcement that whoever comes next completes, under the
 * same command id, or finds overtaken: it expects a revision that its stream has left, and can never be recorded any more.
 */
export class OrganizationGuard implements Guard {
  constructor(private readonly store: EventStore) {}

  async enter(): Promise<GuardTurn> {
    let revision: StreamRevision = 'noStream';
    for await (const last of this.store.readStream(GUARD_STREAM, { direction: 'backwards', limit: 1 })) {
      revision = last.revision;
      // Those before it were completed by who announced it.
      await this.complete(last);
    }
    return { announce: (change) => this.announce(revision, change) };
  }

  private async complete({ data }: RecordedEvent): Promise<void> {
    const { stream, expected, facts, ...command } = guardEvents.OrganizationChangeAnnounced.schema.parse(data);
    const before = expected < 0 ? 'noStream' : expected;
    if ((await this.store.streamRevision(stream)) !== before) return;
    const done = await this.store.append(stream, before, JSON.parse(facts) as NewEvent[], command);
    // Any other no is as final for who announced it as for us.
    if (!done.ok && mayYetHappen(done.error)) throw new EventStoreUnavailable(`${stream}: ${done.error.code}.`);
  }

  private async announce(revision: StreamRevision, { stream, expected, events, command }: Change): Promise<boolean> {
    const [last] = events;
    if (!last) return true;
    const commandId = derivedId(GUARD_STREAM, stream, command.account, command.commandId, String(revision));
    const data = {
      stream,
      expected: expected === 'noStream' ? -1 : expected,
      ...command,
      facts: JSON.stringify(events),
    };
    const { schemaVersion } = guardEvents.OrganizationChangeAnnounced;
    const { effectiveAt, metadata } = last;
    const type = 'OrganizationChangeAnnounced';
    const event = { id: derivedId('event', commandId), type, schemaVersion, effectiveAt, data, metadata };
    const key = { account: command.account, commandId, fingerprint: 'announce' };
    const announced = await this.store.append(GUARD_STREAM, revision, [event], key);
    // A twin announced it at the same moment, perhaps with other facts: whoever it was, its facts count.
    if (announced.ok) return !announced.value.repeated;
    if (announced.error.code === 'REVISION_CONFLICT') return false;
    throw new EventStoreUnavailable(`${GUARD_STREAM}: ${announced.error.code}.`);
  }
}

const mayYetHappen = ({ code }: AppendFailure): boolean => code === 'STORE_BUSY' || code === 'STORE_UNAVAILABLE';
