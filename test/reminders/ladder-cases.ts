import type { TimeLimit } from '#libs/domain/calendar';
import { eventually } from '#libs/platform/testing';
import { defaultLadder, notificationLaw } from '../support/law-files.js';
import { moment } from '../support/dossier-desk.js';
import { casesAsking, named } from '../support/rule-cases.js';
import { receiveAt } from './receive-dossier.js';
import { type ReminderOffice, SetClock } from './reminder-office.js';

interface Ladder {
  readonly start: string;
  readonly limit: TimeLimit;
}

interface LadderTold {
  readonly due: string;
  readonly rungs: Readonly<Record<string, string>>;
  readonly rungCount: number;
}

/** A rung that only stands in the morning's summary is rung with it: at the summary's time of the day for which it is planned. */
function rungAt(rung: string, planned: string): string {
  const channels = defaultLadder.find((each) => each.rung === rung)?.channel ?? [];
  const summary = notificationLaw.digest.at;
  return channels.every((channel) => channel === 'digest') ? planned.replace(/T\d\d:\d\d/, `T${summary}`) : planned;
}

/** When a deadline of D1 ends, as its last fact has it. */
async function dueAtOf(office: ReminderOffice, deadlineId: string): Promise<unknown> {
  let dueAt: unknown;
  for await (const { data } of office.events.readStream('dossier-D1'))
    if (data['deadlineId'] === deadlineId && 'dueAt' in data) dueAt = data['dueAt'];
  return dueAt;
}

/** The cases of the ladder (R52), rung by a worker on the queue of an office: each at its moment, and none a second before. */
export function rungsOfTheCases(office: () => ReminderOffice): void {
  it.each(named(casesAsking<Ladder, LadderTold>('ladder')))('%s', async (_name, { data, then }) => {
    const { due = '', rungs = {}, rungCount = 0 } = then.value ?? {};
    await receiveAt(office(), 'D1', data.start, data.limit);
    expect(await dueAtOf(office(), 'appraise-1')).toBe(moment(due));
    const clock = new SetClock(data.start);
    const worker = office().worker(clock);
    await worker.start();
    await worker.caughtUp();
    const rang = async () =>
      (await office().rungs('D1'))
        .filter(({ deadline_id, state }) => deadline_id === 'appraise-1' && state === 'rung')
        .map(({ rung }) => rung);
    const moments = Object.entries(rungs);
    for (const [index, [rung, planned]] of moments.entries()) {
      const at = rungAt(rung, planned);
      clock.travelTo(new Date(Date.parse(at) - 1_000).toISOString());
      await worker.sweepOnce();
      expect(await rang()).toEqual(moments.slice(0, index).map(([before]) => before));
      clock.travelTo(at);
      await eventually(`${rung} has rung`, async () => (await rang()).length > index, 30_000);
    }
    expect(await rang()).toEqual(moments.map(([rung]) => rung));
    expect(moments).toHaveLength(rungCount);
    const all = (await office().rungs('D1')).filter(({ deadline_id }) => deadline_id === 'appraise-1');
    expect(all.filter(({ state }) => state !== 'rung' && state !== 'planned')).toEqual([]);
  });
}
