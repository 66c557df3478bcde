import type { Actor } from './actor.js';
import type { Decision } from './refusal.js';
import type { Instant } from './time.js';

/** A fact that a decision produces; the handler adds who, when and where it is kept. */
export interface Fact<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** Which part of a command's facts a recorded fact belongs to, where they were too many for one append. Counted from 1. */
export interface PartOf {
  readonly part: number;
  readonly of: number;
}

/** What a state needs to know of a recorded fact besides its data. */
export interface FactContext {
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly effectiveAt: Instant;
  readonly actor: Actor;
  /** Of a fact that is part of a command in several parts. */
  readonly part?: PartOf;
}

/** A fact as it comes back from the log. */
export type Recorded<F extends Fact> = F & FactContext;

/** The whole of an aggregate: pure, so that server, replay, browser and tests run the same code. */
export interface Decider<State, Command, F extends Fact, Context> {
  readonly initialState: State;
  decide(command: Command, state: State, context: Context): Decision<readonly F[]>;
  evolve(state: State, fact: Recorded<F>): State;
}
