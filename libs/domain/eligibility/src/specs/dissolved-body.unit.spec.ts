import { criteria, nominee } from '../../../../../test/support/eligibility-cases.js';
import { propose } from '../index.js';

describe('R10: a body that was dissolved', () => {
  const there = criteria([
    { test: 'still_exists', rule: 'R10', asked: 'receipt', effective: { from: '2025-08-05', until: null } },
  ]);
  const outcome = (existence: { from?: string; to?: string } | undefined, on: string) =>
    propose(there, nominee({ kind: 'collective', claims: existence ? { existence } : {}, on }), 'receipt')?.outcome;

  it('R10: its last day still counts; before the rule held it is not asked, and unstated it is unknown', () => {
    expect(outcome({ to: '2025-08-15' }, '2025-08-15')).toBe('pass');
    expect(outcome({ to: '2025-08-14' }, '2025-08-15')).toBe('fail');
    expect(outcome({ from: '2025-08-16' }, '2025-08-15')).toBe('fail');
    expect(outcome({ to: '2025-06-30' }, '2025-08-04')).toBeUndefined();
    expect(outcome(undefined, '2025-08-15')).toBe('unknown');
  });
});
