import type { DossierView } from '#libs/domain/dossier';
import type { SubmissionView } from '../support/submission-view.js';
import { type Database, openDatabase } from '#libs/platform/postgres';
import { eventually } from '#libs/platform/testing';
import { must } from '../support/office-client.js';
import { type OfficeOfProcesses, openOfficeOfProcesses } from '../support/office-of-processes.js';
import { waitingOrder } from '../support/waiting-orders.js';
import { wholeMatrix } from '../support/whole-matrix.js';

const TEST_TAKES_AT_MOST_MS = 180_000;
const DOSSIERS = 5;
/** After so many of its dossiers have gone up the worker is killed, in the act of the next one. */
const KILLED_AFTER = wholeMatrix ? [0, 1, 2, 3, 4] : [0, 2];
const LOCK = 4_043;

describe('a worker that is killed between a letter and the dossiers on it', () => {
  let office: OfficeOfProcesses;

  beforeAll(async () => {
    office = await openOfficeOfProcesses();
    owner = openDatabase({ url: office.ownerUrl, applicationName: 'letter-killed' });
  }, TEST_TAKES_AT_MOST_MS);
  afterAll(async () => {
    await owner?.close();
    await office?.close();
  }, TEST_TAKES_AT_MOST_MS);

  let owner: Database;

  /** Whoever writes a fact of a type into this dossier waits, for as long as something else is done. */
  async function held(dossierId: string, type: string, work: () => Promise<void>): Promise<void> {
    await owner.query(`
      create or replace function public.hold_for_test() returns trigger language plpgsql as $$
        begin
          if new.stream = 'dossier-${dossierId}' and new.type = '${type}' then
            perform pg_advisory_xact_lock(${LOCK});
          end if;
          return new;
        end $$`);
    await owner.query(`create or replace trigger hold_for_test before insert on es.events
      for each row execute function public.hold_for_test()`);
    await owner.transaction(async (connection) => {
      await connection.query(`select pg_advisory_xact_lock(${LOCK})`);
      await work();
    });
  }
  const isWaiting = async (): Promise<boolean> => {
    const { rows } = await owner.query(
      `select 1 from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted`,
    );
    return rows.length > 0;
  };

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
      await held(ids[done] ?? '', 'StepCompleted', async () => {
        await must(authority().post(`${path}/send`, { letter }));
        await eventually('the worker is in the middle of it', isWaiting, 60_000);
        expect(sum(await counted(id, ids, 'StepCompleted'))).toBe(done);
        await office.killAndRestart('worker');
      });
      await eventually(
        'all have gone up',
        async () => (await counted(id, ids, 'StepCompleted')).every((times) => times > 0),
        60_000,
      );
      expect(await counted(id, ids, 'StepCompleted')).toEqual(ids.map(() => 1));
      expect((await Promise.all(ids.map(dossier))).map(({ step }) => step)).toEqual(ids.map(() => 'intake.mp'));

      await must(officer().get(path));
      await held(ids[done] ?? '', 'DossierReceived', async () => {
        await must(officer().post(`${path}/receive`));
        await eventually('the worker is in the middle of the receipts', isWaiting, 60_000);
        expect(sum(await counted(id, ids, 'DossierReceived'))).toBe(done);
        await office.killAndRestart('worker');
      });
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
