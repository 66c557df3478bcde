import { type Instant, type LocalDate, localDateOf } from '#libs/domain/kernel';
import { type Period, endedBy } from '../period.js';
import type { RecordedUnitFact, UnitFactOf } from './unit.events.js';

type Established = UnitFactOf<'UnitEstablished'>['data'];

/** Vị trí công tác. */
export type Position = UnitFactOf<'PositionCreated'>['data'] & Period;

/** Who holds a position, and when. */
export type Appointment = Omit<UnitFactOf<'AppointmentMade'>['data'], 'basis'> & Period;

/** Who may act for a position, in which of its roles, and when. */
export type Delegation = UnitFactOf<'DelegationGiven'>['data'] & {
  /** Taken back before its time: `to` is then the day on which that happened. */
  readonly withdrawn: boolean;
};

export type HandoverSide = UnitFactOf<'HandoverConfirmed'>['data']['side'];

/** A piece of work on the list of a handover. */
export type HandedOver = UnitFactOf<'HandoverProposed'>['data']['items'][number] &
  Pick<UnitFactOf<'HandoverCompleted'>['data']['items'][number], 'arrived'>;

/** Bàn giao: proposed, then confirmed by both sides and thereby completed, or withdrawn. */
export type Handover = Omit<UnitFactOf<'HandoverProposed'>['data'], 'items'> & {
  /** As proposed; once it is completed, what it moved. */
  readonly items: readonly HandedOver[];
  readonly proposedOn: LocalDate;
  readonly confirmed: readonly HandoverSide[];
  /** The first day on which the newcomer answers for the work; absent until both sides have confirmed. */
  readonly completedFrom?: LocalDate;
  /** When the completion was recorded: an assignment recorded later goes before it. */
  readonly completedAt?: Instant;
  /** The first day on which the proposal stood no more. */
  readonly withdrawnOn?: LocalDate;
};

/** A unit as its facts say it is, over all time: what held on a day, the reads say. */
export interface UnitState extends Period {
  readonly id: string;
  readonly revision: number;
  readonly name: Established['name'];
  readonly kind: string;
  readonly successorId?: string | undefined;
  /** Under which parent it stands from which day on, in order of days; the last one until the unit ends. */
  readonly parents: readonly { readonly parentId?: string | undefined; readonly from: LocalDate }[];
  readonly positions: ReadonlyMap<string, Position>;
  readonly appointments: ReadonlyMap<string, Appointment>;
  readonly delegations: ReadonlyMap<string, Delegation>;
  /** In the order in which they were proposed. */
  readonly handovers: ReadonlyMap<string, Handover>;
}

/** Before its first fact a unit does not exist. */
export type MaybeUnit = UnitState | undefined;

/** All units by id: what the reads look into. */
export type Units = ReadonlyMap<string, UnitState>;

/** Folds one fact. Throws when the first one establishes nothing, or one names what is not there: `decide` wrote neither. */
export function evolveUnit(state: MaybeUnit, fact: RecordedUnitFact): UnitState {
  const { revision } = fact;
  if (fact.type === 'UnitEstablished') {
    const { unitId, name, kind, parentId, from } = fact.data;
    const nothing = { positions: new Map(), appointments: new Map(), delegations: new Map(), handovers: new Map() };
    return { id: unitId, revision, name, kind, from, parents: [{ parentId, from }], ...nothing };
  }
  if (!state) throw new Error(`A unit cannot begin with ${fact.type}.`);
  return { ...state, revision, ...changeOf(state, fact) };
}

function changeOf(
  state: UnitState,
  fact: Exclude<RecordedUnitFact, { readonly type: 'UnitEstablished' }>,
): Partial<UnitState> {
  const { positions, appointments, delegations, handovers } = state;
  switch (fact.type) {
    case 'UnitMoved':
      return { parents: [...state.parents, { parentId: fact.data.parentId, from: fact.data.from }] };
    case 'UnitEnded':
      return { to: fact.data.on, successorId: fact.data.successorId };
    case 'PositionCreated':
      return { positions: new Map(positions).set(fact.data.positionId, fact.data) };
    case 'PositionEnded':
      return { positions: changed(positions, fact.data.positionId, (each) => endedBy(each, fact.data.on)) };
    case 'AppointmentMade': {
      const { appointmentId, positionId, accountId, from, to } = fact.data;
      return {
        appointments: new Map(appointments).set(appointmentId, { appointmentId, positionId, accountId, from, to }),
      };
    }
    case 'AppointmentEnded':
      return { appointments: changed(appointments, fact.data.appointmentId, (each) => endedBy(each, fact.data.on)) };
    case 'DelegationGiven':
      return { delegations: new Map(delegations).set(fact.data.delegationId, { ...fact.data, withdrawn: false }) };
    case 'DelegationWithdrawn':
      return {
        delegations: changed(delegations, fact.data.delegationId, (each) => ({
          ...each,
          to: fact.data.on,
          withdrawn: true,
        })),
      };
    case 'HandoverProposed': {
      const proposed = { ...fact.data, proposedOn: localDateOf(fact.effectiveAt), confirmed: [] };
      return { handovers: new Map(handovers).set(fact.data.handoverId, proposed) };
    }
    default:
      return { handovers: changed(handovers, fact.data.handoverId, (each) => handoverAfter(each, fact)) };
  }
}

type HandoverFact = Extract<
  RecordedUnitFact,
  { readonly type: 'HandoverConfirmed' | 'HandoverCompleted' | 'HandoverWithdrawn' }
>;

function handoverAfter(handover: Handover, fact: HandoverFact): Handover {
  if (fact.type === 'HandoverConfirmed') {
    return { ...handover, confirmed: [...handover.confirmed, fact.data.side] };
  }
  return fact.type === 'HandoverCompleted'
    ? {
        ...handover,
        completedFrom: fact.data.from,
        completedAt: fact.recordedAt,
        items: fact.data.items.map((item) => ({ ...handover.items.find((each) => isSame(each, item)), ...item })),
      }
    : { ...handover, withdrawnOn: localDateOf(fact.effectiveAt) };
}

const isSame = (one: HandedOver, other: Pick<HandedOver, 'dossierId' | 'role'>): boolean =>
  one.dossierId === other.dossierId && one.role === other.role;

function changed<V>(map: ReadonlyMap<string, V>, key: string, change: (value: V) => V): ReadonlyMap<string, V> {
  const value = map.get(key);
  if (value === undefined) throw new Error(`A fact of a unit names ${key}, which is not there.`);
  // `set` on a copy keeps the place of the key: handovers stay in their order.
  return new Map(map).set(key, change(value));
}
