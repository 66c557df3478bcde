import { randomUUID } from 'node:crypto';
import type { NewEvent } from '#libs/engine/event-store';
import { openDatabase } from '#libs/platform/postgres';
import { append, openReadSide, type ReadSide } from '../../../../test/support/read-side.js';
import { tallyOf } from '../../../../test/support/tally.projection.js';
import { defineProjection, defineTable, ensureTables, ProjectionRunner, type Projection } from './index.js';

const note = (): NewEvent => ({
  id: randomUUID(),
  type: 'Noted',
  schemaVersion: 1,
  effectiveAt: '2026-08-21T02:00:00.000Z',
  data: {},
  metadata: {},
});

describe('starting to project', () => {
  let side: ReadSide;
  const tally = tallyOf({ types: ['Noted'] });

  beforeAll(async () => {
    side = await openReadSide([tally.projection]);
  });
  afterAll(async () => side.dispose());

  const runnerOf = (projection: Projection): ProjectionRunner =>
    new ProjectionRunner({
      store: side.store,
      database: side.database,
      projections: [projection],
      knownTypes: ['Noted'],
    });

  it('is refused, with a sentence, when the log was restored from before the read models', async () => {
    await append(side.store, { stream: 'dossier-1', events: [note()] });
    await side.database.query(
      `insert into read.checkpoint (projection, version, position, ordinal) values ('tally', 1, '12', 12)`,
    );
    await expect(runnerOf(tally.projection).start()).rejects.toMatchObject({
      code: 'CHECKPOINT_AHEAD',
      message:
        'The read models tally v1 are ahead of the log, which ends at 1: the log was restored from an older copy. ' +
        'Restore the read models from the same copy, or rebuild them.',
    });
    await side.database.query(`delete from read.checkpoint`);
  });

  it('is refused when a table is missing or has another shape than the program describes', async () => {
    const missing = tallyOf({ name: 'unheard-of', types: ['Noted'] });
    await expect(runnerOf(missing.projection).start()).rejects.toMatchObject({
      code: 'TABLE_MISSING',
      message: 'unheard-of v1 has no table read.rm_unheard_of_v1.',
    });
    const table = defineTable<{ stream: string; events: number }>({
      name: 'tally',
      version: 1,
      key: ['stream'],
      columns: { stream: 'text', events: 'int' },
    });
    const changed = defineProjection({
      name: 'tally',
      version: 1,
      tables: [table],
      touches: () => [],
      handles: {},
      ignores: ['Noted'],
    });
    await expect(ensureTables(side.owner, [changed])).rejects.toMatchObject({
      code: 'TABLE_DIFFERS',
      message:
        'The table read.rm_tally_v1 has other columns than this program describes. A changed shape needs a new version of tally.',
    });
  });

  it('is refused when an event was forgotten', () => {
    expect(() => runnerOf(tallyOf({ types: [] }).projection)).toThrow(
      expect.objectContaining({ code: 'PROJECTIONS_NOT_TOTAL' }) as Error,
    );
  });

  it('may be prepared by many processes at once', async () => {
    const fresh = tallyOf({ name: 'fresh', types: ['Noted'] });
    await Promise.all([1, 2].map(async () => ensureTables(side.owner, [fresh.projection])));
    await expect(side.database.query(`select * from read.fresh`)).resolves.toMatchObject({ rows: [] });
  });

  it('leaves tables to their owner: the application fills them, readers read them', async () => {
    for (const statement of [
      `create table read.mine (id int)`,
      `drop table read.rm_tally_v1`,
      `truncate read.rm_tally_v1`,
      `alter table read.checkpoint add column mine int`,
    ])
      await expect(side.database.query(statement)).rejects.toMatchObject({ code: '42501' });
    const reader = openDatabase({ url: side.url, applicationName: 'test', role: 'vinhdanh_reader', max: 1 });
    try {
      await expect(reader.query(`select * from read.tally`)).resolves.toMatchObject({ rows: [] });
      await expect(reader.query(`delete from read.rm_tally_v1`)).rejects.toMatchObject({ code: '42501' });
    } finally {
      await reader.close();
    }
  });
});
