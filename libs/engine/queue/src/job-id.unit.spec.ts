import { demandIdsOnly, demandJobId, jobIdOf } from './job-id.js';

describe('the id of a job', () => {
  it('names what it is about, and holds nothing that a queue refuses', () => {
    const id = jobIdOf('rung', 'HS-2026-000087', 'appraise-1', 2, 'T-0 again', 1);
    expect(id).toBe('rung_HS-2026-000087_appraise-1_2_T-0~20~again_1');
    expect(() => demandJobId(id)).not.toThrow();
  });

  it('keeps different parts apart, however they are cut', () => {
    const ids = [
      jobIdOf('rung', 'a_b', 'c'),
      jobIdOf('rung', 'a', 'b_c'),
      jobIdOf('rung', 'a', 'b', 'c'),
      jobIdOf('rung', 'a~b', 'c'),
      jobIdOf('rung', 'a b', 'c'),
      jobIdOf('rung', '+1'),
      jobIdOf('rung', '1'),
      jobIdOf('rung', '\u{2b1}'),
      jobIdOf('rung', '+1~'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is refused when it was not made this way', () => {
    for (const id of ['12345', 'a:b', '', 'Nguyễn']) expect(() => demandJobId(id)).toThrow(/jobIdOf/);
    expect(() => jobIdOf('42', 'x')).toThrow(/small letters/);
  });
});

describe('the payload of a job', () => {
  it('may hold ids and numbers', () => {
    expect(() => demandIdsOnly({ dossierId: 'HS-2026-000087', version: 2 })).not.toThrow();
  });

  it('may not hold a name, an address or a text, and the refusal does not repeat it', () => {
    for (const value of ['Nguyễn Thị Mai', 'mai@example.vn', 'còn thiếu biên bản', '', 1.5, Number.NaN]) {
      expect(() => demandIdsOnly({ who: value })).toThrow('its field who is neither');
    }
  });
});
