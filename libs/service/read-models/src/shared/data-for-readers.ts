import type { ProjectedEvent } from '#libs/engine/projections';

/** What is not kept with a row, by the type of the event. */
const leftOut: Readonly<Record<string, readonly string[]>> = {
  // Who objected, and in which words, is for the body that examines it: the unit whose people it is about would recognise who wrote it.
  ObjectionRecorded: ['from', 'text'],
  // The text of a procedure is long, and is read where it lies.
  ProcedurePublished: ['document'],
};

/** What is kept of an event for whoever reads what happened. */
export function dataForReaders({ type, data }: Pick<ProjectedEvent, 'type' | 'data'>): object {
  const out = leftOut[type];
  if (!out) return data as object;
  return Object.fromEntries(Object.entries(data as object).filter(([name]) => !out.includes(name)));
}
