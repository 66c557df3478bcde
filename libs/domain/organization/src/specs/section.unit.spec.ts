import { receivesOn, sectionHeadsOver } from '#libs/domain/organization';
import { appoint, position, province } from '../../../../../test/support/organization-office.js';

describe('a section of a unit', () => {
  const withSection = () => {
    const office = province();
    office.must('department', position('section', { roles: ['section_head'] }));
    office.must('department', appoint('section', 'section-lead', '2026-01-01'));
    return office;
  };
  const over = (positionId: string, date = '2026-11-21') =>
    sectionHeadsOver(withSection().units.get('department')!, positionId, date);

  it('is led by who holds the position of its head on that day, over those who do the work', () => {
    expect(over('officer-1')).toEqual(['head', 'section-lead']);
    expect(over('clerk-1')).toEqual(['head', 'section-lead']);
    expect(over('officer-1', '2025-12-31')).toEqual(['head']);
  });

  it('does not reach who signs, who leads it, or a position that is not there', () => {
    expect(over('department-head')).toEqual([]);
    expect(over('section')).toEqual([]);
    expect(over('officer-9')).toEqual([]);
  });

  it('is what makes a unit one that dossiers can be sent to, on the days on which it is there', () => {
    const { units } = province();
    expect(receivesOn(units.get('department')!, '2026-11-21')).toBe(true);
    expect(receivesOn(units.get('department')!, '2015-12-31')).toBe(false);
    expect(receivesOn(units.get('district')!, '2026-11-21')).toBe(false);
    expect(receivesOn(units.get('province')!, '2026-11-21')).toBe(false);
  });
});
