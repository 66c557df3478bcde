import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, composed, TextField } from '../../components/index.js';
import { useSavedFilters } from './saved-filters.js';
import type { WorkSearch } from './worklist.queries.js';

const same = (one: WorkSearch, other: WorkSearch): boolean =>
  (['ds', 'han', 'buoc', 'hinhThuc', 'donVi', 'xep'] as const).every((name) => one[name] === other[name]);

/** Filters kept under a name, one press away; the one that is shown now can be kept, or forgotten. */
export function SavedFilterChips({
  account,
  search,
}: {
  readonly account: string;
  readonly search: WorkSearch;
}): ReactElement | null {
  const { t } = useTranslation('worklist');
  const { filters, save, forget } = useSavedFilters(account);
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const { sau: _page, ...shown } = search;
  const filtered = (['han', 'buoc', 'hinhThuc', 'donVi', 'xep'] as const).some((each) => search[each] !== undefined);
  const current = filters.find((each) => same(each.search, shown));
  if (filters.length === 0 && !filtered) return null;
  return (
    <div className="vd-saved">
      <span className="vd-meta">{t('saved.label')}</span>
      {filters.map((each) => (
        <Link
          key={each.name}
          className="vd-chip"
          to="/viec"
          search={each.search}
          aria-current={each === current ? 'true' : undefined}
        >
          {each.name}
        </Link>
      ))}
      {current && (
        <Button kind="quiet" size="small" icon="close" onClick={() => forget(current.name)}>
          {t('saved.forget')}
          <span className="vd-hidden"> {current.name}</span>
        </Button>
      )}
      {filtered && !current && !naming && (
        <Button kind="quiet" size="small" icon="plus" onClick={() => setNaming(true)}>
          {t('saved.save')}
        </Button>
      )}
      {naming && (
        <form
          className="vd-saved-name"
          onSubmit={(event) => {
            event.preventDefault();
            const given = composed(name).trim();
            if (given === '') return;
            save({ name: given, search: shown });
            setNaming(false);
            setName('');
          }}
        >
          <TextField
            label={t('saved.name')}
            required
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" size="small">
            {t('saved.keep')}
          </Button>
        </form>
      )}
    </div>
  );
}
