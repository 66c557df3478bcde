import { type Instant, type LocalDate, localDateOf } from '#libs/domain/kernel';
import { type Position, START } from '#libs/engine/event-store';
import { ProjectionProgress } from '#libs/engine/projections';
import { establishOffice, dossierStream, unitStream } from '#libs/service/commands';
import { type Foundation, StartFailure } from '#libs/service/foundation';
import { projections } from '#libs/service/read-models';
import { sampleOffice } from '#libs/service/access';
import { provinceKeys } from '../sample-province.js';
import { playStory, type Scene } from './play-story.js';
import { decideOn, openDetached } from './sample-decisions.js';
import { sampleChart, sampleColleagues } from './sample-chart.js';
import { SampleDossier } from './sample-dossier.js';
import { groundOf, type SampleGround, sampleId } from './sample-ground.js';
import { fillOperatorsDesk } from './sample-desk.js';
import { sendLetters } from './sample-letters.js';
import { readOldNews } from './sample-news.js';
import { furnishProvince, proposeHandover } from './sample-organization.js';
import { SamplePapers } from './sample-papers.js';
import { sampleStories } from './stories.js';
import type { Story } from './story.js';

/** So many dossiers are told at once: their appends travel together. */
const AT_ONCE = 8;
/** How long the read models may take to see the last dossier before work is handed over. */
const SEEN_WITHIN_MS = 60_000;

/** What has to be known of a load: how many dossiers there are, and how long it took. */
export interface SamplesLoaded {
  readonly dossiers: number;
  readonly tookMs: number;
}

/**
 * Fills the sample province with dossiers in all states, by the commands that an office gives, each at the hour of its story.
 * The same dossiers every time; a load that was cut off goes on where it stopped. Nothing happens where it was done before, and
 * where somebody brought data of his own: a unit or a dossier that is not of the samples.
 * @throws StartFailure when a command of a story is refused.
 */
export async function loadSamples(
  foundation: Foundation,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<SamplesLoaded | undefined> {
  const began = performance.now();
  const { store, clock, config, accounts } = foundation;
  if (!(await samplesAreMissing(foundation))) return undefined;
  for (const account of sampleColleagues) await accounts.open(account, { sample: true });
  const established = await establishOffice(store, clock, sampleChart);
  if (!established.ok) throw new StartFailure(`samples: the units: ${established.error.code}`);
  const ground = await groundOf(foundation, await dayOfLoad(foundation));
  await furnishProvince(foundation, ground);
  const papers = await SamplePapers.read();
  await papers.put(config);

  const scenes = await inTurns(sampleStories(), signal, (story) => sceneOf(story, ground, papers));
  const waiting = (await inTurns(scenes, signal, async (scene) => ({ scene, standing: await playStory(scene) })))
    .filter(({ standing }) => standing === 'awaits-decision')
    .map(({ scene }) => scene);
  if (signal?.aborted) return undefined;
  await decideOn(waiting, ground);
  await inTurns(waiting, signal, playStory);
  await openDetached(scenes, ground);
  await sendLetters(scenes, ground);
  if (signal?.aborted) return undefined;
  await seen(foundation);
  await readOldNews(foundation, ground);
  await fillOperatorsDesk(foundation, ground);
  await proposeHandover(foundation, ground);
  return { dossiers: scenes.length, tookMs: Math.round(performance.now() - began) };
}

async function sceneOf(story: Story, ground: SampleGround, papers: SamplePapers): Promise<Scene> {
  const begins = ground.hours.before(ground.today, story.began);
  return { story, ground, papers, dossier: await SampleDossier.open(story.key, ground, begins) };
}

/** Several at once, in order; no further one is begun once it is aborted. */
async function inTurns<T, R>(
  all: readonly T[],
  signal: AbortSignal | undefined,
  take: (each: T) => Promise<R>,
): Promise<readonly R[]> {
  const done: R[] = [];
  let next = 0;
  const work = async () => {
    while (next < all.length && !signal?.aborted) {
      const index = next++;
      done[index] = await take(all[index] as T);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return done;
}

/** Whether a load would do something: none was ended, and nobody has brought data of his own. */
export async function samplesAreMissing(foundation: Foundation): Promise<boolean> {
  return !(await isDone(foundation)) && !(await hasOwnData(foundation));
}

/** The last command of a load was obeyed. */
async function isDone({ store }: Foundation): Promise<boolean> {
  const commandId = sampleId('organization', 'handover', 'giver');
  return (await store.findCommand(unitStream('ubnd-tinh'), 'acc-nguoi-di', commandId)) !== undefined;
}

const ownDossiers = new Set(
  [...provinceKeys, ...sampleStories().map(({ key }) => key)].map((key) => dossierStream(sampleId(key))),
);
const ownUnits = new Set([...sampleOffice.units, ...sampleChart.units].map(({ unitId }) => unitStream(unitId)));

/** Whether the log holds a unit or a dossier that no sample has made. */
async function hasOwnData({ store }: Foundation): Promise<boolean> {
  const types = ['UnitEstablished', 'DossierDrafted'];
  const filter = { streamPrefixes: [unitStream(''), dossierStream('')], types };
  for (let after: Position = START; ;) {
    const { events, scannedTo } = await store.readAll({ after, filter, limit: 500 });
    const foreign = events.some(({ stream }) => !ownDossiers.has(stream) && !ownUnits.has(stream));
    if (foreign) return true;
    if (scannedTo === after) return false;
    after = scannedTo;
  }
}

/** The day on which the load began: of what was cut off, the day of its first fact. */
async function dayOfLoad({ store, clock }: Foundation): Promise<LocalDate> {
  const filter = { streamPrefixes: [...ownUnits].filter((stream) => stream === unitStream('so-nong-nghiep')) };
  const { events } = await store.readAll({ after: START, filter, limit: 1 });
  const first: Instant = events[0]?.effectiveAt ?? clock.now();
  return localDateOf(first);
}

async function seen({ store, database }: Foundation): Promise<void> {
  const progress = new ProjectionProgress(store, database, projections);
  await progress.waitFor(projections, await store.head(), SEEN_WITHIN_MS);
}
