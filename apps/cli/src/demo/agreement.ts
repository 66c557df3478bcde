import { isDeepStrictEqual } from 'node:util';
import { type DossierView, type RecordedDossierFact, evolveDossier, viewDossier } from '#libs/domain/dossier';
import type { EventStore, RecordedEvent } from '#libs/engine/event-store';
import { dossierStream, recordedFact } from '#libs/service/commands';
import { z } from 'zod';

/** What the API shows of a dossier, each as a client gets it. */
export interface Shown {
  readonly dossier: Fields;
  readonly listRow: Fields | undefined;
  readonly openDeadlines: readonly Fields[];
  /** The timeline's facts of the dossier's own stream. */
  readonly timeline: readonly Fields[];
}

/** What is used of a row of the timeline; it has more. */
export const timelineRow = z.looseObject({
  stream: z.string(),
  ordinal: z.int(),
  position: z.string(),
  type: z.string(),
  effectiveAt: z.string(),
  actorId: z.string().nullable(),
});
export type TimelineRow = z.infer<typeof timelineRow>;

export type Fields = Readonly<Record<string, unknown>>;

/** The dossier by its log: the facts themselves and what the fold makes of them. */
export interface ByTheLog {
  readonly events: readonly RecordedEvent[];
  readonly view: DossierView;
}

/** Reads and folds the log, with nothing between: what every view has to agree with. */
export async function readLog(store: EventStore, dossierId: string, upTo = Infinity): Promise<ByTheLog> {
  const events: RecordedEvent[] = [];
  let state: ReturnType<typeof evolveDossier>;
  for await (const event of store.readStream(dossierStream(dossierId))) {
    if (event.revision > upTo) break;
    events.push(event);
    state = evolveDossier(state, recordedFact<RecordedDossierFact>(event));
  }
  if (!state) throw new Error(`The log holds nothing of dossier ${dossierId}.`);
  return { events, view: viewDossier(state) };
}

/** Every difference between what is shown and what the log says: `list.step: shown …, log …`. Empty when all agree. */
export function disagreements(shown: Shown, { events, view }: ByTheLog): readonly string[] {
  return [
    ...sameAsTheLog(shown.dossier, { view }),
    ...(shown.listRow ? differences('list', shown.listRow, listRowOf(view, events.at(-1)!)) : ['list: not there']),
    ...rowDifferences('deadlines', shown.openDeadlines, openDeadlinesOf(view)),
    ...rowDifferences('timeline', shown.timeline, events.map(timelineRowOf)),
  ];
}

/** The dossier alone: as it is, or as it was recorded at an earlier revision. */
export const sameAsTheLog = (dossier: Fields, { view }: Pick<ByTheLog, 'view'>): readonly string[] =>
  differences('dossier', dossier, asJson(view));

function listRowOf(view: DossierView, last: RecordedEvent): Fields {
  const { counts } = view;
  const [next] = view.deadlines
    .filter(({ state }) => state === 'running' || state === 'missed')
    .sort((a, b) => (a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.clock < b.clock) ? -1 : 1));
  return {
    id: view.id,
    title: view.title,
    procedureCode: view.procedureCode,
    procedureVersion: view.procedure?.version ?? null,
    kind: view.kind,
    submittingUnitId: view.submittingUnitId,
    bodyId: view.bodyId,
    cluster: view.cluster ?? null,
    step: view.step,
    suspended: view.suspended,
    secrecy: view.secrecy,
    individuals: counts.byKind.individual,
    collectives: counts.byKind.collective,
    households: counts.byKind.household,
    women: counts.women,
    directWorkers: counts.directWorkers,
    submittedAt: view.submittedAt ?? null,
    receivedAt: view.receivedAt ?? null,
    nextDueAt: next?.dueAt ?? null,
    nextDueClock: next?.clock ?? null,
    decisionId: view.decision?.id ?? null,
    decisionNumber: view.decision?.number ?? null,
    decisionSymbol: view.decision?.symbol ?? null,
    decisionDate: view.decision?.date ?? null,
    revision: last.revision,
    position: last.position,
  };
}

/** In the order in which the API gives them: soonest due first. */
const openDeadlinesOf = ({ id, deadlines }: DossierView): readonly Fields[] =>
  deadlines
    .filter(({ state }) => state === 'running' || state === 'paused' || state === 'missed')
    .map(({ deadlineId, clock, responsible, state, startedAt, dueAt, version, missedAt }) => ({
      dossierId: id,
      deadlineId,
      clock,
      responsible,
      state,
      startedAt,
      dueAt,
      version,
      missedAt: missedAt ?? null,
    }))
    .sort((a, b) => (a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.deadlineId < b.deadlineId) ? -1 : 1));

const timelineRowOf = (event: RecordedEvent): Fields => ({
  eventId: event.id,
  type: event.type,
  revision: event.revision,
  position: event.position,
  effectiveAt: event.effectiveAt,
  recordedAt: event.recordedAt,
  data: event.data,
});

function rowDifferences(what: string, shown: readonly Fields[], expected: readonly Fields[]): readonly string[] {
  const count = shown.length === expected.length ? [] : [`${what}: shown ${shown.length}, log ${expected.length}`];
  return [
    ...count,
    ...expected.flatMap((row, index) => (shown[index] ? differences(`${what}[${index}]`, shown[index], row) : [])),
  ];
}

/** The fields in which a shown thing differs; it may have more fields than are expected. */
function differences(what: string, shown: Fields, expected: Fields): readonly string[] {
  return Object.entries(expected)
    .filter(([field, value]) => !isDeepStrictEqual(shown[field], value))
    .map(([field, value]) => `${what}.${field}: shown ${briefly(shown[field])}, log ${briefly(value)}`);
}

const LONGEST = 80;

function briefly(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const asJson = (view: DossierView): Fields => JSON.parse(JSON.stringify(view)) as Fields;
