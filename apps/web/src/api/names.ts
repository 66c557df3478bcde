import { type UseQueryResult, queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Bilingual } from '#libs/domain/kernel';
import type { ProcedureDocument } from '#libs/domain/procedure';
import { api, told } from './client.js';
import { everyItem } from './every-item.js';

const RARELY_MS = 600_000;

/** A unit as it is called, and whether dossiers can be sent there. */
export interface UnitNamed extends Bilingual {
  readonly receives: boolean;
}

/** All units with their names: a province has some hundred. Read once and kept for a while. */
export const unitsQuery = queryOptions({
  queryKey: ['unit-names'],
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, UnitNamed>> => {
    const units = await everyItem((query) => told(api.GET('/api/v1/units', { params: { query }, signal })));
    return new Map(units.map(({ id, name, receives }) => [id, { ...name, receives }]));
  },
  staleTime: RARELY_MS,
});

/** As a reader of the language looks them up: the names of awards are Vietnamese in either language. */
const byName = new Intl.Collator('vi');

/** Versions of all procedures, with the names of the awards, in the order of the names. */
export const proceduresQuery = queryOptions({
  queryKey: ['procedures'],
  queryFn: async ({ signal }) => {
    const { items, ...rest } = await told(api.GET('/api/v1/procedures', { signal }));
    return { ...rest, items: items.toSorted((one, other) => byName.compare(one.names.vi, other.names.vi)) };
  },
  staleTime: RARELY_MS,
});

/** One version, whole. What was published never changes. */
export const procedureQuery = (code: string, version: string) =>
  queryOptions({
    queryKey: ['procedure', code, version],
    queryFn: ({ signal }) =>
      told(api.GET('/api/v1/procedures/{code}/versions/{version}', { params: { path: { code, version } }, signal })),
    staleTime: Infinity,
  });

/** Answers the name of a unit in both languages; its id until it is known. */
export function useUnitNames(): (id: string) => Bilingual {
  const { data } = useQuery(unitsQuery);
  return useCallback((id) => data?.get(id) ?? { vi: id, en: id }, [data]);
}

/** Answers the name of an award by its procedure's code. */
export function useAwardNames(): (code: string) => Bilingual {
  const { data } = useQuery(proceduresQuery);
  return useCallback((code) => data?.items.find((each) => each.code === code)?.names ?? { vi: code, en: code }, [data]);
}

interface Bound {
  readonly procedureCode: string;
  readonly procedureVersion: string | null;
}

/**
 * Answers the name of a step of a dossier's procedure; before its receipt a dossier is bound to no version, and any one's name will do.
 * The answer is the same function for as long as the dossiers are the same array.
 */
export function useStepNames(dossiers: readonly Bound[]): (dossier: Bound & { readonly step: string }) => Bilingual {
  const { data: all } = useQuery(proceduresQuery);
  const versionOf = useCallback(
    ({ procedureCode, procedureVersion }: Bound) =>
      procedureVersion ??
      (
        all?.items.find(({ code, standing }) => code === procedureCode && standing === 'in_force') ??
        all?.items.find(({ code }) => code === procedureCode)
      )?.version,
    [all],
  );
  const wanted = useMemo(
    () =>
      [
        ...new Set(
          dossiers.flatMap((each) => {
            const version = versionOf(each);
            return version === undefined ? [] : [`${each.procedureCode} ${version}`];
          }),
        ),
      ].sort(),
    [dossiers, versionOf],
  );
  const found = useQueries({
    queries: wanted.map((each) => {
      const [code = '', version = ''] = each.split(' ');
      return procedureQuery(code, version);
    }),
    combine: documentsOf,
  });
  return useCallback(
    (dossier) => {
      const procedure = found[wanted.indexOf(`${dossier.procedureCode} ${versionOf(dossier)}`)];
      const steps = procedure?.steps as Readonly<Record<string, { readonly names: Bilingual }>> | undefined;
      return steps?.[dossier.step]?.names ?? { vi: dossier.step, en: dossier.step };
    },
    [found, wanted, versionOf],
  );
}

type Procedure = Awaited<ReturnType<NonNullable<ReturnType<typeof procedureQuery>['queryFn']>>>;

const documentsOf = (results: readonly UseQueryResult<Procedure>[]) => results.map(({ data }) => data);

/** Answers the newest version of the procedure of an award, or the one in force; nothing until it is read. */
export function useNewestProcedures(awards: readonly string[]): (award: string) => ProcedureDocument | undefined {
  const { data: all } = useQuery(proceduresQuery);
  const wanted = [...new Set(awards)].sort().flatMap((code) => {
    const versions = all?.items.filter((each) => each.code === code) ?? [];
    const version = (versions.find(({ standing }) => standing === 'in_force') ?? versions[0])?.version;
    return version === undefined ? [] : [{ code, version }];
  });
  return useQueries({
    queries: wanted.map(({ code, version }) => procedureQuery(code, version)),
    combine: (results) => (award) => results[wanted.findIndex(({ code }) => code === award)]?.data,
  });
}
