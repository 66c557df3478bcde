import { randomUUID } from 'node:crypto';
import type { CalendarCommand, CalendarCommandOf } from '#libs/domain/calendar';
import type { DossierCommand } from '#libs/domain/dossier';
import { type Actor, type Clock, valueOf } from '#libs/domain/kernel';
import { InMemoryEventStore } from '#libs/engine/event-store';
import { sampleActor, systemActor } from '#libs/service/access';
import { home } from '#libs/service/foundation';
import { loadLaw } from '#libs/service/law';
import type { CommandRequest } from '../command-request.js';
import { Decisions } from '../decisions.js';
import { Dossiers } from '../dossiers.js';
import { reactions } from '../reactions.js';
import { noAwardUses } from '../eligibility/award-uses.port.js';
import { CalendarPreviews } from './calendar-preview.js';
import { CalendarWatch } from './calendar-watch.js';
import { Calendars } from './calendars.js';
import { enterLawCalendar } from './enter-law-calendar.js';
import { OpenClocks } from './open-clocks.js';
import { WorkingCalendars } from './working-calendars.js';

const law = valueOf(loadLaw(home));
const unit = sampleActor('acc-don-vi');
const officer = sampleActor('acc-tham-dinh');

let now: string;
const clock: Clock = { now: () => now };
let store: InMemoryEventStore;
let calendars: WorkingCalendars;
let commands: Calendars;
let dossiers: Dossiers;

const request = (actor: Actor = systemActor): CommandRequest => {
  const commandId = randomUUID();
  return { actor, commandId, fingerprint: 'same', correlationId: commandId };
};

async function received(id: string, by = dossiers): Promise<void> {
  const attach = (document: string): DossierCommand => ({ type: 'attach-document', data: { document } });
  const nominees = [{ kind: 'collective' as const, name: 'Tập thể Một', unit: 'Sở Mẫu' }];
  const way: readonly (readonly [Actor, DossierCommand])[] = [
    [unit, { type: 'draft', data: { procedure: 'BK_TINH', kind: 'cong_trang', title: 'Đợt 1', bodyId: 'ubnd-tinh' } }],
    [unit, { type: 'add-nominees', data: { nominees } }],
    ...['TT', 'DS', 'BC_CT_TT', 'BB'].map((document) => [unit, attach(document)] as const),
    [unit, { type: 'submit', data: {} }],
    [officer, { type: 'receive', data: {} }],
  ];
  for (const [actor, command] of way) valueOf(await by.execute(id, command, request(actor)));
}

const off = (noticeId: string, ...dates: string[]): CalendarCommand => ({
  type: 'enter-notice',
  data: {
    noticeId,
    year: Number(dates[0]?.slice(0, 4)),
    days: dates.map((date) => ({ date, kind: 'decision', effect: 'off' })),
    doubtful: [],
    source: 'Công điện',
    confidence: 'verified',
    completesYear: true,
  },
});
const enter = async (command: CalendarCommand) => valueOf(await commands.execute('VN', command, request()));

/** Runs every reaction over the log from a place on, as a follower would. */
async function react(after = 'start'): Promise<string[]> {
  const refused: string[] = [];
  const all = reactions(dossiers, new Decisions(store, dossiers, law, clock), noAwardUses, {
    calendars,
    clocks: new OpenClocks(store),
  });
  const { events } = await store.readAll({ after, limit: 1_000 });
  for (const event of events) {
    for (const reaction of all) {
      if (reaction.type !== event.type || !event.stream.startsWith(reaction.streamPrefix)) continue;
      refused.push(...(await reaction.react(event)).map(({ refusal }) => refusal.code));
    }
  }
  return refused;
}

const appraise = async (id: string) => {
  const dossier = await dossiers.load(id);
  return dossier?.deadlines.get('appraise-1')?.terms ?? dossier?.awaited.get('appraise-1');
};

beforeEach(async () => {
  now = '2026-08-21T02:00:00.000Z';
  store = new InMemoryEventStore();
  calendars = new WorkingCalendars(store, law);
  commands = new Calendars(store, clock);
  dossiers = new Dossiers(store, law, clock, { calendars });
  valueOf(await enterLawCalendar(store, clock, law));
});

describe('a change of the calendar', () => {
  it('moves the open clocks of every dossier, as the preview said, and a second time nothing (R50)', async () => {
    await received('d1');
    await received('d2');
    const storm = off('storm', '2026-09-08');
    const previews = new CalendarPreviews({ calendars, clocks: new OpenClocks(store), dossiers, clock });
    const preview = valueOf(await previews.of('VN', storm, systemActor));
    expect(preview).toMatchObject({ dossiers: 2, looked: 2 });
    const head = await store.head();
    expect((await calendars.state('VN'))?.notices.has('storm')).toBe(false);

    await enter(storm);
    expect(await react()).toEqual([]);
    for (const { dossierId, deadlineId, from, dueAt } of preview.changes) {
      const terms = (await dossiers.load(dossierId))?.deadlines.get(deadlineId)?.terms;
      expect(terms).toMatchObject({ dueAt, version: 2, calendar: { version: (await calendars.office()).version } });
      expect(from !== undefined && from < dueAt).toBe(true);
    }
    const moved = (await store.readAll({ after: head, limit: 100 })).events.filter(
      ({ type }) => type === 'DeadlineMoved',
    );
    expect(moved).toHaveLength(preview.changes.length);
    const after = await store.head();
    expect(await react()).toEqual([]);
    expect(await store.head()).toBe(after);
  });

  it('catches up a clock that somebody set by the older version at the same moment', async () => {
    const older = await calendars.office();
    const late = new Dossiers(store, law, clock, { calendars: { office: async () => older } });
    await enter(off('storm', '2026-09-08'));
    // The first reaction finds nothing yet: the dossier comes after it.
    expect(await react()).toEqual([]);
    const reacted = await store.head();
    await received('d1', late);
    const before = await appraise('d1');
    expect(before?.calendar.version).toBe(older.version);
    expect(await react(reacted)).toEqual([]);
    const after = await appraise('d1');
    expect(after?.calendar.version).toBe((await calendars.office()).version);
    expect([before, after].map((terms) => terms && 'dueAt' in terms && terms.dueAt)).toEqual([
      '2026-09-22T10:00:00.000Z',
      '2026-09-23T10:00:00.000Z',
    ]);
  });

  it('sets the clocks that waited for Tết as soon as it is entered, though another notice of the year is awaited', async () => {
    now = '2027-01-08T02:00:00.000Z';
    await received('d1');
    expect(await appraise('d1')).toMatchObject({ missingYear: 2027, awaiting: { from: '2027-01-30' } });
    const tet = off(
      'tet',
      '2027-02-04',
      '2027-02-05',
      '2027-02-08',
      '2027-02-09',
      '2027-02-10',
    ) as CalendarCommandOf<'enter-notice'>;
    const left = law.calendar.days.find(({ year }) => year === 2027)?.awaiting?.slice(1) ?? [];
    await enter({ ...tet, data: { ...tet.data, completesYear: false, awaiting: [...left] } });
    expect(await react()).toEqual([]);
    expect(await appraise('d1')).toMatchObject({ dueAt: '2027-02-12T10:00:00.000Z' });
    expect((await calendars.state('VN'))?.completeYears.has(2027)).toBe(false);
  });

  it('is forgotten when the notice is withdrawn: the clocks move back', async () => {
    await received('d1');
    const first = await appraise('d1');
    await enter(off('storm', '2026-09-08'));
    await react();
    await enter({ type: 'withdraw-notice', data: { noticeId: 'storm', reason: 'Bão tan', reopensYear: false } });
    await react();
    const now = await appraise('d1');
    expect([now?.version, now && 'dueAt' in now && now.dueAt]).toEqual([3, first && 'dueAt' in first && first.dueAt]);
  });

  it('is refused in the preview as it would be refused', async () => {
    const previews = new CalendarPreviews({ calendars, clocks: new OpenClocks(store), dossiers, clock });
    expect(await previews.of('VN', off('x', '2026-09-02'), systemActor)).toMatchObject({
      error: { code: 'CALENDAR_MALFORMED' },
    });
    expect(await previews.of('VN', off('x', '2026-09-03'), officer)).toMatchObject({
      error: { code: 'POSITION_NOT_ALLOWED' },
    });
    expect(await previews.of('XX', off('x', '2026-09-03'), systemActor)).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });
});

describe('the calendar of the log', () => {
  it('is entered once: a second start changes nothing, whatever the file says then', async () => {
    await enter(off('storm', '2026-09-08'));
    const head = await store.head();
    valueOf(await enterLawCalendar(store, clock, law));
    expect(await store.head()).toBe(head);
  });

  it('is read up to date by everybody, in each version it ever had', async () => {
    const other = new WorkingCalendars(store, law);
    const before = await other.office();
    await enter(off('storm', '2026-09-08'));
    const after = await other.office();
    expect(Number(after.version)).toBe(Number(before.version) + 1);
    expect(await other.at('VN', before.version)).toBe(before);
    expect((await new WorkingCalendars(store, law).at('VN', before.version))?.days).toEqual(before.days);
    expect(other.known('VN')).toBe(after);
    expect(await other.at('VN', '999')).toBeUndefined();
    expect(await other.of('XX')).toBeUndefined();
  });

  it('is the law’s file while the log holds none', async () => {
    const empty = new WorkingCalendars(new InMemoryEventStore(), law);
    expect(await empty.office()).toBe(law.calendar);
    expect(await empty.at('VN', law.calendar.version)).toBe(law.calendar);
  });

  it('has a missing year noted from 1 October on, once', async () => {
    const watch = new CalendarWatch(calendars, commands, law, clock);
    const noted = async () =>
      (await store.readAll({ after: 'start', limit: 100 })).events.filter(({ type }) => type === 'CalendarYearMissing');
    now = '2026-09-30T16:59:00.000Z';
    expect(await watch.lookOnce()).toEqual([]);
    now = '2026-09-30T17:00:00.000Z';
    expect(await watch.lookOnce()).toEqual([2027]);
    await watch.lookOnce();
    expect(await noted()).toMatchObject([{ data: { year: 2027, on: '2026-10-01' } }]);
  });
});
