import type { Actor } from '#libs/domain/kernel';
import type { Position } from '#libs/engine/event-store';

/** What has changed about one thing: its id and the types of the facts, nothing of what they say. */
export interface Change {
  readonly id: string;
  readonly types: readonly string[];
}

/** One step along the log, as much of it as somebody may see. */
export interface LiveFacts {
  readonly position: Position;
  readonly dossiers: readonly Change[];
  readonly decisions: readonly Change[];
  readonly units: readonly Change[];
  readonly clusters: readonly Change[];
}

/** Somebody who listens at the other end of a line. */
export interface LiveListener {
  /** As whom he acts: asked whenever something is to be told. */
  readonly actor: Actor;
  /** He may resume after `position`, and read models show all up to `visible`. */
  begin(position: Position, visible: Position): void;
  facts(facts: LiveFacts): void;
  /** Every read model shows all up to here. */
  visible(position: Position): void;
  /** Resolves when there is room for more. */
  roomy(): Promise<void>;
  /** The line is to be closed. */
  end(): void;
}
