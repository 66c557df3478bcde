import { useEffect } from 'react';

/** The list one came from, in this tab: ids only. */
const KEPT = 'vinhdanh:list';

/** Keeps in which order a list shows its dossiers, so that one can go on to the next from inside of one. */
export function useRememberedList(ids: readonly string[] | undefined): void {
  const shown = ids?.join(' ');
  useEffect(() => {
    if (shown !== undefined && shown !== '') sessionStorage.setItem(KEPT, shown);
  }, [shown]);
}

export interface Place {
  /** From 1. */
  readonly at: number;
  readonly of: number;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** Where a dossier stands in that list; nothing where one came from elsewhere. */
export function placeInList(id: string): Place | undefined {
  const ids = [...new Set((sessionStorage.getItem(KEPT) ?? '').split(' ').filter((each) => each !== ''))];
  const at = ids.indexOf(id);
  return at === -1 ? undefined : { at: at + 1, of: ids.length, before: ids[at - 1], after: ids[at + 1] };
}
