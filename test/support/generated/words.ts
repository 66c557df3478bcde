import fc from 'fast-check';

/** What stands in an office that a request may name: ids, codes, hashes, by the name of the field that holds them. */
export type Known = Readonly<Record<string, readonly string[]>>;

/** Texts that are no trouble. */
export const plainText = fc.constantFrom(
  'Khen thưởng tổng kết năm 2026',
  'Tổ Vận hành',
  'Trung tâm Nước sạch',
  'Đủ tiêu chuẩn',
  'Lò Thị Mẫu',
  '12/TTr',
  'Hoà Bình'.normalize('NFD'),
  'x',
);

/** Texts that have been trouble somewhere. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\0',
    'a\0b',
    '\ud800',
    '\udfff\ud800',
    '\u202e đảo \u200f',
    'Nguyễn Thị Ánh'.normalize('NFD'),
    '\u0301\u0301\u0301',
    "'; drop table es.events; --",
    '<script>alert(1)</script>',
    '${7*7}{{7*7}}',
    '../../../../etc/passwd',
    '__proto__',
    'constructor',
    'toString',
    'null',
    'NaN',
    '1e999',
    '-1',
    '99999999999999999999',
    '9007199254740993',
    '2026-02-30',
    '0000-00-00',
    '+275760-09-13T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '2026-08-24T23:59:60Z',
    '%00',
    '%',
    'ﬃ ﷺ',
    '😀',
    '\ufeff',
    '\r\nSet-Cookie: a=b',
    'K\u0041\u030a',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(41, 81, 201, 501, 2_001, 5_000).map((length) => 'ệ'.repeat(length)),
);

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e21,
    -0,
    Number.MAX_SAFE_INTEGER,
    2 ** 53,
    [],
    {},
    [[]],
    [null],
  ),
  fc.jsonValue({ maxDepth: 3 }),
);
