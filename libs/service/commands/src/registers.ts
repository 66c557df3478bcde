import { type DecisionState, type RegisterNumber, numberOf, registerStream, yearOf } from '#libs/domain/decision';
import { type Clock, type LocalDate, localDateOf } from '#libs/domain/kernel';
import { type EventStore, EventStoreUnavailable } from '#libs/engine/event-store';
import { systemActor } from '#libs/service/access';
import type { CommandRequest } from './command-request.js';
import { derivedId } from './ids.js';

/** A number, and the decision that took it. */
export interface RegisterLine {
  readonly number: number;
  readonly decisionId: string;
}

/**
 * The registers of decision numbers (R45): one stream per body, series and year, one event per number, so that the number
 * is the revision + 1 and no gap can be. Taking is a command of its own whose id follows from decision and register: a
 * crash between taking and issuing leaves a number that the next attempt takes up again.
 */
export class Registers {
  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
  ) {}

  /** The decisions that took the numbers of a register, in their order, after a number. */
  async takenBy(register: string, after: number, limit: number): Promise<readonly RegisterLine[]> {
    const lines: RegisterLine[] = [];
    for await (const { revision, data } of this.store.readStream(register, { from: after, limit })) {
      lines.push({ number: numberOf(revision), decisionId: data['decisionId'] as string });
    }
    return lines;
  }

  /** The number a draft has taken, in whatever year since it was drafted. */
  async numberOf(decision: DecisionState): Promise<RegisterNumber | undefined> {
    const lastYear = yearOf(localDateOf(this.clock.now()));
    for (let year = yearOf(decision.draftedOn); year <= lastYear; year++) {
      const register = registerStream(decision.bodyId, decision.series, `${year}-01-01`);
      const known = await this.store.findCommand(register, systemActor.id, takingOf(decision.id, register));
      if (known) return { register, number: numberOf(known.appended.firstRevision) };
    }
    return undefined;
  }

  /** Takes the next number of the register of the date's year; asked again, it answers the same number. */
  async take(decision: DecisionState, date: LocalDate, request: CommandRequest): Promise<RegisterNumber> {
    const register = registerStream(decision.bodyId, decision.series, date);
    const commandId = takingOf(decision.id, register);
    const { id, positionId, unitId } = request.actor;
    const taken = await this.store.append(
      register,
      'any',
      [
        {
          id: derivedId('event', commandId),
          type: 'NumberTaken',
          schemaVersion: 1,
          effectiveAt: this.clock.now(),
          data: { decisionId: decision.id },
          metadata: { commandId, correlationId: request.correlationId, actor: { id, positionId, unitId } },
        },
      ],
      { account: systemActor.id, commandId, fingerprint: 'take-number' },
    );
    // Nothing but an unreachable or busy store can stand in the way of the next number.
    if (!taken.ok) throw new EventStoreUnavailable(`No number could be taken: ${taken.error.code}.`);
    return { register, number: numberOf(taken.value.firstRevision) };
  }
}

const takingOf = (decisionId: string, register: string): string => derivedId('take-number', decisionId, register);
