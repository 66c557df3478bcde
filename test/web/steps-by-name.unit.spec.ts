import { stepsByName } from '../../apps/web/src/pages/worklist/steps-by-name.js';

describe('the steps to choose among', () => {
  it('are one choice where they have one name, whatever procedures call them', () => {
    const found = stepsByName([
      ['appraise.mp', 'Thẩm định'],
      ['intake', 'Tiếp nhận'],
      ['appraisal', 'Thẩm định'],
      ['appraisal', 'Thẩm định'],
    ]);
    expect([...found]).toEqual([
      ['appraisal,appraise.mp', 'Thẩm định'],
      ['intake', 'Tiếp nhận'],
    ]);
  });
});
