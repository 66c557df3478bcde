import { useQueries, useQuery } from '@tanstack/react-query';
import type { Bilingual } from '#libs/domain/kernel';
import { openWorkQuery } from './handovers.js';
import { unitQuery } from './units.js';

/** A position that nobody holds, with open work that its last holder left behind. */
export interface Vacancy {
  readonly positionId: string;
  readonly title: Bilingual;
  readonly lastHolder: string;
  readonly open: number;
}

/** What lies at vacant positions and on no handover; for the head of the unit, who answers for it, and nobody else. */
export function useVacancies(unitId: string | undefined, account: string | undefined): readonly Vacancy[] {
  const { data: unit } = useQuery({ ...unitQuery(unitId ?? ''), enabled: unitId !== undefined });
  const leads =
    unit?.positions.some(
      ({ head, standings }) => head && standings.some((each) => each.as === 'holder' && each.accountId === account),
    ) ?? false;
  const vacant = (leads ? unit?.positions : undefined)?.flatMap(
    ({ positionId, title, vacant: empty, appointments }) => {
      const last = [...appointments].sort((one, other) => one.from.localeCompare(other.from)).at(-1);
      return empty && last ? [{ positionId, title, lastHolder: last.accountId }] : [];
    },
  );
  return useQueries({
    queries: (vacant ?? []).map(({ positionId, lastHolder }) => openWorkQuery(unitId ?? '', lastHolder, positionId)),
    combine: (results) =>
      results.flatMap(({ data }, at) => {
        const here = vacant?.[at];
        const open = data?.items.filter(({ handoverId }) => handoverId === null).length ?? 0;
        return here && open > 0 ? [{ ...here, open }] : [];
      }),
  });
}
