import { START, type RecordedEvent } from '#libs/engine/event-store';
import { foldRows, ProjectionProgress } from '#libs/engine/projections';
import { eventually } from '#libs/platform/testing';
import { decisionStream, dossierStream } from '#libs/service/commands';
import { type DossierListItem, type Page, projections, timelineProjection } from '#libs/service/read-models';
import { readToEnd } from '../conformance/facts.js';
import { must } from '../support/office-client.js';
import type { OfficeOfProcesses } from '../support/office-of-processes.js';
import { dossierOf, type WayfarerDossier } from '../support/office-way.js';
import { inOrder, rowsOf } from '../support/read-side.js';

/** The office itself was established before anything was done in it: its units, its calendar, its procedures, what a start enters. */
const OFFICE_STREAM = /^(unit-|calendar-|procedure-|organization-guard$)/;

/** The facts of an undisturbed way, to which every other one is held. */
export interface Pattern {
  readonly dossier: readonly string[];
  readonly decision: readonly string[];
}

type Log = ReadonlyMap<string, readonly RecordedEvent[]>;

const typesOf = (log: Log, stream: string): readonly string[] => (log.get(stream) ?? []).map(({ type }) => type);

async function readLog({ foundation }: OfficeOfProcesses): Promise<Log> {
  const log = new Map<string, RecordedEvent[]>();
  for (const event of await readToEnd(foundation.store, START, 1_000)) {
    const stream = log.get(event.stream);
    if (stream) stream.push(event);
    else log.set(event.stream, [event]);
  }
  return log;
}

export async function patternOf(office: OfficeOfProcesses, { id, decisionId }: WayfarerDossier): Promise<Pattern> {
  const log = await readLog(office);
  return {
    dossier: typesOf(log, dossierStream(id)),
    decision: typesOf(log, decisionStream(decisionId ?? '')),
  };
}

/** Each command happened once, each reaction once, each number once; nothing in the log that nobody asked for. */
export async function expectEverythingOnce(
  office: OfficeOfProcesses,
  dossiers: readonly WayfarerDossier[],
  pattern: Pattern,
): Promise<void> {
  const log = await readLog(office);
  for (const { id, decisionId } of dossiers) {
    expect(typesOf(log, dossierStream(id))).toEqual(pattern.dossier);
    expect(typesOf(log, decisionStream(decisionId ?? ''))).toEqual(pattern.decision);
  }
  const registers = [...log.keys()].filter((stream) => stream.startsWith('register-'));
  expect(registers).toHaveLength(1);
  const own = [...log.keys()].filter((stream) => !OFFICE_STREAM.test(stream));
  expect(own).toHaveLength(2 * dossiers.length + 1);

  const taken = (log.get(registers[0] ?? '') ?? []).map(({ data }) => data['decisionId']);
  expect(new Set(taken)).toEqual(new Set(dossiers.map(({ decisionId }) => decisionId)));
  const numbers = [...log.values()]
    .flat()
    .flatMap(({ type, data }) => (type === 'DecisionIssued' ? [data['number']] : []));
  expect(numbers.sort((a, b) => Number(a) - Number(b))).toEqual(dossiers.map((_, index) => index + 1));

  const { rows } = await office.foundation.database.query('select reaction, stream, code from ops.reaction_failure');
  expect(rows).toEqual([]);
  const lastIssued = [...log.values()]
    .flat()
    .filter(({ type }) => type === 'DecisionIssued')
    .at(-1);
  await eventually('the reactions have passed the last decision', async () => {
    const reached = await office.foundation.database.query<{ position: string }>(
      `select position from ops.reaction where name = 'receive-decision'`,
    );
    const position = reached.rows[0]?.position ?? START;
    return office.foundation.store.comparePositions(position, lastIssued?.position ?? START) >= 0;
  });
}

/** What people see is what the log says: every row, by the fold of the whole log and by the dossiers themselves. */
export async function expectViewsOfTheLog(
  office: OfficeOfProcesses,
  dossiers: readonly WayfarerDossier[],
): Promise<void> {
  const { store, database } = office.foundation;
  const progress = new ProjectionProgress(store, database, projections);
  expect((await progress.waitFor(projections, await store.head(), 20_000)).behind).toBe(false);
  expect((await progress.lag()).map(({ deadLetters }) => deadLetters)).toEqual(projections.map(() => 0));

  const events = await readToEnd(store, START, 1_000);
  for (const projection of projections) {
    const rows = foldRows(projection, events);
    for (const table of projection.tables) {
      expect(await rowsOf(database, table)).toEqual(inOrder(table, rows(table)));
    }
  }
  const aboutDossiers = events.filter(({ stream }) => !OFFICE_STREAM.test(stream) && !stream.startsWith('register-'));
  const [timeline] = timelineProjection.tables;
  expect(timeline && (await rowsOf(database, timeline)).length).toBe(aboutDossiers.length);

  const { items } = await must(office.as('acc-thanh-tra').get<Page<DossierListItem>>('/api/v1/dossiers?limit=200'));
  expect(items).toHaveLength(dossiers.length);
  for (const item of items) {
    const view = await dossierOf(office, { path: `/api/v1/dossiers/${item.id}` });
    expect(view.step).toBe('archived');
    const { id, step, revision, title, counts, decision } = view;
    expect(item).toMatchObject({
      id,
      step,
      revision,
      title,
      individuals: counts.byKind.individual,
      decisionNumber: decision?.number,
      outcome: 'granted',
    });
  }
}
