import type { DossierView } from '#libs/domain/dossier';
import type { SubmissionView } from '../support/submission-view.js';
import { eventually } from '#libs/platform/testing';
import { must } from '../support/office-client.js';
import { type OfficeOfProcesses, openOfficeOfProcesses } from '../support/office-of-processes.js';
import { waitingOrder } from '../support/waiting-orders.js';
import { wholeMatrix } from '../support/whole-matrix.js';

const TEST_TAKES_AT_MOST_MS = 180_000;
const DOSSIERS = 5;
/** After so many of its dossiers have gone up the worker is killed: before the first, and between others. */
const KILLED_AFTER = wholeMatrix ? [0, 1, 2, 3, 4] : [0, 2];

describe('a worker that is killed between a letter and the dossiers on it', () => {
  let office: OfficeOfProcesses;

  beforeAll(async () => {
    office = await openOfficeOfProcesses();
  }, TEST_TAKES_AT_MOST_MS);
  afterAll(() => office?.close());

  const officer = () => office.as('acc-tham-dinh');
  const authority = () => office.as('acc-lanh-dao');
  const dossier = (id: string) => must(officer().get<DossierView>(`/api/v1/dossiers/${id}`));

  /** How often a fact of a type stands in a dossier because of the letter. */
  async function because(letter: string, dossierId: string, type: string): Promise<number> {
    let found = 0;
    for await (const event of office.foundation.store.readStream(`dossier-${dossierId}`))
      if (event.type === type && event.data['submissionId'] === letter) found += 1;
    return found;
  }
  const counted = async (letter: string, ids: readonly string[], type: string): Promise<readonly number[]> =>
    Promise.all(ids.map((id) => because(letter, id, type)));
  const sum = (all: readonly number[]): number => all.reduce((one, other) => one + other, 0);

  it.each(KILLED_AFTER)(
    'each dossier goes up and is received exactly once, killed after %i of them',
    async (done) => {
      const ids: string[] = [];
      for (let each = 0; each < DOSSIERS; each++) ids.push(await waitingOrder(office, `Trình ${done}-${each}`));
      const { id } = await must(
        officer().post('/api/v1/submissions', {
          title: 'Đề nghị tặng Huân chương',
          to: { level: 'MP' },
          dossiers: ids,
        }),
      );
      const path = `/api/v1/submissions/${id}`;
      await must(authority().get(path));
      const letter = { number: `${10 + done}/TTr`, date: office.today() };
      // With nothing done it dies before the letter is sent, and comes back to it; else in the middle of its work.
      const killed = done === 0 ? office.killAndRestart('worker') : undefined;
      await must(authority().post(`${path}/send`, { letter }));
      if (!killed) {
        await eventually(
          `${done} have gone up`,
          async () => sum(await counted(id, ids, 'StepCompleted')) >= done,
          60_000,
        );
        await office.killAndRestart('worker');
      }
      await killed;
      await eventually(
        'all have gone up',
        async () => (await counted(id, ids, 'StepCompleted')).every((times) => times > 0),
        60_000,
      );
      expect(await counted(id, ids, 'StepCompleted')).toEqual(ids.map(() => 1));
      expect((await Promise.all(ids.map(dossier))).map(({ step }) => step)).toEqual(ids.map(() => 'intake.mp'));

      await must(officer().get(path));
      const again = office.killAndRestart('worker');
      await must(officer().post(`${path}/receive`));
      await again;
      await eventually(
        'all are received',
        async () => (await counted(id, ids, 'DossierReceived')).every((times) => times > 0),
        60_000,
      );
      expect(await counted(id, ids, 'DossierReceived')).toEqual(ids.map(() => 1));
      const { stage, dossiers } = await must(officer().get<SubmissionView>(path));
      expect([stage, dossiers.map(({ left }) => left)]).toEqual(['received', ids.map(() => null)]);
    },
    TEST_TAKES_AT_MOST_MS,
  );
});
