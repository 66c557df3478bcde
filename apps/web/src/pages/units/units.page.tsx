import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { Button, Empty, PageHead, Panel, StatusLine, TextField, useSay } from '../../components/index.js';
import { isoDay } from '../../format/dates.js';
import { plain } from '../../format/plain.js';
import { Shown } from '../../shell/shown.js';
import { hasRole, useStanding } from '../../shell/standing.js';
import { useTitle } from '../../shell/use-title.js';
import { type Act, ActDialog } from '../operator/act-dialog.js';
import { useAccountNames } from '../operator/accounts.js';
import { codeOf, filled } from '../operator/act-body.js';
import { type Unit, type UnitListed, unitListQuery, unitQuery } from './units.queries.js';
import './units.css';

/** With so many units each shows its positions at once; a larger province opens them one by one. */
const AT_ONCE_MOST = 60;

/** Đơn vị: the tree of units, their positions and who holds them; what is vacant stands out. */
export function UnitsPage(): ReactElement {
  const { t } = useTranslation('units');
  const { standing } = useStanding();
  const query = useQuery(unitListQuery);
  const [typed, setTyped] = useState('');
  const [act, setAct] = useState<Act>();
  useTitle(t('title'));
  const all = query.data ?? [];
  const read = useQueries({
    queries: (all.length <= AT_ONCE_MOST ? all : []).map(({ id }) => unitQuery(id)),
    combine: (found) => new Map(found.flatMap(({ data }) => (data ? [[data.id, data] as const] : []))),
  });
  const vacant = [...read.values()].flatMap(({ positions }) => positions.filter((each) => each.vacant));
  const establish: Act = {
    subject: 'units',
    form: 'establish',
    title: t('establish.title'),
    confirm: t('establish.confirm'),
    fields: [
      { name: 'name', label: t('fields.nameVi'), required: true },
      { name: 'nameEn', label: t('fields.nameEn') },
      { name: 'unitId', label: t('fields.code'), help: t('fields.codeHelp') },
      {
        name: 'kind',
        kind: 'choice',
        label: t('fields.kind'),
        required: true,
        choices: [...new Set(['so', 'xa', 'don-vi', 'truong', ...all.map(({ kind }) => kind)])].map((value) => ({
          value,
          label: t([`kinds.${value}`, 'kinds.other'], { kind: value }),
        })),
      },
      {
        name: 'parentId',
        kind: 'find',
        label: t('fields.parent'),
        choices: all.map(({ id, name }) => ({ value: id, label: name.vi })),
      },
      { name: 'from', kind: 'day', label: t('fields.from'), required: true, initial: isoDay(new Date()) },
      { name: 'basis', label: t('fields.basis') },
    ],
    send: ({ name = '', nameEn, unitId, ...rest }, headers) =>
      told(
        api.POST('/api/v1/units', {
          params: {} as never,
          headers: { ...headers },
          body: filled({
            ...rest,
            unitId: unitId || codeOf('', name),
            name: { vi: name, en: nameEn || name },
          }) as never,
        }),
      ),
  };
  return (
    <>
      <PageHead
        title={t('title')}
        sub={vacant.length > 0 ? t('vacantCount', { count: vacant.length }) : t('sub')}
        actions={
          hasRole(standing, 'operator') && (
            <Button icon="plus" onClick={() => setAct(establish)}>
              {t('establish.button')}
            </Button>
          )
        }
      />
      <Panel title={t('tree')} meta={t('count', { count: all.length })} flush>
        <div className="units-filter">
          <TextField
            label={t('find')}
            hint={t('findHint')}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
        <Shown query={query} label={t('title')} lines={8}>
          {(units) => <Tree units={units} typed={typed} read={read} />}
        </Shown>
      </Panel>
      {act && <ActDialog act={act} onClose={() => setAct(undefined)} />}
    </>
  );
}

function Tree({
  units,
  typed,
  read,
}: {
  readonly units: readonly UnitListed[];
  readonly typed: string;
  readonly read: ReadonlyMap<string, Unit>;
}): ReactElement {
  const { t } = useTranslation('units');
  const say = useSay();
  const sought = plain(typed.trim());
  const found = units.filter(({ name }) => plain(`${name.vi} ${name.en}`).includes(sought));
  if (found.length === 0) return <Empty title={t('nothing')} />;
  const ids = new Set(units.map(({ id }) => id));
  const order = (one: UnitListed, other: UnitListed) => say(one.name).localeCompare(say(other.name), 'vi');
  const branch = (parent: string | undefined): ReactElement | null => {
    const own = units
      .filter(({ parentId }) =>
        parent === undefined ? parentId === undefined || !ids.has(parentId) : parentId === parent,
      )
      .sort(order);
    if (own.length === 0) return null;
    return (
      <ul className={parent === undefined ? 'units-tree' : undefined}>
        {own.map((unit) => (
          <li key={unit.id}>
            <Row unit={unit} read={read.get(unit.id)} />
            {branch(unit.id)}
          </li>
        ))}
      </ul>
    );
  };
  if (sought !== '')
    return (
      <ul className="units-tree">
        {found.sort(order).map((unit) => (
          <li key={unit.id}>
            <Row unit={unit} read={read.get(unit.id)} />
          </li>
        ))}
      </ul>
    );
  return branch(undefined) ?? <Empty title={t('nothing')} />;
}

function Row({ unit, read }: { readonly unit: UnitListed; readonly read: Unit | undefined }): ReactElement {
  const { t } = useTranslation('units');
  const say = useSay();
  const nameOf = useAccountNames();
  return (
    <div className="units-row">
      <span>
        <Link className="vd-table-name" to="/quan-tri/don-vi/$id" params={{ id: unit.id }}>
          {say(unit.name)}
        </Link>
        <span className="vd-meta">{t([`kinds.${unit.kind}`, 'kinds.other'], { kind: unit.kind })}</span>
      </span>
      <ul>
        {read?.positions.map(({ positionId, title, standings, vacant }) => (
          <li key={positionId}>
            <span className="vd-mute">{say(title)}:</span>{' '}
            {vacant ? (
              <StatusLine status="soon">{t('vacant')}</StatusLine>
            ) : (
              standings.map(({ accountId }) => nameOf(accountId)).join(', ')
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
