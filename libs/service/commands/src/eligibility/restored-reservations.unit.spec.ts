import type { Decision } from '#libs/domain/kernel';
import { InMemoryEventStore } from '#libs/engine/event-store';
import { CitingOffice } from '../../../../../test/support/citing-dossiers.js';
import { lawWith, restorable } from '../../../../../test/support/law-with-criteria.js';

const law = lawWith({ 'BK_TINH.R2025.1': restorable });
afterAll(() => law.drop());

const refusal = (decided: Decision<unknown>) => (decided.ok ? 'ok' : `${decided.error.rule} ${decided.error.code}`);
const cites = { achievements: ['A-1'], initiatives: [{ id: 'I-1' }] };

describe('R55: what a cancellation freed', () => {
  let office: CitingOffice;

  /** D1 was granted by Q1 and cites what may be used once; D2, handed in, cites the same. */
  beforeEach(async () => {
    office = new CitingOffice(new InMemoryEventStore(), law.home);
    await office.submitted('D1', [cites, {}]);
    await office.receive('D1');
    await office.decided('D1', ['N1', 'N2']);
    await office.granted('Q1', 'D1', ['N1', 'N2']);
    await office.submitted('D2', [{ achievements: ['A-1'] }]);
  });

  it('is taken again by the restoration, so that nobody else gets it', async () => {
    await office.cancel('Q1', 'D1', 'N1');
    expect(refusal(await office.restore('Q1', 'D1', 'N1'))).toBe('ok');
    expect(refusal(await office.receive('D2'))).toBe('R15 ACHIEVEMENT_TAKEN');
    for (const stream of ['achievement-A-1', 'initiative-I-1'])
      expect(await office.factsOf(stream)).toEqual(['ReservationTaken', 'ReservationReleased', 'ReservationTaken']);
  });

  it('and another award has used meanwhile is not to be had: the restoration is refused, and says who has it', async () => {
    await office.cancel('Q1', 'D1', 'N1');
    expect(refusal(await office.receive('D2'))).toBe('ok');
    expect(await office.restore('Q1', 'D1', 'N1')).toMatchObject({
      error: { code: 'ACHIEVEMENT_TAKEN', rule: 'R15', params: { taken: ['A-1'], nominees: ['N1'], dossiers: ['D2'] } },
    });
    expect((await office.decisions.load('Q1'))?.cancelled.size).toBe(1);
    // What else it cites was not touched.
    expect(await office.factsOf('initiative-I-1')).toEqual(['ReservationTaken']);
    // Once the other one has ended it is free, and the restoration possible.
    await office.withdraw('D2');
    expect(refusal(await office.restore('Q1', 'D1', 'N1'))).toBe('ok');
  });

  it('is free again when the restored award is cancelled again, and taken again when it is restored again', async () => {
    for (const _time of [1, 2]) {
      await office.cancel('Q1', 'D1', 'N1');
      expect(refusal(await office.restore('Q1', 'D1', 'N1'))).toBe('ok');
    }
    expect(refusal(await office.receive('D2'))).toBe('R15 ACHIEVEMENT_TAKEN');
    await office.cancel('Q1', 'D1', 'N1');
    expect(refusal(await office.receive('D2'))).toBe('ok');
  });

  it('is held from the moment it is taken, also where the restoration was cut off before it was recorded', async () => {
    await office.cancel('Q1', 'D1', 'N1');
    const request = office.authorityRequest('7b1f0c52-6a0b-4d0e-8d61-2f5d0f1f6b1e');
    const { store } = office;
    const append = store.append.bind(store);
    store.append = async (stream, ...rest) => {
      if (stream === 'decision-Q1') throw new Error('killed');
      return append(stream, ...rest);
    };
    await expect(office.restore('Q1', 'D1', 'N1', request)).rejects.toThrow('killed');
    store.append = append;
    // Nobody comes in between.
    expect(refusal(await office.receive('D2'))).toBe('R15 ACHIEVEMENT_TAKEN');
    expect(refusal(await office.restore('Q1', 'D1', 'N1', request))).toBe('ok');
    expect(await office.factsOf('achievement-A-1')).toHaveLength(3);
  });

  it('is not touched by a restoration that is refused for something else', async () => {
    expect(refusal(await office.restore('Q1', 'D1', 'N1'))).toBe('R55 AWARD_NOT_CANCELLED');
    await office.cancel('Q1', 'D1', 'N1');
    expect(refusal(await office.restore('Q1', 'D1', 'N1', office.officerRequest('x')))).toContain(
      'POSITION_NOT_ALLOWED',
    );
    expect(await office.factsOf('achievement-A-1')).toEqual(['ReservationTaken']);
  });

  it('a restoration sent twice happens once', async () => {
    await office.cancel('Q1', 'D1', 'N1');
    const request = office.authorityRequest('9d1f0c52-6a0b-4d0e-8d61-2f5d0f1f6b1e');
    const first = await office.restore('Q1', 'D1', 'N1', request);
    expect(await office.restore('Q1', 'D1', 'N1', request)).toEqual(first);
    expect((await office.factsOf('decision-Q1')).filter((type) => type === 'AwardRestored')).toHaveLength(1);
  });

  it('of two at the same moment one restores, and the other is told that there is nothing to restore', async () => {
    await office.cancel('Q1', 'D1', 'N1');
    const answers = await Promise.all([1, 2].map(() => office.restore('Q1', 'D1', 'N1')));
    expect(answers.map(refusal).sort()).toEqual(['R55 AWARD_NOT_CANCELLED', 'ok']);
    expect((await office.factsOf('decision-Q1')).filter((type) => type === 'AwardRestored')).toHaveLength(1);
    expect(await office.factsOf('achievement-A-1')).toHaveLength(3);
  });
});
