import { eventually } from './eventually.js';

describe('eventually', () => {
  it('answers what made the condition true', async () => {
    let looks = 0;
    await expect(eventually('the third look', () => ++looks >= 3 && `look ${looks}`)).resolves.toBe('look 3');
  });

  it('takes an error for "not yet"', async () => {
    let looks = 0;
    const condition = (): boolean => {
      if (++looks < 3) throw new Error('not there');
      return true;
    };
    await expect(eventually('no error any more', condition)).resolves.toBe(true);
  });

  it('says after the deadline what was waited for and what went wrong last', async () => {
    const never = (): boolean => {
      throw new Error('the door is locked');
    };
    await expect(eventually('the door opens', never, 20)).rejects.toMatchObject({
      message: 'Within 20 ms it did not come true: the door opens. Last error: the door is locked',
    });
    await expect(eventually('the sky falls', () => false, 20)).rejects.toMatchObject({
      message: 'Within 20 ms it did not come true: the sky falls.',
    });
  });
});
