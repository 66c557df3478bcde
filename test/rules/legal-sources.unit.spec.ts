import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { legalSourceText } from '#libs/domain/citation';
import { strangersIn } from '../browser/support/vietnamese.js';

const folders = ['procedures', 'law', 'law/ladders'];

/** Every `source` and `sources` that stands in the files, each once. */
function sourcesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    (key === 'source' || key === 'sources') && each !== null
      ? [each].flat().filter((one): one is string => typeof one === 'string')
      : sourcesIn(each),
  );
}

const written = [
  ...new Set([
    ...sourcesIn(JSON.parse(readFileSync('libs/domain/kernel/src/rules.json', 'utf8'))),
    ...folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.json'))
        .flatMap((file) => sourcesIn(JSON.parse(readFileSync(join(folder, file), 'utf8')))),
    ),
  ]),
];

describe('Where a rule stands, in words', () => {
  it.each([
    ['ND 98/2023 Art 30(7), 34', 'NĐ 98/2023, Điều 30 khoản 7, Điều 34', 'Decree 98/2023, Art. 30(7), 34'],
    ['ND 98/2023 Art 47(4)(b)', 'NĐ 98/2023, Điều 47 khoản 4 điểm b', 'Decree 98/2023, Art. 47(4)(b)'],
    [
      'L22 Art 93(2)(7)(8); design',
      'Luật TĐKT 2022, Điều 93 khoản 2, 7, 8; thiết kế của hệ thống',
      'Emulation and Commendation Law 2022, Art. 93(2)(7)(8); design',
    ],
    ['ND 152/2025 Art 50–54, suy ra', 'NĐ 152/2025, Điều 50–54, suy ra', 'Decree 152/2025, Art. 50–54, inferred'],
    ['L22 Art 36 to 44', 'Luật TĐKT 2022, Điều 36–44', 'Emulation and Commendation Law 2022, Art. 36–44'],
    ['QĐ 311/QĐ-BNV', 'QĐ 311/QĐ-BNV', 'Decision 311/QĐ-BNV'],
  ])('%s', (source, vi, en) => {
    expect(legalSourceText(source, 'vi')).toBe(vi);
    expect(legalSourceText(source, 'en')).toBe(en);
  });

  it('holds no English in Vietnamese, for every source that the files name', () => {
    expect(written.length).toBeGreaterThan(100);
    const left = written.filter((source) => strangersIn(legalSourceText(source, 'vi')).length > 0);
    expect(left.map((source) => legalSourceText(source, 'vi'))).toEqual([]);
  });
});
