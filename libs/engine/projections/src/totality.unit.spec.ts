import { tallyOf } from '../../../../test/support/tally.projection.js';
import { assertTotal, defineProjection, defineTable } from './index.js';

describe('the read models and the known events', () => {
  const { projection } = tallyOf({ types: ['Noted'], ignores: ['Passed'] });

  it('fit when each event is handled or ignored', () => {
    expect(() => assertTotal([projection], ['Noted', 'Passed'])).not.toThrow();
  });

  it('do not fit when one was forgotten, and the message names all of them', () => {
    const { projection: other } = tallyOf({ name: 'other', types: ['Noted', 'Passed', 'Gone'], ignores: ['Passed'] });
    expect(() => assertTotal([projection, other, other], ['Noted', 'Passed', 'New', 'Newer'])).toThrow(
      expect.objectContaining({
        code: 'PROJECTIONS_NOT_TOTAL',
        faults: [
          'tally v1 neither handles nor ignores New, Newer',
          'other v1 neither handles nor ignores New, Newer',
          'other v1 both handles and ignores Passed',
          'other v1 names events that do not exist: Gone',
          'other v1 stands twice',
          'other v1 neither handles nor ignores New, Newer',
          'other v1 both handles and ignores Passed',
          'other v1 names events that do not exist: Gone',
        ],
      }) as Error,
    );
  });

  it('have tables of the version of their projection', () => {
    const table = defineTable<{ id: string }>({ name: 'list', version: 1, key: ['id'], columns: { id: 'text' } });
    const define = () =>
      defineProjection({ name: 'list', version: 2, tables: [table], touches: () => [], handles: {}, ignores: [] });
    expect(define).toThrow('list is version 2, but its table read.rm_list_v1 is not');
  });
});
