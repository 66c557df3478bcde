import { useState } from 'react';
import type { WorkSearch } from './worklist.queries.js';

/** A filter that somebody gave a name: in this browser, for his account alone. */
export interface SavedFilter {
  readonly name: string;
  readonly search: WorkSearch;
}

const AT_MOST = 12;
const nameOf = (account: string): string => `vinhdanh:filters:${account}`;

function read(account: string): readonly SavedFilter[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(nameOf(account)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isSaved) : [];
  } catch {
    return [];
  }
}

const isSaved = (value: unknown): value is SavedFilter =>
  typeof value === 'object' && value !== null && typeof (value as SavedFilter).name === 'string';

/** The saved filters of an account, the oldest first; one of the same name takes the place of the one before. */
export function useSavedFilters(account: string) {
  const [filters, setFilters] = useState(() => read(account));
  const keep = (next: readonly SavedFilter[]) => {
    localStorage.setItem(nameOf(account), JSON.stringify(next));
    setFilters(next);
  };
  return {
    filters,
    save: (filter: SavedFilter) =>
      keep([...filters.filter(({ name }) => name !== filter.name), filter].slice(-AT_MOST)),
    forget: (name: string) => keep(filters.filter((each) => each.name !== name)),
  };
}
