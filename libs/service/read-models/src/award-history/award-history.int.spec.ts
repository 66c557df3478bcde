import { foldRows, ProjectionRunner } from '#libs/engine/projections';
import { readToEnd } from '../../../../../test/conformance/facts.js';
import { fact } from '../../../../../test/support/office-facts.js';
import { append, inOrder, openReadSide, type ReadSide, rowsOf } from '../../../../../test/support/read-side.js';
import {
  asHistory,
  AwardHistoryQuery,
  awardHistoryProjection,
  knownEventTypes,
  type RecipientSought,
} from '../index.js';
import { historyTable } from './award-history.tables.js';

type Nominee = Parameters<typeof fact<'NomineesAdded'>>[1]['nominees'][number];

const CODE = '001199000001';
const someone = { kind: 'individual', name: 'Lò Thị Hoà', unit: 'Trạm bơm số 2', birthDate: '1990-05-20' } as const;

const drafted = (dossierId: string) =>
  fact('DossierDrafted', {
    dossierId,
    procedureCode: 'CSTDCS',
    kind: 'cong_trang',
    title: 'Đợt 1',
    submittingUnitId: 'U1',
    bodyId: 'B1',
    step: 'drafting',
  });
const added = (...nominees: Nominee[]) => fact('NomineesAdded', { nominees });
const decided = (...nominees: string[]) =>
  fact('DecisionReceived', { decisionId: 'Q1', number: 7, symbol: '7/QĐ', date: '2026-02-01', nominees, step: 's' });
const imported = (importId: string, recipients: readonly object[], more: object = {}) =>
  fact('PastAwardsImported', {
    unitId: 'B1',
    importId,
    source: 'Sổ cũ',
    lines: recipients.length,
    firstLine: 1,
    recipients: recipients as never,
    ...more,
  });
const recognised = (dossierId: string, ref: string, same = true, nomineeId = 'N1') =>
  fact('RecipientRecognised', { dossierId, nomineeId, ref, same, reason: 'Đối chiếu' });

describe('The earlier awards of a nominee', () => {
  let side: ReadSide;
  let query: AwardHistoryQuery;
  let runner: ProjectionRunner;

  beforeEach(async () => {
    side = await openReadSide([awardHistoryProjection]);
    query = new AwardHistoryQuery(side.database);
    runner = new ProjectionRunner({
      store: side.store,
      database: side.database,
      projections: [awardHistoryProjection],
      knownTypes: knownEventTypes,
    });
    await runner.start();
  });
  afterEach(async () => {
    await runner.stop();
    await side.dispose();
  });

  const record = (...streams: readonly (readonly [string, ...ReturnType<typeof fact>[]])[]) =>
    append(side.store, ...streams.map(([stream, ...events]) => ({ stream, events })));

  /** Which awards are found, and by what; the history as the criteria read it. */
  async function found(sought: Partial<RecipientSought> = {}) {
    const head = await side.store.head();
    const { behind } = await runner.progress.waitFor([awardHistoryProjection], head, 20_000);
    expect(behind).toBe(false);
    expect((await runner.progress.lag())[0]?.deadLetters).toBe(0);
    const all = await query.of([{ ref: 'D9/N1', ...someone, ...sought }]);
    const history = all.get(sought.ref ?? 'D9/N1');
    if (!history) throw new Error('Everybody who is asked for is answered.');
    // A replay makes the same rows.
    const log = await readToEnd(side.store, 'start');
    expect(await rowsOf(side.database, historyTable)).toEqual(
      inOrder(historyTable, foldRows(awardHistoryProjection, log)(historyTable)),
    );
    return { by: Object.fromEntries(history.lines.map(({ row, by }) => [row.ref, by])), ...asHistory(history), head };
  }

  it('are those of decided dossiers with the same personal code, with their place in the log', async () => {
    const nominee = { id: 'N1', ...someone, code: CODE, claims: { meritYear: 2025 } };
    await record(['dossier-D1', drafted('D1'), added(nominee)]);
    expect((await found({ code: CODE })).awards).toEqual([]);
    const position = await record(['dossier-D1', decided('N1')]);
    const { by, awards, asOf, head } = await found({ code: CODE, name: 'Tên Khác', unit: 'Nơi khác' });
    expect(by).toEqual({ 'D1/N1': 'code' });
    expect(awards).toEqual([
      {
        ref: 'D1/N1',
        position,
        award: 'CSTDCS',
        kind: 'cong_trang',
        meritYear: 2025,
        decidedOn: '2026-02-01',
        cancelled: false,
        confirmed: true,
      },
    ]);
    expect(asOf).toBe(head);
  });

  it('of a namesake count once a person has said whose they are, never before, and never after a no', async () => {
    await record([
      'award-history-B1',
      imported('I1', [{ ...someone, name: 'LÒ  THỊ HÒA', award: 'CSTDCS', meritYear: 2024 }]),
    ]);
    await record(['dossier-D9', drafted('D9'), added({ id: 'N1', ...someone })]);
    expect(await found()).toMatchObject({ by: { 'I1/L1': 'namesake' }, awards: [{ confirmed: false }] });
    await record(['award-history-B1', recognised('D9', 'I1/L1')]);
    expect(await found()).toMatchObject({ by: { 'I1/L1': 'confirmed' }, awards: [{ confirmed: true }] });
    await record(['award-history-B1', recognised('D9', 'I1/L1', false)]);
    expect(await found()).toMatchObject({ by: {}, awards: [] });
  });

  it('are nobody’s whose code, birth date, unit or kind is another', async () => {
    const line = { ...someone, award: 'CSTDCS', meritYear: 2024 };
    await record([
      'award-history-B1',
      imported('I1', [
        { ...line, code: '001199000002' },
        { ...line, birthDate: '1990-05-21' },
        { ...line, unit: 'Trạm bơm số 3' },
        { kind: 'collective', name: line.name, unit: line.unit, award: 'GK' },
        line,
      ]),
    ]);
    expect((await found({ code: CODE })).by).toEqual({ 'I1/L5': 'namesake' });
  });

  it('whoever was recognised is known by the code from then on, in the next dossier too', async () => {
    await record(
      ['award-history-B1', imported('I1', [{ ...someone, award: 'CSTDCS', meritYear: 2024 }])],
      ['dossier-D1', drafted('D1'), added({ id: 'N1', ...someone, code: CODE })],
      ['award-history-B1', recognised('D1', 'I1/L1')],
    );
    expect((await found({ code: CODE, name: 'Tên Mới' })).by).toEqual({ 'I1/L1': 'code' });
    await record(['award-history-B1', recognised('D1', 'I1/L1', false)]);
    expect((await found({ code: CODE, name: 'Tên Mới' })).by).toEqual({});
  });

  it('stop counting when they are cancelled (R56), and a line that was wrong is gone', async () => {
    await record(
      ['dossier-D1', drafted('D1'), added({ id: 'N1', ...someone, code: CODE }), decided('N1')],
      [
        'award-history-B1',
        imported(
          'I1',
          [1, 2].map((line) => ({ ...someone, code: CODE, award: 'GK', meritYear: 2000 + line })),
        ),
      ],
      [
        'decision-Q1',
        fact('AwardCancelled', { dossierId: 'D1', nomineeId: 'N1', ground: 'false_merit', reason: 'Khai sai' }),
      ],
      [
        'award-history-B1',
        fact('PastAwardStruck', { importId: 'I1', line: 1, because: 'cancelled', reason: 'Hủy' }),
        fact('PastAwardStruck', { importId: 'I1', line: 2, because: 'wrong', reason: 'Sai' }),
      ],
    );
    const { awards } = await found({ code: CODE });
    expect(awards.map(({ ref, cancelled }) => [ref, cancelled])).toEqual([
      ['D1/N1', true],
      ['I1/L1', true],
    ]);
    expect(await query.lost(['D1/N1', 'I1/L1', 'I1/L2', 'I1/L9'])).toEqual(new Set(['D1/N1', 'I1/L1', 'I1/L2']));
  });

  it('count again from the moment when they are restored (R55), until they are cancelled again', async () => {
    const of = { dossierId: 'D1', nomineeId: 'N1', reason: 'Kết luận' };
    const cancelled = fact('AwardCancelled', { ...of, ground: 'false_merit' });
    const counted = async () => {
      const { awards } = await found({ code: CODE });
      return [awards.map((award) => award.cancelled), (await query.lost(['D1/N1'])).size];
    };
    await record(
      ['dossier-D1', drafted('D1'), added({ id: 'N1', ...someone, code: CODE }), decided('N1')],
      ['decision-Q1', cancelled],
    );
    expect(await counted()).toEqual([[true], 1]);
    await record(['decision-Q1', fact('AwardRestored', of)]);
    expect(await counted()).toEqual([[false], 0]);
    await record(['decision-Q1', fact('AwardCancelled', { ...of, ground: 'against_law' })]);
    expect(await counted()).toEqual([[true], 1]);
  });

  it('a list says for which years it is whole, of those whom it names', async () => {
    await record([
      'award-history-B1',
      imported('I1', [{ ...someone, code: CODE }], { covers: { from: 2020, to: 2024 } }),
      imported('I2', [{ ...someone, code: CODE, award: 'GK' }], { covers: { to: 2019 } }),
      imported('I3', [{ ...someone, award: 'GK' }], { covers: { to: 2030 } }),
    ]);
    const { covered, awards } = await found({ code: CODE });
    expect(covered).toEqual([{ from: 2020, to: 2024 }, { to: 2019 }]);
    expect(awards.map(({ ref, confirmed }) => [ref, confirmed])).toEqual([
      ['I2/L1', true],
      ['I3/L1', false],
    ]);
  });

  it('follow a correction of the name, and a nominee into the dossier to which he was detached', async () => {
    const nominee = { id: 'N2', ...someone, name: 'Lò Thị Hoa' };
    await record(
      ['dossier-D1', drafted('D1'), added({ id: 'N1', ...someone, name: 'Người Khác' }, nominee)],
      [
        'dossier-D1',
        fact('FactCorrected', {
          revision: 1,
          nomineeId: 'N2',
          field: 'name',
          old: 'Lò Thị Hoa',
          new: 'Lò Thị Hoà',
          reason: 'Sai',
        }),
      ],
      ['award-history-B1', imported('I1', [{ ...someone, name: 'Lò Thị Xuân', award: 'GK' }])],
      ['award-history-B1', recognised('D1', 'I1/L1', true, 'N2')],
      ['dossier-D1', fact('NomineesDetached', { childDossierId: 'D2', nominees: ['N2'], reason: 'Tách' })],
      [
        'dossier-D2',
        fact('DetachedDossierOpened', {
          dossierId: 'D2',
          parentDossierId: 'D1',
          procedureCode: 'CSTDCS',
          kind: 'cong_trang',
          title: 'Đợt 1',
          submittingUnitId: 'U1',
          bodyId: 'B1',
          step: 'appraisal',
          nominees: [{ ...nominee, name: 'Lò Thị Hoà' }],
          documents: [],
          verdicts: [],
          approved: [],
          actors: {},
          suspended: false,
          secrecy: 'none',
          warnings: [],
          deadlines: [],
          awaited: [],
        }),
      ],
    );
    // Confirmed for the parent's line, so for the child's.
    expect((await found({ ref: 'D2/N2' })).by).toEqual({ 'I1/L1': 'confirmed' });
    await record(['dossier-D2', decided('N2')]);
    expect((await found()).by).toEqual({ 'D2/N2': 'namesake' });
  });

  it('of a secret dossier show nowhere else, as long as it is secret (R9)', async () => {
    const secret = (level: 'mat' | 'none') => fact('DossierClassified', { level, reason: 'Có nội dung mật' });
    await record([
      'dossier-D1',
      drafted('D1'),
      added({ id: 'N1', ...someone, code: CODE }),
      secret('mat'),
      decided('N1'),
    ]);
    expect((await found({ code: CODE })).by).toEqual({});
    await record(['dossier-D1', secret('none')]);
    expect((await found({ code: CODE })).by).toEqual({ 'D1/N1': 'code' });
  });

  it('say which appraisals rest on them', async () => {
    const evidence = { of: 'history', ref: 'I1/L1', position: '3' } as const;
    const finding = { criterion: 'c', rule: 'R12', passedOver: [], missing: [], figures: {}, days: {} };
    const own = { of: 'dossier', ref: 'D1/N1', position: '1' } as const;
    await record([
      'dossier-D1',
      drafted('D1'),
      added({ id: 'N1', ...someone }),
      fact('NomineesAppraised', {
        verdicts: [
          {
            nomineeId: 'N1',
            verdict: 'qualified',
            reason: 'Đạt',
            evidence: [],
            proposal: { outcome: 'pass', findings: [{ ...finding, outcome: 'pass', counted: [evidence, own] }] },
          },
        ],
      }),
    ]);
    await found();
    expect(await query.dossiersRestingOn(['I1/L1'])).toEqual(['D1']);
    expect(await query.dossiersRestingOn(['D1/N1', 'I1/L2'])).toEqual([]);
  });
});
