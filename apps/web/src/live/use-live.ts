import { useEffect, useSyncExternalStore } from 'react';
import { queryClient } from '../api/queries.js';
import { type Facts, type LiveView, live } from './live.js';

/** How far what is shown has come, and whether the line holds. */
export const useLive = (): LiveView => useSyncExternalStore(live.watch, live.view);

/** Pages of one dossier follow it by themselves; lists say that there is something new, and move when somebody asks them to. */
const followers: readonly {
  readonly key: string;
  readonly of: (facts: Facts) => readonly { readonly id: string }[];
}[] = [
  { key: 'dossier', of: ({ dossiers }) => dossiers },
  { key: 'decision', of: ({ decisions }) => decisions },
  { key: 'unit', of: ({ units }) => units },
  { key: 'cluster', of: ({ clusters }) => clusters },
];

/** Counts and messages change without anything moving on the page; a letter moves with any of the dossiers on it. */
const alwaysFresh: readonly string[] = ['notifications', 'counts', 'submission'];

/** Keeps the line open while the frame is shown, and reads again what has changed: queries `['dossier', id, …]` and the like. */
export function useLiveLine(): void {
  useEffect(() => {
    live.start();
    const stop = live.onVisible((all) => {
      const changed = new Set(
        all.flatMap((facts) => followers.flatMap(({ key, of }) => of(facts).map(({ id }) => `${key} ${id}`))),
      );
      void queryClient.invalidateQueries({
        predicate: ({ queryKey: [kind, id] }) =>
          alwaysFresh.includes(String(kind)) || changed.has(`${String(kind)} ${String(id)}`),
      });
    });
    return () => {
      stop();
      live.stop();
    };
  }, []);
}
