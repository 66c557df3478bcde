import { setTimeout as sleep } from 'node:timers/promises';
import { eventually } from '#libs/platform/testing';
import { type Dice, diceOf } from '../support/office-facts.js';
import { type OfficeOfProcesses, type OfficeRole, openOfficeOfProcesses } from '../support/office-of-processes.js';
import { officeWay, type WayfarerDossier } from '../support/office-way.js';
import { wholeMatrix } from '../support/whole-matrix.js';
import { expectEverythingOnce, expectViewsOfTheLog, type Pattern, patternOf } from './everything-once.js';

const TEST_TAKES_AT_MOST_MS = 240_000;
const KILLS: Record<OfficeRole, number> = wholeMatrix
  ? { api: 6, worker: 6, projector: 3 }
  : { api: 3, worker: 3, projector: 2 };
/** Dossiers under way at the same moment. */
const DRIVERS = 4;

describe('an office in which one role is killed again and again', () => {
  let office: OfficeOfProcesses;
  let pattern: Pattern;
  /** All that were ever carried through this office. */
  const dossiers: WayfarerDossier[] = [];
  const carry = async (): Promise<WayfarerDossier> => officeWay(office, 'archived', { individuals: 2, collectives: 1 });

  beforeAll(async () => {
    office = await openOfficeOfProcesses();
    const undisturbed = await carry();
    pattern = await patternOf(office, undisturbed);
    dossiers.push(undisturbed);
  }, TEST_TAKES_AT_MOST_MS);
  afterAll(() => office.close());

  /** Resolves in the middle of the role's work: where a kill hurts. */
  const inTheMiddle: Record<OfficeRole, (dice: Dice) => Promise<void>> = {
    // At any moment, or over a command that it has obeyed and not yet answered.
    async api(dice) {
      const goal = office.answered() + 1 + dice(15);
      await eventually('requests were answered', () => office.answered() >= goal, 30_000);
      if (dice(2) === 0) return sleep(dice(20));
      const lost = office.lostAnswers();
      office.loseAnswers();
      await eventually('a command was obeyed', () => office.lostAnswers() > lost, 30_000);
    },
    // Several decisions wait for a worker that was dead for a second: it dies again between the first and the last of them.
    async worker(dice) {
      const before = await count(`select count(*) from es.events where type = 'DecisionReceived'`);
      const goal = before + 1 + dice(2);
      const reactions = `select count(*) from es.events where type = 'DecisionReceived'`;
      await eventually('the worker reacted', async () => (await count(reactions)) >= goal, 30_000);
    },
    // While it works, or while it still waits for the lease of the one that was killed before it.
    async projector(dice) {
      const checkpoints = 'select coalesce(sum(ordinal), 0) from read.checkpoint';
      const goal = (await count(checkpoints)) + (dice(3) === 0 ? 0 : 1 + dice(20));
      await eventually('the read models moved', async () => (await count(checkpoints)) >= goal, 30_000);
    },
  };

  const count = async (question: string): Promise<number> => {
    const { rows } = await office.foundation.database.query<Record<string, string>>(question);
    return Number(Object.values(rows[0] ?? {})[0]);
  };

  async function kill(role: OfficeRole, dice: Dice, goOn: () => boolean): Promise<void> {
    for (let kills = 0; kills < KILLS[role] && goOn(); kills++) {
      await inTheMiddle[role](dice);
      await office.killAndRestart(role);
    }
  }

  it.each([
    ['api', 1],
    ['worker', 2],
    ['projector', 3],
  ] as const)(
    'does everything once when it is the %s',
    async (role, seed) => {
      const over = { killing: false, driving: false };
      const killer = kill(role, diceOf(seed), () => !over.driving).finally(() => (over.killing = true));
      const drive = async (): Promise<void> => {
        do dossiers.push(await carry());
        while (!over.killing);
      };
      const driving = Promise.all(Array.from({ length: DRIVERS }, drive)).finally(() => (over.driving = true));
      // Also where somebody has failed, no killer stays for the next test.
      await Promise.allSettled([killer, driving]);
      await Promise.all([killer, driving]);

      await expectEverythingOnce(office, dossiers, pattern);
      await expectViewsOfTheLog(office, dossiers);
      if (role === 'api') expect(office.lostAnswers()).toBeGreaterThan(0);
    },
    TEST_TAKES_AT_MOST_MS,
  );

  it('writes nobody’s name anywhere meanwhile', () => {
    expect(office.wrote()).toContain('"ready"');
    expect(office.wrote()).not.toMatch(/Người Được|Tổ chuyên môn|Đặng Văn|Đủ tiêu chuẩn/);
  });
});
