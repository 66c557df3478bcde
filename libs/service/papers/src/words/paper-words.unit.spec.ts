import { confidence } from '#libs/domain/kernel';
import { grounds, groundsOn } from './grounds.js';
import { fill, wordFiles } from './paper-words.js';

describe('The words of papers', () => {
  it.each(Object.entries(wordFiles))('%s say where they are from, and which of them are our own', (_name, file) => {
    expect(file.source).not.toBe('');
    expect(confidence().safeParse(file.confidence).success).toBe(true);
    expect(file.own).toMatchObject({ confidence: 'design' });
    const known = Object.keys(file.words);
    expect(Object.keys(file.own.words).filter((key) => known.includes(key))).toEqual([]);
    for (const text of [...Object.values(file.words), ...Object.values(file.own.words)] as string[])
      expect(text).toBe(text.normalize('NFC'));
  });

  it('leave no brace in a paper', () => {
    expect(fill('Số: {number}', { number: '09/TTr' })).toBe('Số: 09/TTr');
    expect(() => fill('Số: {number}')).toThrow('{number}');
  });
});

describe('Căn cứ', () => {
  it('are the texts in force on the day: each law has one, and none twice', () => {
    for (const day of ['2024-06-01', '2025-07-01', '2026-09-30', '2026-10-01']) {
      const named = groundsOn(day);
      expect(named.filter((text) => text.startsWith('Luật Thi đua'))).toHaveLength(1);
      expect(named.filter((text) => text.startsWith('Nghị định'))).toHaveLength(1);
    }
    expect(groundsOn('2026-09-30').join()).not.toContain('06/2026/QH16');
    expect(groundsOn('2026-10-01').join()).toContain('06/2026/QH16');
  });

  it('name no decree after its last day', () => {
    expect(groundsOn('2025-06-30').join()).toContain('98/2023/NĐ-CP');
    expect(groundsOn('2025-07-01').join()).not.toContain('98/2023/NĐ-CP');
    for (const { from, until } of grounds) expect(until === null || from < until).toBe(true);
  });
});
