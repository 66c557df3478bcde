import type { ProcedureDocument } from './language/procedure.schema.js';

/** The figures that nobody has read, by where they stand in the file: of limits, votes, criteria and retention. */
export function unknownFiguresOf({
  clocks,
  votes,
  criteria,
  retention,
}: Pick<ProcedureDocument, 'clocks' | 'votes' | 'criteria' | 'retention'>): readonly string[] {
  return [
    ...Object.entries(clocks).flatMap(([name, { limit }]) =>
      'value' in limit && limit.value === 'unknown' ? [`clocks.${name}`] : [],
    ),
    ...Object.entries(votes).flatMap(([name, { threshold, quorum }]) => [
      ...('value' in threshold ? [`votes.${name}.threshold`] : []),
      ...('value' in quorum ? [`votes.${name}.quorum`] : []),
    ]),
    ...criteria.prerequisites
      .filter((criterion) => Object.values(criterion).includes('unknown'))
      .map(({ id }) => `criteria.prerequisites.${id}`),
    ...(criteria.quota?.perYear === 'unknown' ? ['criteria.quota'] : []),
    ...(retention?.years === 'unknown' ? ['retention'] : []),
  ];
}
