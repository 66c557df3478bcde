import { valueOf } from '#libs/domain/kernel';
import type { NewEvent } from '#libs/engine/event-store';
import { ensureTables, ProjectionRunner } from '#libs/engine/projections';
import { ofBody, ofUnit } from '../../../../../test/support/scopes.js';
import { drafted, fact } from '../../../../../test/support/office-facts.js';
import { append, openReadSide, rowsOf, type ReadSide } from '../../../../../test/support/read-side.js';
import { dossierListProjection, DossierListQuery, knownEventTypes, type Scope } from '../index.js';
import { searchStatement } from './dossier-list.query.js';
import { prepareSearch } from './search.query.js';
import { dossierSearchTable } from './search.tables.js';

const all: Scope = { all: true };
const person = (id: string, name: string, unit = 'Tổ 1') => ({ id, kind: 'individual' as const, name, unit });

describe('searching among dossiers', () => {
  let side: ReadSide;
  let runner: ProjectionRunner;
  let list: DossierListQuery;

  beforeAll(async () => {
    side = await openReadSide([dossierListProjection]);
    list = new DossierListQuery(side.database);
    const { store, database } = side;
    const projections = [dossierListProjection];
    runner = new ProjectionRunner({ store, database, projections, knownTypes: knownEventTypes });
    await runner.start();
    await append(side.store, {
      stream: 'unit-unit-9',
      events: [established('unit-9', 'Công ty Thuỷ điện Đại Ninh', 'Dai Ninh Hydropower')],
    });
    await dossier('a1b2c3d4-0001', 'Khen thưởng xã Hòa Bình', []);
    await dossier('a1b2c3d4-0002', 'Khen thưởng hoa kiểng', []);
    await dossier('b1b2c3d4-0003', 'Đợt đột xuất số 3', [person('N1', 'Đỗ Thị Thúy'), person('N2', 'Trần Văn Hoàng')]);
    await dossier('c1b2c3d4-0004', 'Bằng khen 2026', [person('N1', 'Nguyễn Đức Đỗ')], 'unit-9');
    await dossier('d1b2c3d4-0005', 'Phong trào hoả tốc', []);
  });
  afterAll(async () => {
    await runner.stop();
    await side.dispose();
  });

  async function happens(stream: string, ...events: NewEvent[]): Promise<void> {
    const position = await append(side.store, { stream, events });
    const { behind } = await runner.progress.waitFor([dossierListProjection], position, 10_000);
    if (behind) throw new Error('The list did not catch up.');
  }

  async function dossier(
    id: string,
    title: string,
    nominees: ReturnType<typeof person>[],
    unit = 'unit-1',
  ): Promise<void> {
    const joined = nominees.length === 0 ? [] : [fact('NomineesAdded', { nominees })];
    await happens(`dossier-${id}`, drafted(id, unit, 'body-1', title), ...joined);
  }

  const found = async (text: string, scope: Scope = all): Promise<string[]> =>
    valueOf(await list.page(scope, { text }, {})).items.map(({ id }) => id.slice(-1));

  it('takes words as they are typed, with accents, without, in either spelling and composition', async () => {
    for (const text of ['Hòa Bình', 'hoà bình', 'HOA BINH', 'Hòa Bình'.normalize('NFD'), 'binh   hoa', 'bình, hoà'])
      expect(await found(text)).toEqual(['1']);
    for (const text of ['Đỗ', 'do', 'ĐỖ', 'đỗ'.normalize('NFD')]) expect((await found(text)).toSorted()).toContain('3');
  });

  it('puts what has the accents first, then what has none, then beginnings of words', async () => {
    // Word for word with its tone; the same letters with another tone or none; "Hoàng" begins with it.
    expect(await found('hoà')).toEqual(['1', '2', '5', '3']);
    expect(await found('hoa')).toEqual(['2', '1', '5', '3']);
    expect(await found('hoả')).toEqual(['5', '1', '2', '3']);
  });

  it('finds by a nominee, by the unit that submitted, by what several of them have together', async () => {
    expect(await found('do thi thuy')).toEqual(['3']);
    expect(await found('thuy dai ninh')).toEqual(['4']);
    expect(await found('dai ninh nguyen duc')).toEqual(['4']);
    expect(await found('thuy')).toEqual(['3', '4']);
    expect(await found('hydropower')).toEqual(['4']);
    expect(await found('dai ninh tran')).toEqual([]);
  });

  it('finds by the beginning of an id', async () => {
    expect(await found('a1b2c3d4')).toEqual(['1', '2']);
    expect(await found('C1B2c3d4-00')).toEqual(['4']);
    expect(await found('c1b')).toEqual([]);
  });

  it('finds what is nearly written so, last', async () => {
    expect(await found('nguyeen')).toEqual(['4']);
    expect(await found('nguyeexxn')).toEqual([]);
  });

  it('takes no sign of a pattern for more than it is', async () => {
    for (const text of ['%', '_', '%%%', '\\', "'", ' ', '____']) expect(await found(text)).toEqual([]);
  });

  it('shows nobody what he may not see', async () => {
    expect(await found('thuy', ofUnit('unit-1'))).toEqual(['3']);
    expect(await found('dai ninh', ofUnit('unit-1'))).toEqual([]);
    expect(await found('c1b2c3d4', ofUnit('unit-1'))).toEqual([]);
    expect(await found('thuy', ofBody('body-2'))).toEqual([]);
  });

  it('gives pages in the same order as the whole', async () => {
    const whole = await found('hoa');
    const ids: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = valueOf(await list.page(all, { text: 'hoa' }, { limit: 1, ...(cursor ? { cursor } : {}) }));
      ids.push(...page.items.map(({ id }) => id.slice(-1)));
      cursor = page.next;
    }
    expect(ids).toEqual(whole);
    const foreign = valueOf(await list.page(all, {}, { limit: 1 })).next;
    expect(await list.page(all, { text: 'hoa' }, { cursor: foreign ?? '' })).toMatchObject({ ok: false });
  });

  it('forgets a name that was corrected, and one that left', async () => {
    await dossier('e1b2c3d4-0006', 'Đợt sáu', [person('N1', 'Lê Quýnh'), person('N2', 'Phạm Vỹ')]);
    expect(await found('quynh')).toEqual(['6']);
    const reason = 'Ghi nhầm';
    const wrong = { revision: 1, nomineeId: 'N1', field: 'name' as const, old: 'Lê Quýnh', new: 'Lê Quỳ', reason };
    await happens('dossier-e1b2c3d4-0006', fact('FactCorrected', wrong));
    expect(await found('le quy')).toEqual(['6']);
    expect(await found('quynh')).toEqual([]);
    const left = { childDossierId: 'f', nominees: ['N2'], reason };
    await happens('dossier-e1b2c3d4-0006', fact('NomineesDetached', left));
    expect(await found('pham vy')).toEqual([]);
    const kept = await rowsOf(side.database, dossierSearchTable);
    expect(JSON.stringify(kept)).not.toMatch(/quynh|pham/);
  });

  it('uses the index where there are many', async () => {
    // As a rebuild does it: the rows first, the indexes after.
    const { rows: indexes } = await side.owner.query<{ name: string; made: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
       where indrelid = $1::regclass and not indisprimary`,
      [dossierSearchTable.sqlName],
    );
    for (const { name } of indexes) await side.owner.query(`drop index ${name}`);
    await side.owner.query(
      `insert into ${dossierSearchTable.sqlName} (dossier_id, unit_id, accented, plain)
       select 'x' || n, 'unit-' || n % 50, ' đợt ' || words || ' ', ' dot ' || words || ' '
       from generate_series(1, 20000) n,
         lateral (select string_agg(substr(md5(n::text || i), 1, 5), ' ') as words from generate_series(1, 20) i) w`,
    );
    for (const { made } of indexes) await side.owner.query(made);
    await side.owner.query(`analyze ${dossierSearchTable.sqlName}`);
    const planOf = async (text: string): Promise<string> => {
      const search = await prepareSearch(side.database, text, true);
      if (!search) throw new Error('There is something to search for.');
      const { sql, values } = searchStatement(all, {}, search, undefined, 50);
      const { rows } = await side.database.query<Record<string, string>>(`explain ${sql}`, values);
      return rows.map((row) => Object.values(row)[0]).join('\n');
    };
    for (const text of ['nguyen duc', 'đỗ thị thuý', 'c1b2c3d4', 'hoa', 'dai ninh']) {
      const plan = await planOf(text);
      expect(plan).toMatch(/Bitmap Index Scan on rm_dossier_list_search_v\d+_plain_idx/);
      expect(plan).not.toMatch(/Seq Scan on rm_dossier_list_search/);
    }
  }, 180_000);

  it('works without trigrams where the server has none, but for words that are only similar', async () => {
    const bare = await openReadSide();
    try {
      await bare.owner.query('drop extension pg_trgm');
      await ensureTables(bare.owner, [dossierListProjection]);
      const { store, database } = bare;
      const other = new ProjectionRunner({
        store,
        database,
        projections: [dossierListProjection],
        knownTypes: knownEventTypes,
      });
      await other.start();
      const position = await append(store, { stream: 'dossier-D1', events: [drafted('D1', 'u', 'b', 'Hoà Bình')] });
      await other.progress.waitFor([dossierListProjection], position, 10_000);
      await other.stop();
      const search = new DossierListQuery(database);
      const ids = async (text: string) => valueOf(await search.page(all, { text }, {})).items.map(({ id }) => id);
      expect(await ids('hòa binh')).toEqual(['D1']);
      expect(await ids('binhh')).toEqual([]);
    } finally {
      await bare.dispose();
    }
  });
});

function established(unitId: string, vi: string, en: string): NewEvent {
  return {
    id: crypto.randomUUID(),
    type: 'UnitEstablished',
    schemaVersion: 1,
    effectiveAt: '2026-01-01T00:00:00.000Z',
    data: { unitId, name: { vi, en }, kind: 'enterprise', from: '2026-01-01' },
    metadata: {},
  };
}
