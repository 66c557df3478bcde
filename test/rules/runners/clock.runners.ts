import type { TimeLimit } from '#libs/domain/calendar';
import type { Act } from '#libs/domain/procedure';
import { DrivenDossier } from '../driven-dossier.js';
import { lawAlways, versionOf } from '../law-of-cases.js';
import { instant, person, requestOf, RuleOffice, system } from '../rule-office.js';
import { expectAnswer, must, type Runner, type Runners, runs } from '../runner.js';
import { before } from './intake.runners.js';
import { drivenTo, type Started, startedAt } from './started-clock.js';

export const laterThan = (text: string, minutes: number): string =>
  new Date(Date.parse(instant(text)) + minutes * 60_000).toISOString();

interface Deadline {
  readonly deadline?: string;
  readonly start: string;
  readonly limit: TimeLimit;
  readonly pauses?: readonly { readonly from: string; readonly to: string }[];
  readonly onSupplement?: 'pause' | 'restart' | 'run_on';
  readonly restartAt?: string;
  readonly firstUploadAt?: string;
  readonly submittedAt?: string;
  readonly flag?: string;
  readonly remainingWorkingDaysAtPause?: number;
  readonly returnedAt?: string;
  readonly reason?: string;
  readonly halfDaysOff?: readonly { readonly date: string; readonly part: 'am' | 'pm' }[];
}

const letterOf = (text: string) => ({ number: '1/CV', date: text.slice(0, 10) });

interface Pause {
  readonly from: string;
  readonly to: string;
}

/** A case of one day writes the answer before the question. */
const endOfPause = ({ from, to }: Pause): string => instant(instant(to) < instant(from) ? laterThan(from, 60) : to);

/**
 * The clock stands still for the times of a case: for a supplement, or because something is verified, which is also how the time
 * stands still that begins while a supplement is awaited. A supplement is not taken before what is verified is clear.
 */
async function paused({ office, dossier }: Started, pauses: readonly Pause[], flag?: string): Promise<void> {
  const told = pauses.map((pause) => ({ from: instant(pause.from), to: endOfPause(pause) }));
  // What stands still already cannot be stopped again: a second ground is looked into under the same suspension.
  const times = flag === undefined ? told : united(told);
  const isWithin = (at: string) => times.find(({ from, to }) => from < at && at < to);
  const verified = times.filter(({ from }) => flag !== undefined || isWithin(from));
  const edges = [
    ...verified.flatMap(({ from, to }) => [
      { at: from, does: () => suspended(dossier, from, flag ?? 'complaint') },
      { at: to, does: () => dossier.do({ type: 'resume', data: { reason: 'Đã rõ' } }) },
    ]),
    ...times
      .filter((each) => !verified.includes(each))
      .flatMap(({ from, to }) => [
        { at: from, does: () => asked(dossier) },
        { at: isWithin(to)?.to ?? to, does: () => dossier.do({ type: 'supplement', data: {} }) },
      ]),
  ];
  for (const { at, does } of edges.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at))) {
    office.at(at);
    await does();
  }
}

/** Times that overlap, as one. */
const united = (pauses: readonly Pause[]): readonly Pause[] =>
  pauses
    .toSorted((one, other) => Date.parse(one.from) - Date.parse(other.from))
    .reduce<readonly Pause[]>((all, pause) => {
      const last = all.at(-1);
      if (!last || last.to < pause.from) return [...all, pause];
      return [...all.slice(0, -1), { from: last.from, to: pause.to > last.to ? pause.to : last.to }];
    }, []);

async function asked(dossier: DrivenDossier): Promise<void> {
  await dossier.until('request-supplement');
  await dossier.do({ type: 'request-supplement', data: { items: [{ note: 'Thiếu dấu' }], reason: 'Bổ sung' } });
}

const suspended = (dossier: DrivenDossier, from: string, flag: string): Promise<void> =>
  dossier.do({ type: 'suspend', data: { ground: groundOf(flag), reason: 'Xác minh', letter: letterOf(from) } });

/** A flag of a case in the words of the command; what the law calls a denunciation is verified as a complaint is. */
export const groundOf = (flag: string) =>
  flag === 'denunciation'
    ? 'complaint'
    : (flag as 'discipline' | 'investigation' | 'inspection' | 'complaint' | 'press');

const deadline = runs<Deadline, { due?: string | null; lastDayBeforeRoll?: string }>(async ({ data, then }) => {
  const started = await startedAt(data);
  const { office, clockOf, dossier } = started;
  if (data.pauses) await dossier.until('appraise-nominees');
  await paused(started, data.pauses ?? [], data.flag);
  if (data.restartAt !== undefined) {
    const from = new Date((Date.parse(instant(data.start)) + Date.parse(instant(data.restartAt))) / 2).toISOString();
    await dossier.until('appraise-nominees');
    await paused(started, [{ from, to: data.restartAt }]);
  }
  if (typeof then.value?.due !== 'string') {
    // Until the calendar is known nobody can say when it ends.
    const { deadlines, awaited } = await dossier.state();
    expect([deadlines.has(clockOf()), awaited.has(clockOf())]).toEqual([false, true]);
    return;
  }
  const due = instant(then.value.due);
  if (data.remainingWorkingDaysAtPause !== undefined) {
    const stopped = (await office.facts('dossier-D1')).filter(
      ({ type, data: stop }) => type === 'DeadlinePaused' && stop['deadlineId'] === clockOf(),
    );
    expect(stopped.at(-1)?.data['remainingWorkingDays']).toBe(data.remainingWorkingDaysAtPause);
  }
  const { deadline: read, explained } = await office.deadline('D1', clockOf());
  expect({ state: read?.state, dueAt: read?.terms.dueAt }).toEqual({ state: 'running', dueAt: due });
  expect(explained?.arithmetic?.dueAt).toBe(due);
  if (then.value?.lastDayBeforeRoll !== undefined) {
    const counted = explained?.arithmetic?.steps.filter(({ outcome }) => outcome === 'counted') ?? [];
    expect(counted.at(-1)?.date).toBe(then.value.lastDayBeforeRoll);
  }
  if (data.returnedAt === undefined) return;
  office.at(data.returnedAt);
  await dossier.until('return');
  expectAnswer(await dossier.tried({ type: 'return', data: { reason: data.reason ?? '' } }), then);
  const met = (await dossier.state()).deadlines.get(started.clockOf());
  expect(met).toMatchObject({ state: 'met', late: instant(data.returnedAt) > due });
});

interface NoDeadline {
  readonly submittedAt: string;
  readonly received: boolean;
}

const deadlineNone = runs<NoDeadline, { openDeadlines: readonly string[] }>(async ({ data, then }) => {
  const procedure = versionOf('BK_TINH');
  const office = new RuleOffice({ law: lawAlways(procedure) }).at(before(data.submittedAt));
  const dossier = await DrivenDossier.begin(office, 'D1', procedure);
  if (data.received) await dossier.attach();
  else await dossier.attachAllButOne();
  await dossier.until('receive', { lastAt: data.submittedAt });
  const answer = await dossier.tried({ type: 'receive', data: {} });
  expect(answer.ok).toBe(data.received);
  office.at(laterThan(data.submittedAt, 10 * 24 * 60));
  const { deadlines, awaited } = await dossier.state();
  const open = [...deadlines.values()].filter(({ state }) => state === 'running' || state === 'paused');
  expect([...open.map(({ terms }) => terms.clock), ...[...awaited.values()].map(({ clock }) => clock)]).toHaveLength(
    then.value?.openDeadlines.length ?? -1,
  );
});

interface Suspend {
  readonly flag: string;
  readonly flaggedAt: string;
  readonly command: string;
  readonly at: string;
}

/** What cases call an act otherwise than procedures do. */
const actsOfCases: Readonly<Record<string, Act>> = {
  'record-result': 'record-council-result',
  'record-minutes': 'record-council-result',
  appraise: 'appraise-nominees',
  issue: 'receive-decision',
};

const suspend = runs<Suspend, { state: string }>(async ({ data, then }) => {
  const procedure = versionOf('BK_TINH');
  const office = new RuleOffice({ law: lawAlways(procedure) }).at(before(data.flaggedAt, { hours: 48 }));
  const dossier = await DrivenDossier.begin(office, 'D1', procedure);
  const act = actsOfCases[data.command] ?? (data.command as Act);
  await dossier.until(act);
  office.at(data.flaggedAt);
  const ground = groundOf(data.flag);
  await dossier.do({ type: 'suspend', data: { ground, reason: 'Có đơn', letter: letterOf(data.flaggedAt) } });
  office.at(data.at);
  const was = await dossier.state();
  const facts = await office.facts('dossier-D1');
  // The refusal is told by its rule; the usual act of an office is tried with all that it needs.
  const trying = act === 'appraise-nominees' ? dossier.appraise() : dossier.step(was.step, act);
  await expect(trying).rejects.toThrow(` ${then.rule} `);
  const now = await dossier.state();
  expect({ state: now.suspended ? 'suspended' : 'running' }).toEqual(then.value);
  expect([now.step, now.revision]).toEqual([was.step, was.revision]);
  expect(await office.facts('dossier-D1')).toEqual(facts);
});

interface CalendarChange {
  readonly start: string;
  readonly limit: TimeLimit;
  readonly calendarChange: {
    readonly enteredAt: string;
    readonly off: readonly string[];
    readonly worked: readonly string[];
  };
  readonly deadlineState: 'open' | 'met' | 'missed';
}

interface Moved {
  readonly dueBefore: string;
  readonly due: string;
  readonly moved: boolean;
}

const calendarChange = runs<CalendarChange, Moved>(async ({ data, then }) => {
  const { enteredAt, off, worked } = data.calendarChange;
  const started = await startedAt(data);
  const { office, clockOf, dossier } = started;
  const read = async () => (await office.deadline('D1', clockOf())).deadline;
  expect((await read())?.terms.dueAt).toBe(instant(then.value?.dueBefore ?? ''));
  if (data.deadlineState === 'met') {
    office.at(before(enteredAt, { hours: 20 }));
    const meets = started.procedure.clocks[started.clock]?.metBy ?? [];
    await drivenTo(dossier, started.procedure, meets);
    expect(await read()).toMatchObject({ state: 'met', late: false });
  }
  if (data.deadlineState === 'missed') {
    const { deadlineId, version, dueAt } = (await read())?.terms ?? { deadlineId: '', version: 1, dueAt: '' };
    office.at(dueAt);
    must(await office.act('D1', system, { type: 'record-missed-deadline', data: { deadlineId, version } }));
  }
  const facts = (await office.facts('dossier-D1')).length;
  office.at(enteredAt);
  const day = (date: string, effect: 'off' | 'worked') => ({ date, kind: 'swap' as const, effect });
  const days = [...off.map((date) => day(date, 'off')), ...worked.map((date) => day(date, 'worked'))];
  for (const year of new Set(days.map(({ date }) => Number(date.slice(0, 4))))) {
    const ofYear = days.filter(({ date }) => date.startsWith(String(year)));
    const notice = { noticeId: `change-${year}`, year, days: ofYear, doubtful: [], completesYear: false };
    await office.calendar({ type: 'enter-notice', data: { ...notice, source: 'Thông báo', confidence: 'verified' } });
  }
  await office.react();
  const after = await office.facts('dossier-D1');
  const movedEvents = after.slice(facts).filter(({ type }) => type === 'DeadlineMoved');
  expect({ due: (await read())?.terms.dueAt, moved: movedEvents.length > 0 }).toEqual({
    due: instant(then.value?.due ?? ''),
    moved: then.value?.moved,
  });
});

interface Campaign {
  readonly from: string;
  readonly to: string;
  readonly at: string;
}

/** A dossier is submitted in a campaign of its body, at the moment of the case. */
const campaign: Runner = runs<Campaign>(async ({ data, then }) => {
  const procedure = versionOf('BK_TINH');
  const office = new RuleOffice({ law: lawAlways(procedure) }).at(before(data.from, { hours: 48 }));
  const dossier = await DrivenDossier.begin(office, 'D1', procedure);
  const { bodyId } = await dossier.state();
  const [from, until] = [instant(data.from), instant(data.to)];
  const names = { vi: 'Đợt thi đua', en: 'Campaign' };
  const opening = { type: 'open' as const, data: { names, from, until } };
  must(await office.campaigns.execute('C1', opening, requestOf(person('officer', bodyId))), 'the campaign');
  await dossier.until('submit');
  office.at(data.at);
  const answer = await dossier.tried({ type: 'submit', data: { campaignId: 'C1' } });
  expectAnswer(answer, then);
  const [entry] = (await office.facts('dossier-D1')).filter(({ type }) => type === 'DossierSubmitted');
  const opened = await office.campaigns.load('C1');
  const refused = answer.ok ? undefined : answer.error;
  if (refused) expect(refused).toMatchObject({ code: 'OUTSIDE_CAMPAIGN', params: { from, to: until } });
  expect({
    inside: answer.ok,
    atUtc: entry?.effectiveAt ?? refused?.params?.['at'],
    fromUtc: opened?.from,
    toUtc: opened?.until,
  }).toEqual(then.value);
});

export const clockRunners: Runners = {
  deadline,
  half: deadline,
  calendar_day: deadline,
  'deadline-none': deadlineNone,
  suspend,
  'calendar-change': calendarChange,
  campaign,
};
