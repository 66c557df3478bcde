import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Dossier, type Nominee, type NomineeProposal } from '../../api/dossier.js';
import {
  buttonClass,
  type Column,
  DataTable,
  Empty,
  FilterChips,
  MachineWord,
  Panel,
  useSay,
} from '../../components/index.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { NomineeStanding } from './nominee-standing.js';
import { useProposals } from './use-proposals.js';
import { day } from '../../format/dates.js';
import { percent } from '../../format/numbers.js';

type Filter = 'all' | 'collective' | 'individual' | 'household' | 'open' | 'look';

/** So many rows at first: a list of sixty-one is there, and does not bury the rest of the page. */
const AT_FIRST = 12;

/** Whom it is about, what the machine found and what people decided, in that order of weight. */
export function NomineesPanel({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const { t } = useTranslation('dossier');
  const { data: proposals } = useProposals(dossier);
  const columns = useColumns(dossier, proposals);
  const [filter, setFilter] = useState<Filter>('all');
  const [whole, setWhole] = useState(false);
  const { nominees, counts, id, council } = dossier;
  const individuals = counts.byKind.individual ?? 0;
  const fits: Readonly<Record<Filter, (nominee: Nominee) => boolean>> = {
    all: () => true,
    collective: ({ kind }) => kind === 'collective',
    individual: ({ kind }) => kind === 'individual',
    household: ({ kind }) => kind === 'household',
    open: ({ verdict }) => verdict === undefined,
    look: (nominee) => outcomeFor(nominee, proposals) !== undefined && outcomeFor(nominee, proposals) !== 'pass',
  };
  const filters = (Object.keys(fits) as Filter[])
    .map((value) => ({ value, count: nominees.filter(fits[value]).length }))
    .filter(({ value, count }) => value === 'all' || count > 0);
  const shown = nominees.filter(fits[filter]);
  const rows = whole ? shown : shown.slice(0, AT_FIRST);
  const groups = (['collective', 'individual', 'household'] as const)
    .map((kind) => ({
      key: kind,
      head: t(`nominees.group.${kind}`, {
        count: shown.filter((each) => each.kind === kind).length,
        shown: rows.filter((each) => each.kind === kind).length,
      }),
      rows: rows.filter((each) => each.kind === kind),
    }))
    .filter((group) => group.rows.length > 0);
  return (
    <Panel
      title={t('nominees.title')}
      flush
      extra={
        counts.total > 0 && dossier.receivedAt ? (
          <Link to="/ho-so/$id/tham-dinh" params={{ id }} className={buttonClass({ kind: 'quiet', size: 'small' })}>
            {t('nominees.appraisal')}
          </Link>
        ) : undefined
      }
      footer={
        <>
          {council && <span>{t('nominees.council', { ...council, day: day(council.heldOn) })}</span>}
          {individuals > 0 && (
            <span>
              {t('nominees.direct', {
                direct: counts.directWorkers,
                of: individuals,
                share: percent(counts.directWorkers, individuals),
              })}
            </span>
          )}
          {rows.length < shown.length && (
            <button type="button" className="dossier-whole" onClick={() => setWhole(true)}>
              {t('nominees.whole', { count: shown.length })}
            </button>
          )}
        </>
      }
    >
      {nominees.length === 0 ? (
        <Empty title={t('nominees.none')} />
      ) : (
        <>
          <div className="dossier-chips">
            <FilterChips
              label={t('nominees.filter')}
              value={filter}
              onChange={setFilter}
              chips={filters.map(({ value, count }) => ({ value, label: t(`nominees.filters.${value}`, { count }) }))}
            />
          </div>
          <DataTable label={t('nominees.title')} columns={columns} groups={groups} rowKey={(nominee) => nominee.id} />
        </>
      )}
    </Panel>
  );
}

/** Whether somebody is a direct worker; what nobody stated is not known, and not a no. */
const directWords = { direct_worker: 'yes', leader: 'no', unknown: 'nominees.notStated' } as const;

const outcomeFor = (nominee: Nominee, proposals: ReadonlyMap<string, NomineeProposal> | undefined) =>
  (nominee.verdict?.proposal ?? proposals?.get(nominee.id)?.proposal)?.outcome;

function useColumns(
  dossier: Dossier,
  proposals: ReadonlyMap<string, NomineeProposal> | undefined,
): readonly Column<Nominee>[] {
  const { t } = useTranslation('dossier');
  const say = useSay();
  const grades = useProcedureOf(dossier)?.grades ?? [];
  const gradeName = (code: string | undefined) => {
    const grade = grades.find((each) => each.code === code);
    return grade ? say(grade.names) : code;
  };
  return [
    {
      key: 'no',
      header: t('nominees.no'),
      align: 'center',
      width: 56,
      phone: 'hidden',
      cell: ({ id }) => id.replace(/^N/, ''),
    },
    {
      key: 'name',
      header: t('nominees.name'),
      rowHeader: true,
      cell: ({ name, standing, grade, gradeChanged, id }) => (
        <>
          {dossier.receivedAt ? (
            <Link
              className="vd-table-name"
              lang="vi"
              to="/ho-so/$id/tham-dinh"
              params={{ id: dossier.id }}
              search={{ doiTuong: id }}
            >
              {name}
            </Link>
          ) : (
            <b lang="vi">{name}</b>
          )}
          {standing && <span className="vd-meta">{t(`nominees.standing.${standing}`)}</span>}
          {grade && (
            <span className="vd-meta">
              {gradeChanged
                ? t('nominees.gradeChanged', { grade: gradeName(grade), from: gradeName(gradeChanged.from) })
                : gradeName(grade)}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'unit',
      header: t('nominees.unit'),
      label: t('nominees.unit'),
      width: 200,
      cell: ({ unit }) => <span lang="vi">{unit}</span>,
    },
    {
      key: 'direct',
      header: t('nominees.isDirect'),
      label: t('nominees.isDirect'),
      align: 'center',
      width: 92,
      cell: ({ kind, standing }) => (kind === 'individual' ? t(directWords[standing ?? 'unknown']) : '–'),
    },
    {
      key: 'machine',
      header: t('nominees.machine'),
      label: t('nominees.machine'),
      width: 132,
      cell: (nominee) => (
        <MachineFound findings={(nominee.verdict?.proposal ?? proposals?.get(nominee.id)?.proposal)?.findings} />
      ),
    },
    {
      key: 'verdict',
      header: t('nominees.verdict'),
      label: t('nominees.verdict'),
      width: 150,
      cell: (nominee) => <NomineeStanding nominee={nominee} />,
    },
  ];
}

type Findings = NonNullable<NomineeProposal['proposal']>['findings'];

function MachineFound({ findings }: { readonly findings: Findings | undefined }): ReactElement {
  if (!findings) return <span className="vd-mute">–</span>;
  const count = (outcome: 'pass' | 'fail' | 'unknown') =>
    findings.filter((finding) => finding.outcome === outcome).length;
  const passed = count('pass');
  return (
    <span className="dossier-machine">
      {passed === findings.length && <MachineWord outcome="pass" count={`${passed}/${findings.length}`} />}
      {count('fail') > 0 && <MachineWord outcome="fail" count={String(count('fail'))} />}
      {count('unknown') > 0 && <MachineWord outcome="unknown" count={String(count('unknown'))} />}
    </span>
  );
}
