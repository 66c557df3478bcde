import { defineTable, RowBuffer } from './index.js';

interface Line {
  readonly dossierId: string;
  readonly lineId: string;
  readonly dueAt: string | null;
}

const lines = defineTable<Line>({
  name: 'some_lines',
  version: 3,
  key: ['dossierId', 'lineId'],
  columns: { dossierId: 'text', lineId: 'text', dueAt: 'timestamptz null' },
});
const line = (lineId: string, dueAt: string | null = null): Line => ({ dossierId: 'D1', lineId, dueAt });

describe('a table of a read model', () => {
  it('has its version in its name, and columns in the spelling of SQL', () => {
    expect(lines.sqlName).toBe('read.rm_some_lines_v3');
    expect(lines.viewName).toBe('read.some_lines');
    expect(lines.columns.map(({ name, type, nullable }) => [name, type, nullable])).toEqual([
      ['dossier_id', 'text', false],
      ['line_id', 'text', false],
      ['due_at', 'timestamptz', true],
    ]);
  });

  it('is named by texts that are always there', () => {
    const define = () =>
      defineTable<Line>({ name: 'x', version: 1, key: ['dueAt'], columns: { ...columnsOfLine, dueAt: 'text null' } });
    expect(define).toThrow('x: the key dueAt is no text');
  });
});

const columnsOfLine = { dossierId: 'text', lineId: 'text' } as const;

describe('the rows that a batch works on', () => {
  const loaded = (...rows: Line[]): RowBuffer => {
    const buffer = new RowBuffer();
    for (const lineId of ['a', 'b', 'c']) buffer.admit({ table: lines, key: ['D1', lineId] }, undefined);
    for (const row of rows) buffer.admit({ table: lines, key: lines.keyOf(row) }, row);
    return buffer;
  };

  it('show a later event what an earlier one did', () => {
    const rows = loaded(line('a'));
    rows.change(lines, ['D1', 'a'], { dueAt: '2026-08-21T02:00:00.000Z' });
    expect(rows.get(lines, 'D1', 'a')).toEqual(line('a', '2026-08-21T02:00:00.000Z'));
    rows.delete(lines, 'D1', 'a');
    expect(rows.get(lines, 'D1', 'a')).toBeUndefined();
  });

  it('are written when they were changed, and only then', () => {
    const rows = loaded(line('a'), line('b'));
    rows.get(lines, 'D1', 'a');
    rows.put(lines, line('c'));
    rows.delete(lines, 'D1', 'b');
    expect([...rows.changes()]).toEqual([{ table: lines, rows: [line('c')], deleted: [['D1', 'b']] }]);
    expect([...loaded(line('a')).changes()]).toEqual([]);
  });

  it('refuse to say that a row is absent when nobody has looked', () => {
    expect(() => loaded().get(lines, 'D2', 'a')).toThrow('touches() does not name the row of read.rm_some_lines_v3');
    expect(new RowBuffer(true).get(lines, 'D2', 'a')).toBeUndefined();
  });

  it('refuse a row with a hole, and the change of a row that is not there', () => {
    const { dueAt: _, ...holed } = line('a');
    expect(() => loaded().put(lines, holed as Line)).toThrow('A row for read.rm_some_lines_v3 lacks dueAt.');
    expect(() => loaded().change(lines, ['D1', 'a'], {})).toThrow(
      expect.objectContaining({ name: 'RowMissing' }) as Error,
    );
  });
});
