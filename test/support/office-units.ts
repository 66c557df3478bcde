import { randomUUID } from 'node:crypto';
import { unitEvents } from '#libs/domain/organization';
import type { JsonObject, NewEvent } from '#libs/engine/event-store';
import type { z } from 'zod';
import { officer } from './office-facts.js';

/** A fact of a unit, checked against its published shape. */
export function unitFact<T extends keyof typeof unitEvents>(
  type: T,
  data: z.input<(typeof unitEvents)[T]['schema']>,
): NewEvent {
  const { schema, schemaVersion } = unitEvents[type];
  const metadata = { actor: officer, correlationId: 'test' };
  const effectiveAt = '2026-08-01T02:00:00.000Z';
  return { id: randomUUID(), type, schemaVersion, effectiveAt, data: schema.parse(data) as JsonObject, metadata };
}

const names: Readonly<Record<string, readonly [vi: string, kind: string]>> = {
  'unit-1': ['Trung tâm Nước sạch', 'enterprise'],
  'unit-2': ['Trường Tiểu học Hoà Bình', 'school'],
  'unit-3': ['Uỷ ban nhân dân xã Đông Tiến', 'commune'],
  'body-1': ['Ủy ban nhân dân tỉnh', 'province'],
  'body-2': ['Sở Nội vụ', 'department'],
};

/** The units of the office's log but one, and work that is handed over in one of them. */
export function* unitsLog(seed: number): Generator<{ readonly stream: string; readonly events: readonly NewEvent[] }> {
  for (const [unitId, [vi, kind]] of Object.entries(names)) {
    const name = { vi, en: vi };
    yield {
      stream: `unit-${unitId}`,
      events: [unitFact('UnitEstablished', { unitId, name, kind, from: '2026-01-01' })],
    };
  }
  const handover = {
    handoverId: `H${seed}`,
    positionId: 'pos-1',
    fromAccountId: 'acc-giver',
    toPositionId: 'pos-2',
    toAccountId: 'acc-taker',
    items: [{ dossierId: `D${seed}-1`, role: 'officer' as const }],
  };
  yield { stream: 'unit-body-1', events: [unitFact('HandoverProposed', { ...handover, on: '2026-09-01' })] };
  yield {
    stream: 'unit-body-1',
    events: [
      unitFact('HandoverConfirmed', { handoverId: handover.handoverId, side: 'taker', accountId: 'acc-taker' }),
      unitFact('HandoverCompleted', { ...handover, from: '2026-09-01' }),
    ],
  };
}
