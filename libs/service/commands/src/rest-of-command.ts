import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { Appended, EventStore, NewEvent, RecordedEvent } from '#libs/engine/event-store';
import { refuseAppend } from './append-refusal.js';
import { type PartMark, partCommandId } from './command-parts.js';
import { answerOf, type CommandAnswer, type CommandRequest } from './command-request.js';
import type { CommandTriggerPoints } from './trigger-points.port.js';

/** How often a part is sent again when clocks run at the same moment. */
const ATTEMPTS = 8;

interface Sent {
  readonly id: string;
  readonly stream: string;
  readonly request: CommandRequest;
}

/** Why there is nothing to go on with: what was decided then is decided otherwise now. */
type DecidedOtherwise = Pick<PartMark, 'of'>;

/**
 * Writes what a command in several parts still lacks after its first part, and answers as if it had been one. Each part stands
 * under an id of its own, so that whoever comes with the same command, however often and from wherever, writes each once.
 */
export class RestOfCommand {
  constructor(
    private readonly store: EventStore,
    private readonly aggregate: { isNoise(type: string): boolean },
    private readonly triggers: CommandTriggerPoints,
  ) {}

  async complete(
    sent: Sent,
    first: Appended,
    parts: readonly (readonly NewEvent[])[] | DecidedOtherwise,
  ): Promise<Decision<CommandAnswer>> {
    const decidedOtherwise = 'of' in parts;
    const of = decidedOtherwise ? parts.of : parts.length;
    const types: string[] = decidedOtherwise ? [...(await this.typesOf(first))] : parts.flat().map(({ type }) => type);
    let before = first;
    for (let part = 2; part <= of; part++) {
      await this.triggers.reached('part-written');
      const known = decidedOtherwise ? await this.known(sent, part) : undefined;
      if (decidedOtherwise && !known) return refuse('COMMAND_DECIDED_OTHERWISE', { params: { part: part - 1, of } });
      const done = known
        ? ok(known)
        : await this.write(sent, before, decidedOtherwise ? [] : (parts[part - 1] ?? []), { part, of });
      if (!done.ok) return done;
      before = done.value;
      if (decidedOtherwise) types.push(...(await this.typesOf(before)));
    }
    return ok(answerOf(sent.id, before, types));
  }

  private async known({ stream, request }: Sent, part: number): Promise<Appended | undefined> {
    const found = await this.store.findCommand(stream, request.actor.id, partCommandId(request.commandId, part));
    return found?.appended;
  }

  private async write(
    { stream, request }: Sent,
    before: Appended,
    events: readonly NewEvent[],
    { part, of }: { readonly part: number; readonly of: number },
  ): Promise<Decision<Appended>> {
    const command = {
      account: request.actor.id,
      commandId: partCommandId(request.commandId, part),
      fingerprint: request.fingerprint,
    };
    let expected = before.lastRevision;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const done = await this.store.append(stream, expected, events, command);
      if (done.ok) return ok(done.value);
      // Something was written already: only sending it again is right, whatever kept the store from answering.
      if (done.error.code === 'STORE_BUSY') return refuse('STORE_UNAVAILABLE');
      if (done.error.code !== 'REVISION_CONFLICT') return refuseAppend(done.error);
      const between = await this.after(stream, before.lastRevision);
      const others = between.filter((event) => !this.aggregate.isNoise(event.type) && !isOf(request, event));
      if (others.length > 0) {
        const params = { part: part - 1, of, events: others.map(({ type }) => type) };
        return refuse('COMMAND_OVERTAKEN', { params });
      }
      expected = between.at(-1)?.revision ?? expected;
    }
    return refuse('STORE_UNAVAILABLE');
  }

  private async after(stream: string, revision: number): Promise<RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for await (const event of this.store.readStream(stream, { from: revision + 1 })) events.push(event);
    return events;
  }

  private async typesOf({ stream, firstRevision, lastRevision }: Appended): Promise<readonly string[]> {
    const types: string[] = [];
    const own = this.store.readStream(stream, { from: firstRevision, limit: lastRevision - firstRevision + 1 });
    for await (const { type } of own) types.push(type);
    return types;
  }
}

/** Written by a twin of this very command, a moment ago. */
const isOf = ({ actor, commandId }: CommandRequest, { metadata }: RecordedEvent): boolean =>
  metadata['commandId'] === commandId && (metadata['actor'] as { id?: unknown } | undefined)?.id === actor.id;
