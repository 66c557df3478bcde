import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { valueOf } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import { type Law, hashOf, loadLaw, sentenceOfFault } from './index.js';

const shipped = fileURLToPath(new URL('../../../../../', import.meta.url));
const BK = 'procedures/BK_TINH.R2025.1.json';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vinhdanh-law-'));
  for (const folder of ['procedures', 'law/calendars', 'law/ladders'])
    cpSync(join(shipped, folder), join(root, folder), { recursive: true });
  for (const file of ['law/prizes.json', 'law/notifications.json']) cpSync(join(shipped, file), join(root, file));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

type Json = Readonly<Record<string, unknown>>;
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Json;
const write = (file: string, document: unknown) => writeFileSync(join(root, file), JSON.stringify(document));
const change = (file: string, edit: (document: Json) => unknown) =>
  write(file, { ...read(file), ...(edit(read(file)) as object) });

/** What the loader says about the folder as it stands, one line per fault. */
function faults(): readonly string[] {
  const law = loadLaw(root);
  return law.ok ? [] : law.error.map(sentenceOfFault);
}

const lawNow = (): Law => valueOf(loadLaw(root));

/** The procedure of the file that these tests change. */
function bkOf({ procedures }: Law): Procedure {
  const found = procedures.find(({ code, version }) => `${code} ${version}` === 'BK_TINH R2025.1');
  if (!found) throw new Error('BK_TINH is not loaded.');
  return found;
}

describe('The law as shipped', () => {
  it('is loaded without a fault, each procedure by code and first day', () => {
    const law = valueOf(loadLaw(shipped));
    const names = law.procedures.map(({ code, version }) => `${code} ${version}`);
    expect(names).toEqual(names.toSorted());
    expect(names).toEqual(
      expect.arrayContaining(['BK_TINH R2025.1', 'BK_TINH R2026.1', 'CSTDCS R2026.1', 'HCLD3 R2025.1']),
    );
    // All 43 titles and forms, under both regimes.
    expect(names).toHaveLength(86);
    expect(law.procedures.filter(({ receivable }) => !receivable)).toHaveLength(14);
    expect(law.calendar.id).toBe('VN');
    expect(law.prizes.prizeRounding.upTo).toBe(10_000);
    expect([...law.ladders.keys()]).toEqual(['default']);
    expect(law.notifications.quietHours).toMatchObject({ from: '18:00', until: '07:00', release: '07:30' });
  });
});

describe('The hash of a procedure', () => {
  it('is the SHA-256 of its canonical text, whatever its layout and the order of its keys', () => {
    const before = bkOf(lawNow());
    write(BK, Object.fromEntries(Object.entries(read(BK)).toReversed()));
    const after = bkOf(lawNow());
    expect(after.hash).toBe(before.hash);
    expect(before.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is that of RFC 8785: keys in order of UTF-16, no white space, UTF-8', () => {
    const canonical = '{"a":[1,2.5,"Đ"],"b":null}';
    const expected = createHash('sha256').update(canonical, 'utf8').digest('hex');
    expect(hashOf({ b: null, a: [1.0, 2.5, 'Đ'] })).toBe(expected);
  });

  it('changes with every word of the document', () => {
    const before = bkOf(lawNow());
    change(BK, () => ({ regime: 'R2025 ' }));
    expect(bkOf(lawNow()).hash).not.toBe(before.hash);
  });
});

describe('A pin', () => {
  const pinOf = (law: Law) => {
    const { code, version, hash } = bkOf(law);
    return { code, version, hash };
  };

  it('leads to its procedure', () => {
    const law = lawNow();
    expect(law.procedureByPin(pinOf(law))).toBe(bkOf(law));
    expect(law.missingPins([pinOf(law)])).toEqual([]);
  });

  it('is missing once the file says something else, and the boot check names both contents', () => {
    const pin = pinOf(lawNow());
    change(BK, ({ backdating }) => ({ backdating: { ...(backdating as object), workingDays: 6 } }));
    const law = lawNow();
    expect(law.procedureByPin(pin)).toBeUndefined();
    const now = bkOf(law).hash;
    expect(law.missingPins([pin, pin])).toEqual([
      {
        pin,
        reason: 'CONTENT_CHANGED',
        sentence: `Dossiers are bound to BK_TINH R2025.1 with the content ${pin.hash}, but ${BK} now has the content ${now}.`,
      },
    ]);
  });

  it('is missing once the file has vanished', () => {
    const pin = pinOf(lawNow());
    rmSync(join(root, BK));
    expect(lawNow().missingPins([pin])).toEqual([
      expect.objectContaining({ reason: 'VERSION_MISSING', sentence: expect.stringContaining(`there is no ${BK}`) }),
    ]);
  });
});

describe('A law with a fault is refused, naming file and place', () => {
  it.each<readonly [string, () => void, readonly string[]]>([
    [
      'a file under another name than its code and version',
      () => renameSync(join(root, BK), join(root, 'procedures/BK_TINH.json')),
      [`procedures/BK_TINH.json: it holds BK_TINH R2025.1, so its name must be ${BK}`],
    ],
    [
      'a second file with the same code and version',
      () => write('procedures/copy.json', read(BK)),
      [`procedures/copy.json: it holds BK_TINH R2025.1, so its name must be ${BK}`],
    ],
    [
      'two versions in force on one day',
      () => change(BK, ({ effective }) => ({ effective: { ...(effective as object), until: '2026-10-02' } })),
      [
        `procedures/BK_TINH.R2026.1.json, at effective.from: in force from 2026-10-01, while ${BK} is in force until the day before 2026-10-02`,
      ],
    ],
    [
      'a version without end before another',
      () => change(BK, ({ effective }) => ({ effective: { ...(effective as object), until: null } })),
      [
        `procedures/BK_TINH.R2026.1.json, at effective.from: in force from 2026-10-01, while ${BK} is in force without an end`,
      ],
    ],
    [
      'a version that ends before it begins',
      () => change(BK, ({ effective }) => ({ effective: { ...(effective as object), until: '2025-07-01' } })),
      [`${BK}, at effective.until: it ends on 2025-07-01, not after its first day 2025-07-01`],
    ],
    [
      'a start that is no step',
      () => change(BK, () => ({ start: 'drafing' })),
      [`${BK}, at start: there is no step drafing; did you mean drafting?`],
    ],
    [
      'a word that the shape does not know',
      () => change(BK, () => ({ ladders: 'red' })),
      [`${BK}: there is no entry called “ladders”; did you mean ladder?`],
    ],
    [
      'half a file',
      () => writeFileSync(join(root, BK), '{"code":'),
      [`${BK}: it is no JSON: Unexpected end of JSON input`],
    ],
    [
      'a file in a Windows encoding',
      () => writeFileSync(join(root, BK), Buffer.from([0x7b, 0x22, 0xd0, 0x22, 0x7d])),
      [`${BK}: it is not UTF-8`],
    ],
    ['no procedures', () => rmSync(join(root, 'procedures'), { recursive: true }), ['procedures: it is not there']],
    [
      'an empty folder of procedures',
      () => {
        rmSync(join(root, 'procedures'), { recursive: true });
        mkdirSync(join(root, 'procedures'));
      },
      ['procedures: there is no procedure in it'],
    ],
    [
      'a procedure and a clock with ladders that are not there',
      () =>
        change(BK, ({ clocks }) => ({
          ladder: 'gentle',
          clocks: Object.fromEntries(
            Object.entries(clocks as Json).map(([name, clock]) => [name, { ...(clock as Json), ladder: 'steep' }]),
          ),
        })),
      [
        `${BK}, at ladder: there is no law/ladders/gentle.json`,
        ...Object.keys((JSON.parse(readFileSync(join(shipped, BK), 'utf8')) as { clocks: Json }).clocks).map(
          (clock) => `${BK}, at clocks.${clock}.ladder: there is no law/ladders/steep.json`,
        ),
      ],
    ],
    [
      'no ladder for what names none',
      () => renameSync(join(root, 'law/ladders/default.json'), join(root, 'law/ladders/gentle.json')),
      expect.arrayContaining(['law/ladders: there is no default.json in it']) as string[],
    ],
    [
      'a ladder with a rung twice',
      () => {
        const [rung] = JSON.parse(readFileSync(join(root, 'law/ladders/default.json'), 'utf8')) as unknown[];
        write('law/ladders/twice.json', [rung, rung]);
      },
      expect.arrayContaining(['law/ladders/twice.json: a rung stands twice']) as string[],
    ],
    [
      'quiet hours that are no hours',
      () =>
        change('law/notifications.json', ({ quietHours }) => ({
          quietHours: { ...(quietHours as Json), from: '25:00' },
        })),
      ['law/notifications.json, at quietHours.from: not an hour like 07:30'],
    ],
    ['no prizes', () => rmSync(join(root, 'law/prizes.json')), ['law/prizes.json: it is not there']],
    [
      'a base salary of no đồng',
      () =>
        change('law/prizes.json', () => ({
          baseSalary: [{ from: '2026-07-01', amount: 0, source: 's', confidence: 'memory' }],
        })),
      ['law/prizes.json, at baseSalary.0.amount: Too small: expected number to be >0'],
    ],
    ['no calendar', () => rmSync(join(root, 'law/calendars/VN.json')), ['law/calendars: there is no calendar in it']],
    [
      'a calendar under another name',
      () => renameSync(join(root, 'law/calendars/VN.json'), join(root, 'law/calendars/TN.json')),
      ['law/calendars/TN.json: it holds the calendar VN, so its name must be law/calendars/VN.json'],
    ],
    [
      'two calendars',
      () => write('law/calendars/ZZ.json', { ...read('law/calendars/VN.json'), id: 'ZZ' }),
      ['law/calendars: one calendar is expected, 2 are there'],
    ],
  ])('%s', (_what, breakIt, expected) => {
    breakIt();
    expect(faults()).toEqual(expected);
  });

  it('with all its faults at once, and the calendar’s own sentence', () => {
    change(BK, () => ({ start: 'drafing' }));
    change('law/calendars/VN.json', () => ({ weekend: ['caturday'] }));
    rmSync(join(root, 'law/prizes.json'));
    expect(faults()).toEqual([
      `${BK}, at start: there is no step drafing; did you mean drafting?`,
      expect.stringMatching(/^law\/calendars\/VN\.json: .*weekend\.0/),
      'law/prizes.json: it is not there',
    ]);
  });
});
