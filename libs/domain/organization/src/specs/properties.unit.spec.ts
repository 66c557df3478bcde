import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  type PositionRole,
  type UnitCommand,
  actingAs,
  ancestors,
  holdersOf,
  isWithin,
  positionRoles,
  responsibleFor,
} from '#libs/domain/organization';
import {
  OrganizationOffice,
  appoint,
  delegate,
  establish,
  operator,
  position,
} from '../../../../../test/support/organization-office.js';
import { OrganizationOracle } from '../../../../../test/support/organization-oracle.js';

const first = Temporal.PlainDate.from('2025-06-20');
/** Four weeks around the end of the districts. */
const days = Array.from({ length: 28 }, (_, index) => first.add({ days: index }).toString());
const units = ['U0', 'U1', 'U2', 'U3', 'U4'];
const positions = ['P0', 'P1', 'P2', 'P3'];
const accounts = ['A0', 'A1', 'A2', 'A3'];

const day = fc.constantFrom(...days);
const unit = fc.constantFrom(...units);
const place = fc.constantFrom(...positions);
const account = fc.constantFrom(...accounts);
const roles = fc.subarray<PositionRole>(['officer', 'clerk', 'authority'], { minLength: 1 });
const nth = fc.nat({ max: 30 });

/** A command, and the unit to which it goes; `nth` chooses among what was made before. */
type Move = (office: OrganizationOffice) => readonly [unitId: string, command: UnitCommand];

const unitHaving = (office: OrganizationOffice, positionId: string): string =>
  [...office.units.values()].find((each) => each.positions.has(positionId))?.id ?? 'U0';

const made = (office: OrganizationOffice, type: string, index: number): readonly [unitId: string, id: string] => {
  const facts = office.facts.filter(({ fact }) => fact.type === type);
  const chosen = facts[index % Math.max(facts.length, 1)];
  return [chosen?.stream.slice('unit-'.length) ?? 'U0', chosen?.newId ?? 'none'];
};

const move: fc.Arbitrary<Move> = fc.oneof(
  fc.tuple(unit, fc.option(unit), day).map(([id, parent, from]): Move => () => [
    id,
    establish(id, parent ?? undefined, from),
  ]),
  fc.tuple(unit, fc.option(unit), day).map(([id, parentId, from]): Move => () => [
    id,
    { type: 'move', data: { from, ...(parentId === null ? {} : { parentId }) } },
  ]),
  fc.tuple(unit, day).map(([id, on]): Move => () => [id, { type: 'end', data: { on } }]),
  fc
    .tuple(unit, place, day, roles, fc.boolean(), fc.integer({ min: 1, max: 2 }))
    .map(([id, positionId, from, roles, head, seats]): Move => () => [
      id,
      position(positionId, { from, roles, head, seats }),
    ]),
  fc.tuple(place, day).map(([positionId, on]): Move => (office) => [
    unitHaving(office, positionId),
    { type: 'end-position', data: { positionId, on } },
  ]),
  ...[1, 2, 3].map(() =>
    fc.tuple(place, account, day, fc.option(day)).map(([positionId, who, from, to]): Move => (office) => [
      unitHaving(office, positionId),
      appoint(positionId, who, from, to ?? undefined),
    ]),
  ),
  fc.tuple(nth, day).map(([index, on]): Move => (office) => {
    const [unitId, appointmentId] = made(office, 'AppointmentMade', index);
    return [unitId, { type: 'end-appointment', data: { appointmentId, on } }];
  }),
  ...[1, 2].map(() =>
    fc.tuple(nth, account, day, day, roles).map(([index, accountId, from, to, roles]): Move => (office) => {
      const [unitId, appointmentId] = made(office, 'AppointmentMade', index);
      const held = office.units.get(unitId)?.appointments.get(appointmentId);
      const { positionId, accountId: givenBy } = held ?? { positionId: 'P0', accountId };
      const mandate = { number: '1', date: from };
      return [unitId, delegate(positionId, accountId, { givenBy, from, to, roles, mandate })];
    }),
  ),
  fc.tuple(nth, day).map(([index, on]): Move => (office) => {
    const [unitId, delegationId] = made(office, 'DelegationGiven', index);
    return [unitId, { type: 'withdraw-delegation', data: { delegationId, on, reason: 'Thôi' } }];
  }),
);

/** A small tree to begin with, so that chance does not spend itself on the first steps; and then whatever comes. */
const moves = fc.array(move, { minLength: 20, maxLength: 60 });

/** What happened over all runs, so that a test in which nothing happens cannot stay green. */
const seen = { made: new Set<string>(), refused: new Set<string>() };

function live(chances: readonly Move[]) {
  const office = new OrganizationOffice().on(days[0] ?? '');
  const oracle = new OrganizationOracle(days);
  office.must('U0', establish('U0', undefined, days[0]));
  office.must('U1', establish('U1', 'U0', days[0]));
  office.must('U1', position('P0', { from: days[0] ?? '', roles: ['officer', 'authority'] }));
  for (const chance of chances) {
    const decided = office.unit(...chance(office), operator);
    if (!decided.ok) seen.refused.add(decided.error.code);
  }
  for (const { stream, fact } of office.facts) {
    oracle.take(stream, fact);
    seen.made.add(fact.type);
  }
  return { office, oracle };
}

const check = (numRuns: number, each: (lived: ReturnType<typeof live>) => void) =>
  fc.assert(
    fc.property(moves, (chances) => each(live(chances))),
    { numRuns },
  );

describe('whatever happens to units and positions', () => {
  it('the tree has no circle on any day, nobody stands under what is not there, and the slow way says the same', () => {
    check(150, ({ office, oracle }) => {
      for (const id of office.units.keys())
        days.forEach((date, index) => {
          const path = oracle.ancestors(id, index);
          expect(ancestors(office.units, id, date)).toEqual(path);
          const there = oracle.units.get(id)?.there[index] === true;
          for (const other of units)
            expect(isWithin(office.units, id, other, date)).toBe(there && (other === id || path.includes(other)));
        });
    });
  });

  it('a position never has more holders than seats, and on each day those that the slow way says', () => {
    check(150, ({ office, oracle }) => {
      for (const { positionId, seats } of oracle.positions.values())
        days.forEach((date, index) => {
          const holders = holdersOf(office.units, positionId, date);
          expect(holders.length).toBeLessThanOrEqual(seats);
          expect(new Set(holders).size).toBe(holders.length);
          expect([...holders].sort()).toEqual(oracle.holders(positionId, index).sort());
        });
    });
  });

  it('somebody acts exactly where the slow way lets him, and a mandate never widens roles', () => {
    check(150, ({ office, oracle }) => {
      for (const { positionId, roles } of oracle.positions.values())
        for (const accountId of accounts)
          days.forEach((date, index) => {
            const acting = actingAs(office.units, accountId, positionId, date);
            const may = oracle.mayAct(accountId, positionId, index);
            expect(acting.ok ? acting.value.roles : undefined).toEqual(may?.roles);
            if (!acting.ok) return;
            expect(roles).toEqual(expect.arrayContaining([...acting.value.roles]));
            expect(acting.value.onBehalfOf !== undefined).toBe(may?.as === 'delegate');
          });
    });
  });

  it('who answers for a work may act for it, unless it is the head in a place of his own', () => {
    check(60, ({ office }) => {
      for (const unitId of office.units.keys())
        for (const role of positionRoles)
          for (const date of days) {
            const { people, vacant } = responsibleFor(office.units, { unitId, role, date });
            expect(people.every(({ as }) => (as === 'head') === vacant)).toBe(true);
            for (const { accountId, positionId, roles } of people) {
              const acting = actingAs(office.units, accountId, positionId, date);
              expect(acting).toMatchObject({ ok: true, value: { roles } });
              if (!vacant) expect(roles).toContain(role);
            }
          }
    });
  });

  it('and a lot did happen', () => {
    expect([...seen.made].sort()).toEqual([
      'AppointmentEnded',
      'AppointmentMade',
      'DelegationGiven',
      'DelegationWithdrawn',
      'PositionCreated',
      'PositionEnded',
      'UnitEnded',
      'UnitEstablished',
      'UnitMoved',
    ]);
    for (const code of [
      'UNIT_CIRCLE',
      'UNIT_HAS_CHILDREN',
      'POSITION_TAKEN',
      'ALREADY_APPOINTED',
      'DELEGATION_WIDENS_ROLES',
    ])
      expect(seen.refused).toContain(code);
  });
});
