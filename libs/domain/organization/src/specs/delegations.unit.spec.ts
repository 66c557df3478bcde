import { actingAs, positionsOf, responsibleFor } from '#libs/domain/organization';
import type { Actor } from '#libs/domain/kernel';
import {
  appoint,
  delegate,
  operator,
  person,
  position,
  province,
} from '../../../../../test/support/organization-office.js';

const head = person('head', 'section_head', 'authority');

/** The head of the department signs mandates for his own position. */
function withMandate(given: Parameters<typeof delegate>[2] = {}, actor: Actor = head) {
  const office = province().on('2026-08-31');
  const decided = office.unit('department', delegate('department-head', 'deputy', given), actor);
  return { office, id: office.lastId, code: office.code(decided) };
}

describe('R44: a mandate', () => {
  it('lets somebody act for a position in the roles it names, on behalf of who gave it', () => {
    const { office } = withMandate();
    expect(actingAs(office.units, 'deputy', 'department-head', '2026-09-01')).toEqual({
      ok: true,
      value: {
        id: 'deputy',
        positionId: 'department-head',
        unitId: 'department',
        roles: ['authority'],
        onBehalfOf: 'head',
      },
    });
    expect(positionsOf(office.units, 'deputy', '2026-09-01').map(({ as }) => as)).toEqual(['delegate']);
  });

  it('holds from its first day to the day before its last', () => {
    const { office } = withMandate();
    const on = (day: string) => office.code(actingAs(office.units, 'deputy', 'department-head', day));
    expect(on('2026-08-31')).toBe('DELEGATION_NOT_BEGUN');
    expect(on('2026-09-01')).toBe('done');
    expect(on('2026-09-30')).toBe('done');
    expect(on('2026-10-01')).toBe('DELEGATION_EXPIRED');
  });

  it.each([
    ['never more roles than the position has', { roles: ['authority', 'clerk'] }, 'DELEGATION_WIDENS_ROLES'],
    ['written before it begins', { mandate: { number: '1', date: '2026-09-02' } }, 'MANDATE_DATED_LATER'],
    ['written on the day on which it begins', { mandate: { number: '1', date: '2026-09-01' } }, 'done'],
    ['with at least one day', { to: '2026-09-01' }, 'DATES_OUT_OF_ORDER'],
    ['given by who holds the position', { givenBy: 'leaver' }, 'POSITION_NOT_HELD'],
    ['given while he holds it', { from: '2019-12-31', to: '2020-06-01' }, 'POSITION_NOT_HELD'],
    ['not for who holds the position anyway', { accountId: 'head' }, 'DELEGATION_TO_HOLDER'],
    ['not for a position that is not there', { positionId: 'nowhere' }, 'POSITION_UNKNOWN'],
  ] as const)('is %s', (_what, given, expected) => {
    const mandate = 'from' in given ? { mandate: { number: '1', date: '2019-01-01' } } : {};
    expect(withMandate({ ...mandate, ...(given as object) }).code).toBe(expected);
  });

  it('is not passed on by who has one', () => {
    const { office } = withMandate();
    const deputy: Actor = { ...person('deputy', 'authority'), onBehalfOf: 'head' };
    const again = delegate('department-head', 'third', { givenBy: 'head' });
    expect(office.code(office.unit('department', again, deputy))).toBe('REDELEGATION');
    expect(office.code(office.unit('department', delegate('department-head', 'third'), person('deputy')))).toBe(
      'POSITION_NOT_HELD',
    );
  });

  it('on paper may be recorded by an operator, still as given by the holder', () => {
    const { office, code } = withMandate({}, operator);
    expect(code).toBe('done');
    expect(actingAs(office.units, 'deputy', 'department-head', '2026-09-01')).toMatchObject({
      value: { onBehalfOf: 'head' },
    });
  });

  it('is one at a time for the same position and account', () => {
    const { office } = withMandate();
    const again = (from: string) =>
      office.code(office.unit('department', delegate('department-head', 'deputy', { from, to: '2026-12-01' }), head));
    expect(again('2026-09-30')).toBe('DELEGATION_NOT_TWICE');
    expect(again('2026-10-01')).toBe('done');
  });

  it('is withdrawn from today on or later, by who gave it, and only while it stands', () => {
    const { office, id } = withMandate();
    const withdraw = (on: string, actor = head) =>
      office.code(
        office.unit(
          'department',
          { type: 'withdraw-delegation', data: { delegationId: id, on, reason: 'Đã về' } },
          actor,
        ),
      );
    office.on('2026-09-10');
    expect(withdraw('2026-09-15', person('deputy', 'authority'))).toBe('POSITION_NOT_HELD');
    expect(withdraw('2026-09-09')).toBe('DATES_OUT_OF_ORDER');
    expect(withdraw('2026-10-01')).toBe('DELEGATION_IS_OVER');
    expect(withdraw('2026-09-15')).toBe('done');
    expect(office.code(actingAs(office.units, 'deputy', 'department-head', '2026-09-14'))).toBe('done');
    expect(office.code(actingAs(office.units, 'deputy', 'department-head', '2026-09-15'))).toBe(
      'DELEGATION_IS_WITHDRAWN',
    );
  });

  it('gives its work to the delegate while the position is vacant, and only the work it names', () => {
    const { office } = withMandate({ to: '2027-01-01' });
    const { appointments } = office.units.get('department')!;
    const held = [...appointments.values()].find(({ accountId }) => accountId === 'head')!;
    office.must('department', {
      type: 'end-appointment',
      data: { appointmentId: held.appointmentId, on: '2026-10-01' },
    });
    const answer = (role: 'authority' | 'section_head', date: string) =>
      responsibleFor(office.units, { unitId: 'department', role, date }).people.map(({ accountId }) => accountId);
    expect(answer('authority', '2026-09-30')).toEqual(['head']);
    expect(answer('authority', '2026-10-01')).toEqual(['deputy']);
    expect(answer('section_head', '2026-10-01')).toEqual(['chair']);
  });

  it('counts for nothing where its account holds the position by then', () => {
    const office = province().on('2026-08-31');
    office.must('department', position('vice', { roles: ['authority'], seats: 2 }));
    office.must('department', appoint('vice', 'one'));
    office.must('department', delegate('vice', 'two', { givenBy: 'one' }), person('one', 'authority'));
    office.must('department', appoint('vice', 'two', '2026-09-15'));
    const as = (date: string) => positionsOf(office.units, 'two', date).map((each) => each.as);
    expect(as('2026-09-14')).toEqual(['delegate']);
    expect(as('2026-09-15')).toEqual(['holder']);
  });
});
