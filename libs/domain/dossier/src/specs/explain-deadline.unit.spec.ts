import * as acts from '../../../../../test/support/dossier-acts.js';
import { moment } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { given } from '../../../../../test/support/dossier-spec.js';
import { vietnam } from '../../../../../test/support/law-files.js';
import { deadlineExplanationSentences, explainDeadline } from '../index.js';

const received = paths.received({ on: '2026-08-21' });

describe('a clock of a dossier explains itself', () => {
  it('by its own limit, start and source', () => {
    const { state } = given(received);
    const told = explainDeadline(state, 'appraise-1', vietnam);
    expect(told).toMatchObject({ clock: 'appraise', state: 'running', dueAt: told?.arithmetic?.dueAt });
    expect(told?.arithmetic?.counted).toBe(state.deadlines.get('appraise-1')?.terms.limit?.value);
    expect(told && deadlineExplanationSentences(told, 'vi')[0]).toBe(`Theo: ${told?.source}.`);
  });

  it('says since when it stands still, and after that what the pause cost', () => {
    const asked = given(received, acts.requestSupplement({ at: '2026-08-24', answerBy: '2026-09-10' }));
    const standing = explainDeadline(asked.state, 'appraise-1', vietnam);
    expect(standing).toMatchObject({
      state: 'paused',
      pausedSince: asked.state.deadlines.get('appraise-1')?.terms.pauses[0]?.from,
    });
    expect(standing && deadlineExplanationSentences(standing, 'en').at(-1)).toMatch(
      /^It stands still since .*24\/08\/2026/,
    );

    const { state } = given(
      received,
      acts.requestSupplement({ at: '2026-08-24', answerBy: '2026-09-10' }),
      acts.supplement({ at: '2026-08-27' }),
    );
    const told = explainDeadline(state, 'appraise-1', vietnam);
    expect(told?.dueAt).toBe(told?.arithmetic?.dueAt);
    expect(told?.arithmetic?.pauses).toMatchObject([{ units: 3 }]);
  });

  it('of a day that an officer set, tells the day and counts nothing', () => {
    const { state } = given(received, acts.requestSupplement({ at: '2026-08-24', answerBy: '2026-09-10' }));
    const told = explainDeadline(state, 'supplement-1', vietnam);
    expect(told).toMatchObject({ dueAt: moment('2026-09-10T17:00+07:00') });
    expect(told).not.toHaveProperty('arithmetic');
    expect(told && deadlineExplanationSentences(told, 'vi')).toContain('Hạn đã ghi: 17:00 thứ Năm 10/09/2026.');
  });

  it('that would cross days whose notice is awaited says so', () => {
    const told = explainDeadline(given(paths.received({ on: '2027-01-08' })).state, 'appraise-1', vietnam);
    expect(told).toMatchObject({
      state: 'awaited',
      arithmetic: { missingYear: 2027, awaiting: { from: '2027-01-30' }, counted: 15 },
    });
    expect(told).not.toHaveProperty('dueAt');
  });

  it('that does not exist has nothing to explain', () => {
    expect(explainDeadline(given(received).state, 'appraise-9', vietnam)).toBeUndefined();
  });
});
