import { randomUUID } from 'node:crypto';
import { awardHistoryEvents } from '#libs/domain/award-history';
import { decisionEvents, registerEvents } from '#libs/domain/decision';
import { dossierEvents, type DossierFactOf } from '#libs/domain/dossier';
import { unitEvents } from '#libs/domain/organization';
import { type CommandKey, type JsonObject, type NewEvent } from '#libs/engine/event-store';
import type { z } from 'zod';

const schemas = { ...dossierEvents, ...decisionEvents, ...registerEvents, ...unitEvents, ...awardHistoryEvents };

type Type = keyof typeof schemas;

/** Who acted, where a test does not care. */
export const officer = { id: 'acc-officer', positionId: 'pos-officer', unitId: 'body-1' };

/** A fact as the domain would record it, checked against its published shape. */
export function fact<T extends Type>(
  type: T,
  data: z.input<(typeof schemas)[T]['schema']>,
  effectiveAt = '2026-08-21T02:00:00.000Z',
): NewEvent {
  const { schema, schemaVersion } = schemas[type];
  const metadata = { actor: officer, correlationId: 'test' };
  return { id: randomUUID(), type, schemaVersion, effectiveAt, data: schema.parse(data) as JsonObject, metadata };
}

/** A command nobody has given before. */
export const newCommand = (): CommandKey => ({ account: 'acc-test', commandId: randomUUID(), fingerprint: 'test' });

/** Numbers that look random and are the same for the same seed. */
export type Dice = (sides: number) => number;

export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const sourced = { source: 'test', confidence: 'design' } as const;
export const hash = 'f'.repeat(64);

export const drafted = (id: string, unit = 'unit-1', body = 'body-1', title = `Hồ sơ ${id}`): NewEvent =>
  fact('DossierDrafted', {
    dossierId: id,
    procedureCode: 'BK_TINH',
    kind: 'chuyen_de',
    title,
    submittingUnitId: unit,
    bodyId: body,
    cluster: 'Khối thi đua số 3',
    step: 'drafting',
  });

export const received = (step = 'appraisal'): NewEvent =>
  fact('DossierReceived', { procedure: { code: 'BK_TINH', version: 'R2025.1', hash }, warnings: [], step });

export const terms = (deadlineId: string, dueAt: string): DossierFactOf<'DeadlineSet'>['data'] => ({
  deadlineId,
  clock: deadlineId.replace(/-\d+$/, ''),
  responsible: 'officer',
  startedAt: '2026-08-21T02:00:00.000Z',
  limit: { value: 20, unit: 'working_day', firstDayCounted: false },
  dueAt,
  calendar: { id: 'VN', version: '1' },
  version: 1,
  pauses: [],
  ...sourced,
});

/** Of a clock whose moment lies in a year without a calendar. */
export function awaitedTerms(
  deadlineId: string,
  pauses: { from: string }[] = [],
): DossierFactOf<'DeadlineAwaited'>['data'] {
  const { dueAt: _due, limit, ...rest } = terms(deadlineId, '2027-01-20T10:00:00.000Z');
  if (!limit) throw new Error('Terms have a limit here.');
  return { ...rest, limit, pauses, version: 0, missingYear: 2027 };
}

export const deadlineSet = (deadlineId: string, dueAt: string): NewEvent =>
  fact('DeadlineSet', terms(deadlineId, dueAt));

export type Nominee = DossierFactOf<'NomineesAdded'>['data']['nominees'][number];

export function nominees(dice: Dice, count: number): Nominee[] {
  return Array.from({ length: count }, (_, index): Nominee => {
    const common = { id: `N${index + 1}`, name: `Người thứ ${index + 1}`, unit: 'Tổ 1' };
    const kind = (['individual', 'individual', 'collective', 'household'] as const)[dice(4)] ?? 'individual';
    if (kind !== 'individual') return { ...common, kind };
    return {
      ...common,
      kind,
      sex: dice(2) ? 'female' : 'male',
      standing: dice(3) ? 'direct_worker' : 'leader',
    };
  });
}

export const forwarded = (toBodyId: string): NewEvent =>
  fact('DossierForwarded', { toBodyId, letter: { number: '9/TTr', date: '2026-09-03' }, step: 'intake' });

export const decisionDrafted = (
  decisionId: string,
  dossiers: readonly [string, readonly Nominee[]][],
  bodyId = 'body-1',
): NewEvent =>
  fact('DecisionDrafted', {
    decisionId,
    bodyId,
    series: 'QĐ',
    award: 'BK_TINH',
    recipients: dossiers
      .flatMap(([dossierId, people]) => people.map(({ id, kind }) => ({ dossierId, nomineeId: id, kind })))
      .map((recipient, index) => ({ ...recipient, goldenBookNumber: index + 1 })),
  });

export const decisionIssued = (number: number): NewEvent =>
  fact('DecisionIssued', {
    number,
    symbol: `${number}/QĐ-UBND`,
    date: '2026-09-20',
    signer: { accountId: 'acc-chair', name: 'Người Ký', capacity: 'none' },
    baseSalary: { amount: 2_340_000, from: '2024-07-01', source: 'ND 73/2024' },
    prizes: { individual: 3_510_000 },
    roundedUpTo: 1,
    total: 3_510_000,
  });

/** A moment by which something is due, as dice have it. */
export const dueIn = (dice: Dice): string => new Date(Date.UTC(2026, 8, 1 + dice(60), 10)).toISOString();

/** Events for one stream, to be appended together. */
export interface Append {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}
