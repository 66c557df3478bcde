import { type Projection, titleOf } from './projection.js';

/** The projections and the known event types do not fit together; the message lists every fault. */
export class ProjectionsNotTotal extends Error {
  readonly code = 'PROJECTIONS_NOT_TOTAL';
  override readonly name = 'ProjectionsNotTotal';

  constructor(readonly faults: readonly string[]) {
    super(`The read models do not fit the known events: ${faults.join('; ')}.`);
  }
}

/**
 * Every known event type must be handled or ignored by every projection, and none twice: a handler that was forgotten is
 * found at the start by the developer, not in a list by the officer.
 * @throws ProjectionsNotTotal
 */
export function assertTotal(projections: readonly Projection[], knownTypes: Iterable<string>): void {
  const known = new Set(knownTypes);
  const faults: string[] = [];
  const titles = new Set<string>();
  for (const projection of projections) {
    const title = titleOf(projection);
    const { handles, ignores } = projection;
    if (titles.has(title)) faults.push(`${title} stands twice`);
    titles.add(title);
    const say = (types: Iterable<string>, fault: string): void => {
      const list = [...types];
      if (list.length > 0) faults.push(`${title} ${fault} ${list.join(', ')}`);
    };
    say(
      [...known].filter((type) => !handles.has(type) && !ignores.has(type)),
      'neither handles nor ignores',
    );
    say(
      [...handles.keys()].filter((type) => ignores.has(type)),
      'both handles and ignores',
    );
    say(
      [...handles.keys(), ...ignores].filter((type) => !known.has(type)),
      'names events that do not exist:',
    );
  }
  if (faults.length > 0) throw new ProjectionsNotTotal(faults);
}
