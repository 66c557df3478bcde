import { actingAs, holderOf, holdersOf, positionsOf, responsibleFor } from '#libs/domain/organization';
import { appoint, establish, person, position, province } from '../../../../../test/support/organization-office.js';

const TODAY = '2026-11-21';

describe('A position', () => {
  it('is held from the first day of an appointment to the day before its last', () => {
    const office = province();
    office.must('department', appoint('clerk-1', 'thu', '2026-03-01', '2026-06-01'));
    const days = ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'];
    expect(days.map((day) => holderOf(office.units, 'clerk-1', day))).toEqual([undefined, 'thu', 'thu', undefined]);
  });

  it('has one holder at a time: the next one may begin on the day on which the last one is gone', () => {
    const office = province();
    const id = office.must('department', appoint('clerk-1', 'thu', '2026-03-01'));
    const next = () => office.code(office.unit('department', appoint('clerk-1', 'lan', '2026-06-01')));
    expect(next()).toBe('POSITION_TAKEN');
    office.must('department', { type: 'end-appointment', data: { appointmentId: id, on: '2026-06-01' } });
    expect(next()).toBe('done');
    expect(holderOf(office.units, 'clerk-1', '2026-05-31')).toBe('thu');
    expect(holderOf(office.units, 'clerk-1', '2026-06-01')).toBe('lan');
  });

  it('is not taken before an appointment that is recorded ahead, and not a day into it', () => {
    const office = province();
    office.must('department', appoint('clerk-1', 'lan', '2026-06-01'));
    const before = (to?: string) => office.code(office.unit('department', appoint('clerk-1', 'thu', '2026-01-01', to)));
    expect(before()).toBe('POSITION_TAKEN');
    expect(before('2026-06-02')).toBe('POSITION_TAKEN');
    expect(before('2026-06-01')).toBe('done');
  });

  it('with more seats takes so many, and nobody twice', () => {
    const office = province();
    office.must('department', position('pool', { seats: 2 }));
    office.must('department', appoint('pool', 'a', '2026-02-01'));
    expect(office.code(office.unit('department', appoint('pool', 'a', '2026-05-01')))).toBe('ALREADY_APPOINTED');
    office.must('department', appoint('pool', 'b', '2026-01-01'));
    expect(office.code(office.unit('department', appoint('pool', 'c', '2026-05-01')))).toBe('POSITION_TAKEN');
    expect(holdersOf(office.units, 'pool', TODAY)).toEqual(['b', 'a']);
    expect(holderOf(office.units, 'pool', TODAY)).toBe('b');
  });

  it('entered by mistake is taken back on the day of its beginning, and was never held', () => {
    const office = province();
    const id = office.must('department', appoint('clerk-1', 'wrong', '2026-03-01'));
    const end = (on: string) =>
      office.code(office.unit('department', { type: 'end-appointment', data: { appointmentId: id, on } }));
    expect(end('2026-02-28')).toBe('DATES_OUT_OF_ORDER');
    expect(end('2026-03-01')).toBe('done');
    expect(end('2026-03-01')).toBe('APPOINTMENT_IS_OVER');
    expect(holderOf(office.units, 'clerk-1', '2026-03-01')).toBeUndefined();
    expect(office.code(office.unit('department', appoint('clerk-1', 'right', '2026-03-01')))).toBe('done');
  });

  it('ends only when nobody holds it any more', () => {
    const office = province();
    const id = office.must('department', appoint('clerk-1', 'thu', '2026-03-01'));
    const end = () =>
      office.code(
        office.unit('department', { type: 'end-position', data: { positionId: 'clerk-1', on: '2026-06-01' } }),
      );
    expect(end()).toBe('POSITION_STILL_HELD');
    office.must('department', { type: 'end-appointment', data: { appointmentId: id, on: '2026-06-01' } });
    expect(end()).toBe('done');
    expect(office.code(office.unit('department', appoint('clerk-1', 'lan', '2026-05-01')))).toBe(
      'POSITION_NOT_IN_FORCE',
    );
    expect(office.code(actingAs(office.units, 'thu', 'clerk-1', '2026-06-01'))).toBe('POSITION_NOT_IN_FORCE');
    expect(office.code(actingAs(office.units, 'thu', 'clerk-1', '2026-05-31'))).toBe('done');
  });

  it('has an id that no other unit uses, and a unit has one head', () => {
    const office = province();
    expect(office.code(office.unit('province', position('officer-1')))).toBe('POSITION_EXISTS');
    expect(office.code(office.unit('department', position('second', { head: true })))).toBe('HEAD_EXISTS');
    expect(office.code(office.unit('department', position('early', { from: '2015-01-01' })))).toBe('UNIT_NOT_IN_FORCE');
  });

  it('is over with its unit, without a word about each holder', () => {
    const office = province();
    office.must('commune', position('commune-officer'));
    office.must('commune', appoint('commune-officer', 'xa'));
    office.must('commune', { type: 'end', data: { on: '2025-07-01' } });
    expect(holderOf(office.units, 'commune-officer', '2025-06-30')).toBe('xa');
    expect(holderOf(office.units, 'commune-officer', '2025-07-01')).toBeUndefined();
  });

  it('is filled by operators only', () => {
    const office = province();
    const chair = person('chair', 'authority');
    for (const command of [
      appoint('clerk-1', 'thu'),
      position('new'),
      { type: 'end-position', data: { positionId: 'clerk-1', on: TODAY } },
      { type: 'end-appointment', data: { appointmentId: 'any', on: TODAY } },
    ] as const)
      expect(office.code(office.unit('department', command, chair))).toBe('POSITION_NOT_ALLOWED');
  });
});

describe('Who acts in a position', () => {
  it('is its holder, with its roles, in its unit', () => {
    const { units } = province();
    const actor = actingAs(units, 'leaver', 'officer-1', TODAY);
    expect(actor).toEqual({
      ok: true,
      value: { id: 'leaver', positionId: 'officer-1', unitId: 'department', roles: ['officer'] },
    });
  });

  it('is nobody else, and only the head while it is vacant', () => {
    const office = province();
    const code = (account: string, positionId: string) =>
      office.code(actingAs(office.units, account, positionId, TODAY));
    expect(code('newcomer', 'officer-1')).toBe('POSITION_NOT_HELD');
    expect(code('head', 'officer-1')).toBe('POSITION_NOT_HELD');
    expect(code('newcomer', 'clerk-1')).toBe('POSITION_VACANT');
    expect(code('head', 'clerk-1')).toBe('done');
    expect(code('head', 'nowhere')).toBe('POSITION_UNKNOWN');
  });

  it('may choose among the positions that are his, vacant ones of his unit included', () => {
    const { units } = province();
    const of = (account: string) => positionsOf(units, account, TODAY).map((each) => [each.positionId, each.as]);
    expect(of('head')).toEqual([
      ['department-head', 'holder'],
      ['clerk-1', 'head'],
    ]);
    expect(of('leaver')).toEqual([['officer-1', 'holder']]);
    expect(of('nobody')).toEqual([]);
  });
});

describe('Who answers for a work', () => {
  it('are the holders of the positions with its role', () => {
    const { units } = province();
    const { people, vacant } = responsibleFor(units, { unitId: 'department', role: 'officer', date: TODAY });
    expect(people.map(({ accountId }) => accountId)).toEqual(['leaver', 'newcomer']);
    expect(vacant).toBe(false);
  });

  it('is the head where the position is vacant, and the next head above where there is none', () => {
    const office = province();
    const clerk = () => responsibleFor(office.units, { unitId: 'department', role: 'clerk', date: '2026-11-23' });
    expect(clerk()).toMatchObject({ vacant: true, people: [{ accountId: 'head', positionId: 'clerk-1', as: 'head' }] });
    const id = [...office.units.get('department')!.appointments.values()].find(
      ({ accountId }) => accountId === 'head',
    )!.appointmentId;
    office.must('department', { type: 'end-appointment', data: { appointmentId: id, on: '2026-11-23' } });
    expect(clerk()).toMatchObject({ vacant: true, people: [{ accountId: 'chair', positionId: 'clerk-1' }] });
  });

  it('is the head in his own position where the unit has none with the role, and nobody where there is no head', () => {
    const office = province();
    const auditor = responsibleFor(office.units, { unitId: 'department', role: 'auditor', date: TODAY });
    expect(auditor).toMatchObject({ vacant: true, people: [{ accountId: 'head', positionId: 'department-head' }] });
    office.must('alone', establish('alone'));
    expect(responsibleFor(office.units, { unitId: 'alone', role: 'officer', date: TODAY })).toEqual({
      unitId: 'alone',
      people: [],
      vacant: true,
    });
  });

  it('is asked of the successor when the unit has ended', () => {
    const office = province();
    office.must('commune', { type: 'end', data: { on: '2025-07-01', successorId: 'department' } });
    const officer = responsibleFor(office.units, { unitId: 'commune', role: 'officer', date: TODAY });
    expect(officer).toMatchObject({ unitId: 'department', vacant: false });
  });
});
