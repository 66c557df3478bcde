import { ancestors, answeringUnit, childrenOf, isWithin } from '#libs/domain/organization';
import { establish, person, province } from '../../../../../test/support/organization-office.js';

const MERGER = '2025-07-01';

/** The district ends on 01/07/2025; its commune moves under the province on that day (R54). */
function afterTheMerger() {
  const office = province();
  office.must('commune', { type: 'move', data: { parentId: 'province', from: MERGER } });
  office.must('district', { type: 'end', data: { on: MERGER, successorId: 'province' } });
  return office;
}

describe('R54: a level that ended', () => {
  const { units } = afterTheMerger();

  it('is still there for a dossier of 2024, to its last day', () => {
    expect(ancestors(units, 'commune', '2024-03-01')).toEqual(['district', 'province']);
    expect(isWithin(units, 'commune', 'district', '2025-06-30')).toBe(true);
    expect(childrenOf(units, 'district', '2025-06-30')).toEqual(['commune']);
  });

  it('is there no more from the first day without it', () => {
    expect(ancestors(units, 'commune', MERGER)).toEqual(['province']);
    expect(isWithin(units, 'commune', 'district', MERGER)).toBe(false);
    expect(isWithin(units, 'district', 'province', MERGER)).toBe(false);
    expect(childrenOf(units, 'province', MERGER)).toEqual(['department', 'commune']);
  });

  it('answers through who took over its work', () => {
    expect(answeringUnit(units, 'district', '2025-06-30')?.id).toBe('district');
    expect(answeringUnit(units, 'district', '2026-01-01')?.id).toBe('province');
    expect(answeringUnit(units, 'district', '2015-12-31')).toBeUndefined();
  });
});

describe('A unit', () => {
  it('ends only when nothing stands under it any more, neither now nor as recorded ahead', () => {
    const office = province();
    const end = () => office.code(office.unit('district', { type: 'end', data: { on: MERGER } }));
    expect(end()).toBe('UNIT_HAS_CHILDREN');
    office.must('commune', { type: 'move', data: { parentId: 'province', from: '2025-07-02' } });
    expect(end()).toBe('UNIT_HAS_CHILDREN');
    expect(office.code(office.unit('district', { type: 'end', data: { on: '2025-07-02' } }))).toBe('done');
    expect(end()).toBe('UNIT_IS_ENDED');
  });

  it('may end on the day on which the last one below ends', () => {
    const office = province();
    office.must('commune', { type: 'end', data: { on: MERGER } });
    expect(office.code(office.unit('district', { type: 'end', data: { on: MERGER } }))).toBe('done');
  });

  it('stands under a parent that is in force all the time', () => {
    const office = afterTheMerger();
    const under = (parent: string, from: string) => office.code(office.unit('new', establish('new', parent, from)));
    expect(under('district', '2024-01-01')).toBe('PARENT_NOT_IN_FORCE');
    expect(under('nowhere', '2024-01-01')).toBe('PARENT_NOT_IN_FORCE');
    expect(under('province', '2015-12-31')).toBe('PARENT_NOT_IN_FORCE');
    expect(under('province', '2016-01-01')).toBe('done');
    expect(under('province', '2016-01-01')).toBe('UNIT_EXISTS');
  });

  it('never comes to stand under itself, also not by a move that is recorded ahead', () => {
    const office = province();
    const move = (unit: string, parentId: string, from: string) =>
      office.code(office.unit(unit, { type: 'move', data: { parentId, from } }));
    expect(move('province', 'commune', '2026-01-01')).toBe('UNIT_CIRCLE');
    expect(move('province', 'province', '2026-01-01')).toBe('UNIT_CIRCLE');
    // From 2027 on the district is to stand under the department: then the department cannot go under the commune before.
    expect(move('district', 'department', '2027-01-01')).toBe('done');
    expect(move('department', 'commune', '2026-06-01')).toBe('UNIT_CIRCLE');
  });

  it('moves forward in time only', () => {
    const office = province();
    office.must('commune', { type: 'move', data: { parentId: 'province', from: MERGER } });
    const again = (from: string) => office.code(office.unit('commune', { type: 'move', data: { from } }));
    expect(again(MERGER)).toBe('UNIT_MOVES_OUT_OF_ORDER');
    expect(again('2025-07-02')).toBe('done');
    expect(ancestors(office.units, 'commune', '2025-07-02')).toEqual([]);
  });

  it('names a successor that is there', () => {
    const office = province();
    const end = (successorId: string) =>
      office.code(office.unit('commune', { type: 'end', data: { on: MERGER, successorId } }));
    expect(end('nowhere')).toBe('UNIT_NOT_IN_FORCE');
    expect(end('commune')).toBe('UNIT_NOT_IN_FORCE');
    expect(end('province')).toBe('done');
  });

  it('is kept by operators only, and nothing happens to one that was never established', () => {
    const office = province();
    expect(office.code(office.unit('new', establish('new'), person('chair', 'authority')))).toBe(
      'POSITION_NOT_ALLOWED',
    );
    expect(office.code(office.unit('nowhere', { type: 'end', data: { on: MERGER } }))).toBe('NOT_FOUND');
  });
});

describe('A log in which two moves made at the same moment closed a circle', () => {
  it('is read without running for ever', () => {
    const { units } = province();
    const parents = [{ parentId: 'commune', from: '2016-01-01' }];
    const circle = new Map(units).set('province', { ...units.get('province')!, parents });
    expect(ancestors(circle, 'commune', '2026-01-01')).toEqual(['district', 'province']);
  });
});
