import { readFileSync } from 'node:fs';
import { criteriaSchema } from './index.js';

const templates = JSON.parse(
  readFileSync(new URL('../../../../../procedures/templates/criteria.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, unknown>>;

describe('The criteria of the catalogue', () => {
  it.each(Object.entries(templates))('%s has the shape that a procedure takes', (_award, block) => {
    const { prerequisites } = criteriaSchema.parse(block);
    // What texts contradict may be said, and never held against anybody.
    for (const { confidence, warnsOnly } of prerequisites) expect(confidence === 'uncertain').toBe(warnsOnly === true);
  });

  it('ask each award for the rule that is its own', () => {
    const rules = Object.entries(templates).map(([award, block]) => [
      award,
      criteriaSchema.parse(block).prerequisites.map(({ rule }) => rule),
    ]);
    expect(Object.fromEntries(rules)).toMatchObject({
      CSTD_BT: ['R12'],
      CSTD_TQ: ['R13'],
      TTLDXS: ['R14'],
      KNC: ['R22'],
    });
  });

  it('a criterion stands once, with its figures, days and source', () => {
    const one = templates['CSTD_BT'] as { prerequisites: [Record<string, unknown>] };
    const [criterion] = one.prerequisites;
    const fits = (prerequisites: readonly unknown[]) => criteriaSchema.safeParse({ prerequisites }).success;
    expect(fits([criterion])).toBe(true);
    expect(fits([criterion, criterion])).toBe(false);
    for (const needed of ['effective', 'source', 'confidence', 'years', 'names'])
      expect(fits([{ ...criterion, [needed]: undefined }])).toBe(false);
  });
});
