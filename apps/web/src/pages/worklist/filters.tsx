import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { proceduresQuery, useStepNames, useUnitNames } from '../../api/names.js';
import { FilterSelect, useSay } from '../../components/index.js';
import { stepsByName } from './steps-by-name.js';
import type { WorkItem, WorkSearch } from './worklist.queries.js';

/** Filters beside the counters. They stand in the address, which can be kept and sent. */
export function Filters({
  search,
  items,
  onChange,
}: {
  readonly search: WorkSearch;
  /** What there is to choose among. */
  readonly items: readonly WorkItem[];
  readonly onChange: (search: WorkSearch) => void;
}): ReactElement {
  const { t } = useTranslation('worklist');
  const say = useSay();
  const unitName = useUnitNames();
  const stepName = useStepNames(items);
  const { data: procedures } = useQuery(proceduresQuery);
  const awards = useMemo(
    () => [...new Map((procedures?.items ?? []).map(({ code, names }) => [code, names])).entries()],
    [procedures],
  );
  const known = useMemo(
    () => ({
      steps: stepsByName(items.map((item) => [item.step, say(stepName(item))])),
      units: new Map(items.map(({ submittingUnitId }) => [submittingUnitId, say(unitName(submittingUnitId))])),
    }),
    [items, say, stepName, unitName],
  );
  const steps = new Map(known.steps);
  const units = new Map(known.units);
  // What is chosen stays in its list, also where no row of this page has it.
  if (search.buoc !== undefined && !steps.has(search.buoc)) steps.set(search.buoc, t('chosenStep'));
  if (search.donVi !== undefined && !units.has(search.donVi)) units.set(search.donVi, say(unitName(search.donVi)));
  const choose = (name: 'buoc' | 'hinhThuc' | 'donVi' | 'xep', value: string) => {
    const { sau: _page, [name]: _old, ...others } = search;
    onChange(value === '' ? others : { ...others, [name]: value });
  };
  const sorted = (map: ReadonlyMap<string, string>) =>
    [...map].map(([value, label]) => ({ value, label })).sort((a, b) => a.label.localeCompare(b.label, 'vi'));
  const filters = [search.buoc, search.hinhThuc, search.donVi, search.han, search.xep].filter(
    (each) => each !== undefined,
  ).length;
  return (
    <div className="vd-filters">
      <FilterSelect
        label={t('award')}
        all={t('all')}
        choices={awards.map(([value, names]) => ({ value, label: say(names) }))}
        value={search.hinhThuc ?? ''}
        onChange={(event) => choose('hinhThuc', event.target.value)}
      />
      <FilterSelect
        label={t('step')}
        all={t('all')}
        choices={sorted(steps)}
        value={search.buoc ?? ''}
        onChange={(event) => choose('buoc', event.target.value)}
      />
      <FilterSelect
        label={t('unit')}
        all={t('all')}
        choices={sorted(units)}
        value={search.donVi ?? ''}
        onChange={(event) => choose('donVi', event.target.value)}
      />
      <FilterSelect
        label={t('sort.label')}
        all={t('sort.due')}
        choices={(['cho-lau', 'moi-doi'] as const).map((value) => ({ value, label: t(`sort.${value}`) }))}
        value={search.xep ?? ''}
        onChange={(event) => choose('xep', event.target.value)}
      />
      {filters > 0 && (
        <Link className="vd-filters-clear" to="/viec" search={search.ds === undefined ? {} : { ds: search.ds }}>
          {t('clear')}
        </Link>
      )}
    </div>
  );
}
