import { memo, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.js';
import { Icon } from './icon.js';
import './data-table.css';

export interface Column<Row> {
  readonly key: string;
  readonly header: ReactNode;
  /** The name of the value on a phone, where there is no head. */
  readonly label?: string;
  readonly cell: (row: Row) => ReactNode;
  readonly align?: 'right' | 'center';
  /** In pixels; without, it shares what is left. */
  readonly width?: number;
  /** What the row is about. One column has it. */
  readonly rowHeader?: boolean;
  /** On a phone: over the whole card, or not at all. */
  readonly phone?: 'wide' | 'hidden';
  /** The key by which the list can be sorted. */
  readonly sort?: string;
}

export interface RowGroup<Row> {
  readonly key: string;
  /** The head of the group: its name, and the rule that holds for it. */
  readonly head?: ReactNode;
  readonly rows: readonly Row[];
}

export interface Selection<Row> {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  /** What a box chooses, for those who hear the page. */
  readonly labelOf: (row: Row) => string;
}

export interface Sorting {
  readonly by: string;
  readonly direction: 'ascending' | 'descending';
  readonly onSort: (by: string) => void;
}

interface DataTableProps<Row> {
  /** What the table holds: its caption, and the name of the region that scrolls. */
  readonly label: string;
  /** In a long table the same array from one drawing to the next: then only the rows that changed are drawn. */
  readonly columns: readonly Column<Row>[];
  readonly groups: readonly RowGroup<Row>[];
  readonly rowKey: (row: Row) => string;
  /** The row that the page is at. */
  readonly current?: string | undefined;
  /** Rows in which something is wrong. */
  readonly wrong?: ReadonlySet<string>;
  readonly selection?: Selection<Row>;
  readonly sorting?: Sorting;
  readonly className?: string;
}

/**
 * Rows under groups. A real table, also where a phone shows cards: the roles say so, because `display` would take them away.
 * The region can be scrolled by keyboard where the table is wider than the page.
 */
export function DataTable<Row>(props: DataTableProps<Row>): ReactElement {
  const { label, columns, groups, rowKey, selection, sorting, className } = props;
  const { t } = useTranslation('components');
  const rows = groups.flatMap((group) => group.rows);
  const all = selection !== undefined && rows.length > 0 && rows.every((row) => selection.chosen.has(rowKey(row)));
  return (
    <div className="vd-table-region" role="region" tabIndex={0} aria-label={label}>
      <table role="table" className={classNames('vd-table', className)}>
        <caption className="vd-hidden">{label}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {selection && (
              <th role="columnheader" scope="col" className="vd-table-tick">
                <input
                  type="checkbox"
                  className="vd-tick"
                  aria-label={t('table.chooseAll')}
                  checked={all}
                  onChange={() => selection.onChange(all ? new Set() : new Set(rows.map(rowKey)))}
                />
              </th>
            )}
            {columns.map((column) => (
              <Head key={column.key} column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key} role="rowgroup">
            {group.head !== undefined && (
              <tr role="row" className="vd-table-group">
                <th role="rowheader" scope="rowgroup" colSpan={columns.length + (selection ? 1 : 0)}>
                  {group.head}
                </th>
              </tr>
            )}
            {group.rows.map((row) => (
              <BodyRow key={rowKey(row)} row={row} table={props} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Head<Row>({
  column,
  sorting,
}: {
  readonly column: Column<Row>;
  readonly sorting: Sorting | undefined;
}): ReactElement {
  const { sort, header, align, width } = column;
  const sorted = sort !== undefined && sorting?.by === sort;
  return (
    <th
      role="columnheader"
      scope="col"
      className={align && `vd-${align}`}
      aria-sort={sorted ? sorting.direction : undefined}
      style={width === undefined ? undefined : { width }}
    >
      {sort !== undefined && sorting ? (
        <button type="button" className="vd-sort" onClick={() => sorting.onSort(sort)}>
          {header}
          <span className={classNames('vd-sort-sign', sorted && `vd-sorted-${sorting.direction}`)}>
            <Icon name="down" size="small" />
          </span>
        </button>
      ) : (
        header
      )}
    </th>
  );
}

function BodyRow<Row>({ row, table }: { readonly row: Row; readonly table: DataTableProps<Row> }): ReactElement {
  const { columns, rowKey, current, wrong, selection } = table;
  const key = rowKey(row);
  const choose = () => {
    const chosen = new Set(selection?.chosen);
    if (!chosen.delete(key)) chosen.add(key);
    selection?.onChange(chosen);
  };
  return (
    <tr
      role="row"
      className={classNames(key === current && 'vd-table-current', wrong?.has(key) && 'vd-table-wrong')}
      aria-current={key === current ? true : undefined}
    >
      {selection && (
        <td role="cell" className="vd-table-tick">
          <input
            type="checkbox"
            className="vd-tick"
            aria-label={selection.labelOf(row)}
            checked={selection.chosen.has(key)}
            onChange={choose}
          />
        </td>
      )}
      <Cells row={row} columns={columns} />
    </tr>
  );
}

/** What the row says. Drawn anew where the row or the columns are others: not because another row was chosen. */
const Cells = memo(function Cells<Row>({
  row,
  columns,
}: {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
}): ReactNode {
  return columns.map(({ key, cell, align, rowHeader, phone, label }) => {
    const className = classNames(align && `vd-${align}`, phone && `vd-phone-${phone}`);
    return rowHeader ? (
      <th key={key} role="rowheader" scope="row" className={className}>
        {cell(row)}
      </th>
    ) : (
      <td key={key} role="cell" className={className} data-label={label}>
        {cell(row)}
      </td>
    );
  });
}) as <Row>(props: { readonly row: Row; readonly columns: readonly Column<Row>[] }) => ReactElement;
