import { evolveDecision, type MaybeDecision, type RecordedDecisionFact } from '#libs/domain/decision';
import type { EventStore } from '#libs/engine/event-store';
import { recordedFact } from '../aggregate-runner.js';
import { decisionStream } from '../ids.js';

/** A decision as its own facts say, for who only looks at it. */
export async function readDecision(store: Pick<EventStore, 'readStream'>, decisionId: string): Promise<MaybeDecision> {
  let decision: MaybeDecision;
  for await (const event of store.readStream(decisionStream(decisionId)))
    decision = evolveDecision(decision, recordedFact<RecordedDecisionFact>(event));
  return decision;
}
