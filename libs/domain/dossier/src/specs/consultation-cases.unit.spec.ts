import { windowOf } from '#libs/domain/dossier';
import type { Procedure } from '#libs/domain/procedure';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { type Desk, moment, people } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter } from '../../../../../test/support/dossier-spec.js';
import { catalogue, procedureNamed } from '../../../../../test/support/procedures.js';
import { casesOf } from '../../../../../test/support/rule-cases.js';

interface Limit {
  readonly value: number;
  readonly unit: 'working_day' | 'calendar_day' | 'half_day';
  readonly firstDayCounted: boolean;
}

const fixture = procedureNamed('HYCK@TEST.1');

/** The fixture with the limit of a case for one of its clocks. */
function withLimit(clock: string, limit: Limit): { readonly procedures: readonly Procedure[] } {
  const rule = fixture.clocks[clock];
  if (!rule) throw new Error(`The fixture has no clock ${clock}.`);
  const changed = { ...rule, limit: { ...limit, source: 'case', confidence: 'verified' as const } };
  return { procedures: [{ ...fixture, clocks: { ...fixture.clocks, [clock]: changed } }] };
}

const earlyOn = (day: string) => `${day.slice(0, 10)}T05:00:00+07:00`;
const preparing = (day: string) => paths.appraised({ procedure: 'HYCK', begunOn: earlyOn(day) });
const dayBefore = (instant: string) => new Date(Date.parse(instant) - 86_400_000).toISOString();
const refusalOf = (answer: ReturnType<Desk['ask']>) => (answer.ok ? undefined : answer.error);

interface Posting {
  readonly postedAt: string;
  readonly limit: Limit;
  readonly openAt?: string;
}

describe('R39, by the worked cases', () => {
  it.each([...casesOf<Posting, { lastPostingDay: string; earliest: string }>('R39', 'posting')])(
    '$id: $title',
    ({ data, then }) => {
      const { postedAt, limit, openAt } = data;
      const desk = deskAfter([preparing(postedAt), acts.openNotice({ at: postedAt })], withLimit('posting', limit));
      const [notice] = [...(desk.state?.notices.values() ?? [])];
      const window = desk.state && notice && windowOf(desk.state, notice);
      expect(window).toEqual({
        lastPostingDay: then.value?.lastPostingDay,
        earliest: moment(then.value?.earliest ?? ''),
      });
      if (openAt === undefined) return;
      expect(desk.take(acts.completeStep({ outcome: 'none_asked' })).ok).toBe(true);
      const over = desk.take(acts.completeStep({ outcome: 'clean', at: openAt }));
      const heldOn = moment(openAt).slice(0, 10);
      const met = over.ok ? desk.take(acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } }, { heldOn })) : over;
      expect([met.ok, refusalOf(met)?.rule]).toEqual([then.allowed, then.rule]);
    },
  );
});

interface Opinions {
  readonly posting: readonly [string, string];
  readonly opinions: readonly {
    readonly at: string;
    readonly kind: 'comment' | 'complaint' | 'denunciation';
    readonly substantiated: boolean;
    readonly resolved: boolean;
  }[];
}

describe('R40, by the worked cases', () => {
  it.each([...casesOf<Opinions, { opinionEvents: number; suspended: boolean }>('R40', 'opinions')])(
    '$id: $title',
    ({ data, then, when }) => {
      const [from, to] = data.posting;
      const desk = deskAfter([
        preparing(from),
        acts.openNotice({ at: from }),
        acts.completeStep({ outcome: 'none_asked' }),
      ]);
      for (const [index, { at, kind, substantiated, resolved }] of data.opinions.entries()) {
        const letter = { number: `${index + 1}/Đ`, date: at.slice(0, 10) };
        expect(desk.take(acts.recordObjection({ at, kind, substantiated, letter })).ok).toBe(true);
        if (!resolved) continue;
        expect(desk.take(acts.resolveObjection({ objectionId: `K${index + 1}` })).ok).toBe(true);
        if (desk.state?.suspended) expect(desk.take(acts.resume()).ok).toBe(true);
      }
      expect({
        opinionEvents: desk.facts.filter(({ type }) => type === 'ObjectionRecorded').length,
        suspended: desk.state?.suspended,
      }).toEqual(then.value);
      const [day = '', month = '', year = ''] =
        /(\d\d)\/(\d\d)\/(\d{4})/.exec(when)?.slice(1) ?? to.split('-').toReversed();
      const session = `${year}-${month}-${day}`;
      const outcome = data.opinions.length === 0 ? 'clean' : 'cleared';
      const over = desk.take(acts.completeStep({ outcome, reason: 'Đã xem xét', at: session }));
      const met = over.ok
        ? desk.take(acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } }, { heldOn: session }))
        : over;
      expect([met.ok, refusalOf(met)?.rule]).toEqual([then.allowed, then.rule]);
    },
  );
});

interface Consultation {
  readonly asked: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
  readonly submitAt?: string;
  readonly limit?: Limit;
  readonly start?: string;
}

/** The bodies of a case were asked the day before the first of them answered; their answers came when the case says. */
function consulted({ asked, answers, submitAt, start }: Consultation, setting?: Parameters<typeof deskAfter>[1]): Desk {
  const first = [...Object.values(answers), submitAt ?? start ?? ''].toSorted()[0] ?? '';
  const before = dayBefore(first);
  const desk = deskAfter(
    [preparing(before), acts.askOpinion({ bodies: asked.map((name) => ({ name })), at: before })],
    setting,
  );
  const inOrder = Object.entries(answers).toSorted(([, one], [, other]) => (moment(one) < moment(other) ? -1 : 1));
  for (const [body, at] of inOrder) {
    const opinion = [...(desk.state?.opinions.values() ?? [])].find((each) => each.body.name === body);
    expect(desk.take(acts.recordOpinion({ opinionId: opinion?.opinionId ?? '', at })).ok).toBe(true);
  }
  return desk;
}

describe('R41, by the worked cases', () => {
  it.each([...casesOf<Consultation, { due: string }>('R41', 'deadline')])('$id: $title', ({ data, then }) => {
    if (!data.limit) throw new Error('A limit is given.');
    const desk = consulted(data, withLimit('submit', data.limit));
    const clock = [...(desk.state?.deadlines.values() ?? [])].find(({ terms }) => terms.clock === 'submit');
    expect(clock?.terms.dueAt).toBe(moment(then.value?.due ?? ''));
  });

  it.each([...casesOf<Consultation, { missing: readonly string[]; action: string }>('R41', 'consult')])(
    '$id: $title',
    ({ data, then }) => {
      const desk = consulted(data);
      const at = data.submitAt ?? '';
      const asked = desk.ask(acts.completeStep({ outcome: 'answered', at }));
      expect([asked.ok, refusalOf(asked)?.rule]).toEqual([then.allowed, then.rule]);
      if (then.allowed) return;
      const missing = refusalOf(asked)?.params?.['missing'] as readonly string[];
      expect(missing.map((id) => desk.state?.opinions.get(id)?.body.name)).toEqual(then.value?.missing);
      // To escalate is all that is left: the officer cannot go on, the authority can, and says why.
      const proceed = { outcome: 'proceed', at, reason: 'Đã đôn đốc nhiều lần' };
      expect(refusalOf(desk.ask(acts.completeStep(proceed)))?.code).toBe('POSITION_NOT_ALLOWED');
      const escalated = desk.ask(acts.completeStep({ ...proceed, by: people.authority })).ok;
      expect(escalated ? 'escalate' : 'none').toBe(then.value?.action);
    },
  );

  it('the ministry submits within so many days of the last answer, by every procedure that asks there', () => {
    const asking = catalogue.filter(({ steps }) => steps['consult.moha']);
    expect(asking.length).toBeGreaterThan(20);
    for (const { clocks } of asking) {
      expect(clocks['submit-after-opinions']?.limit).toMatchObject({ value: 10, unit: 'working_day' });
      expect(clocks['reply-moha']).toMatchObject({ each: 'opinion', metBy: [{ act: 'record-opinion' }] });
    }
  });
});

interface Copies {
  readonly start: string;
  readonly limit: Limit;
}

describe('R47, by the worked cases', () => {
  it.each([...casesOf<Copies, { due: string }>('R47', 'deadline')])('$id: $title', ({ data, then }) => {
    const { start, limit } = data;
    const decided = paths.toBeCopied();
    const desk = deskAfter([decided.slice(0, -1)], withLimit('copies', limit));
    expect(desk.take({ ...acts.receiveDecision(['N1', 'N2']), at: start }).ok).toBe(true);
    const clock = [...(desk.state?.deadlines.values() ?? [])].find(({ terms }) => terms.clock === 'copies');
    expect(clock?.terms.dueAt).toBe(moment(then.value?.due ?? ''));
  });

  it('state awards say ten working days down and ten more to the recipient; elsewhere the figure is unknown and shown as such', () => {
    const now = catalogue.filter(
      ({ regime, receivable, clocks }) => regime === 'R2025' && receivable && clocks['notify'],
    );
    expect(now.length).toBeGreaterThan(20);
    for (const { clocks } of now) {
      const state = clocks['notify-moha'];
      expect(clocks['notify']?.limit).toMatchObject({ value: state ? 10 : 'unknown' });
      if (state) expect(state.limit).toMatchObject({ value: 10, unit: 'working_day' });
    }
  });
});
