import { type Instant, localDateOf } from '#libs/domain/kernel';
import { councilMembersOf, evolveUnit, type MaybeUnit, type UnitFact } from '#libs/domain/organization';
import type { EventStore } from '#libs/engine/event-store';
import { recordedFact } from './aggregate-runner.js';
import { unitStream } from './ids.js';

/**
 * How many members a body's council had when a session opened (R28): who was appointed by then, as the log held it at that moment. Whoever
 * is appointed while it sits is none of them. `undefined` where the organization knows of no such council.
 */
export async function councilSeatsAt(
  store: Pick<EventStore, 'readStream'>,
  bodyId: string,
  openedAt: Instant,
): Promise<number | undefined> {
  let unit: MaybeUnit;
  for await (const event of store.readStream(unitStream(bodyId))) {
    if (event.recordedAt > openedAt) break;
    unit = evolveUnit(unit, recordedFact<UnitFact>(event));
  }
  const members = unit ? councilMembersOf(unit, localDateOf(openedAt)).length : 0;
  return members === 0 ? undefined : members;
}
