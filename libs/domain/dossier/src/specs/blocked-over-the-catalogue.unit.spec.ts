import { catalogue } from '../../../../../test/support/procedures.js';
import { watchedWay } from '../../../../../test/support/watched-desk.js';

const awards = catalogue.filter(({ receivable, regime }) => receivable && regime === 'R2025');

describe('why a dossier is stuck, over its whole life', () => {
  it.each(awards.map((procedure) => [procedure.code, procedure] as const))(
    'of %s names at each place the act that moves it on, until it has ended',
    async (_code, procedure) => {
      const office = await watchedWay(procedure);
      expect(office.unnamed).toEqual([]);
      expect(office.blocked()).toMatchObject({ ended: { outcome: 'granted' }, lines: [] });
    },
  );

  it('of a state award has a line for each branch, and one that has come to its join waits for the others', async () => {
    const order = awards.find(({ code }) => code === 'HCLD1');
    if (!order) throw new Error('The catalogue has HCLD1.');
    const { reasons, most, waits } = await watchedWay(order);
    expect(most).toBe(2);
    expect(waits).toBeGreaterThan(0);
    expect([...reasons]).toEqual(expect.arrayContaining(['act', 'branches']));
  });
});
