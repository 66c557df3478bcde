import type { TimeLimit } from '#libs/domain/calendar';
import { windowOf } from '#libs/domain/dossier';
import { actRule, type Procedure } from '#libs/domain/procedure';
import { DrivenDossier } from '../driven-dossier.js';
import { changed, lawAlways, versionOf } from '../law-of-cases.js';
import { instant, person, RuleOffice } from '../rule-office.js';
import { expectAnswer, refusalOf, type Runners, runs } from '../runner.js';
import { laterThan } from './clock.runners.js';

/** An award whose list hangs out at the province and of whose nominees other bodies are asked at the ministry. */
const ORDER = 'HCLD3';

const isNotice = (procedure: Procedure, name: string): boolean => procedure.steps[name]?.kind === 'notice';

const isCleared = (procedure: Procedure, name: string): boolean =>
  actRule(procedure, name, 'complete-step')?.outcomes?.['cleared'] !== undefined;

const daysBefore = (text: string, days: number): string =>
  new Date(Date.parse(instant(text)) - days * 86_400_000).toISOString();

const begun = (procedure: Procedure, at: string): Promise<DrivenDossier> => {
  const office = new RuleOffice({ law: lawAlways(procedure) }).at(daysBefore(at, 30));
  return DrivenDossier.begin(office, 'D1', procedure);
};

/** The list was put up at the moment; the dossier lies there. */
async function posted(procedure: Procedure, at: string): Promise<DrivenDossier> {
  const dossier = await begun(procedure, at);
  await dossier.until((name) => isNotice(procedure, name));
  dossier.office.at(at);
  await dossier.stay('open-notice');
  return dossier;
}

/** Where its notice hangs out. */
const noticeOf = async (dossier: DrivenDossier): Promise<string> =>
  (await dossier.state()).places.find((place) => isNotice(dossier.procedure, place)) ?? '';

/** The notice is left by an outcome, and the council answers; the first refusal on the way. */
async function session(dossier: DrivenDossier, outcome: string, at: string) {
  dossier.office.at(at);
  const data = { step: await noticeOf(dossier), outcome, reason: 'Đã xem xét' };
  const left = await dossier.tried({ type: 'complete-step', data });
  if (!left.ok) return left;
  await dossier.until('record-council-result');
  await dossier.voteYes();
  return left;
}

interface Posting {
  readonly award: string;
  readonly postedAt: string;
  readonly limit: TimeLimit;
  readonly openAt?: string;
}

/** Opened, it hangs out for its whole time, and no council meets before it is over (R39). */
const posting = runs<Posting, { lastPostingDay: string; earliest: string }>(async ({ data, then }) => {
  const shipped = versionOf(data.award);
  const [name, clock] = Object.entries(shipped.clocks).find(([, { binding }]) => binding === 'not_before') ?? [];
  if (name === undefined || !clock) throw new Error(`${data.award} is not posted.`);
  const { value, unit, firstDayCounted } = data.limit;
  const { source, confidence } = clock.limit;
  const limit = { value, unit, firstDayCounted, source, confidence };
  const procedure = changed(shipped, { clocks: { ...shipped.clocks, [name]: { ...clock, limit } } });
  const dossier = await posted(procedure, data.postedAt);
  const state = await dossier.state();
  const [notice] = [...state.notices.values()];
  const window = notice && windowOf(state, notice);
  expect(window).toEqual({
    lastPostingDay: then.value?.lastPostingDay,
    earliest: instant(then.value?.earliest ?? ''),
  });
  const { earliest = '' } = then.value ?? {};
  expectAnswer(await session(dossier, 'clean', laterThan(earliest, -1)), { allowed: false, rule: 'R39' });
  if (data.openAt === undefined) expectAnswer(await session(dossier, 'clean', earliest), { allowed: true });
  else expectAnswer(await session(dossier, 'clean', data.openAt), then);
});

interface Opinions {
  readonly posting: readonly [from: string, to: string];
  readonly opinions: readonly {
    readonly at: string;
    readonly kind: 'comment' | 'complaint' | 'denunciation';
    readonly substantiated: boolean;
    readonly resolved: boolean;
  }[];
}

const DAY = /(\d\d)\/(\d\d)\/(\d{4})/;

/** Each is a fact; one with evidence that is not settled suspends (R40, R18). */
const opinions = runs<Opinions, { opinionEvents: number; suspended: boolean }>(async ({ data, then, when }) => {
  const [from, to] = data.posting;
  const dossier = await posted(versionOf(ORDER), `${from}T08:00:00+07:00`);
  for (const [index, { at, kind, substantiated, resolved }] of data.opinions.entries()) {
    dossier.office.at(at);
    const letter = { number: `${index + 1}/Đ`, date: at.slice(0, 10) };
    await dossier.do({ type: 'record-objection', data: { kind, text: 'Nội dung', letter, substantiated } });
    if (!resolved) continue;
    const settled = { objectionId: `K${index + 1}`, outcome: 'unfounded' as const, reason: 'Đã xác minh' };
    await dossier.do({ type: 'resolve-objection', data: settled });
    if ((await dossier.state()).suspended) await dossier.do({ type: 'resume', data: { reason: 'Đã rõ' } });
  }
  const recorded = (await dossier.office.facts('dossier-D1')).filter(({ type }) => type === 'ObjectionRecorded');
  expect({ opinionEvents: recorded.length, suspended: (await dossier.state()).suspended }).toEqual(then.value);
  const [, day, month, year] = DAY.exec(when) ?? ['', ...to.split('-').toReversed()];
  const on = `${year}-${month}-${day}T09:00:00+07:00`;
  if (data.opinions.length === 0) return expectAnswer(await session(dossier, 'clean', on), then);
  dossier.office.at(on);
  const objections = { step: await noticeOf(dossier), outcome: 'objections' };
  const told = await dossier.tried({ type: 'complete-step', data: objections });
  if (!told.ok) return expectAnswer(told, then);
  // Where objections are looked into, and not at what goes on beside it.
  const looking = (await dossier.state()).places.find((name) => isCleared(dossier.procedure, name)) ?? '';
  const cleared = { step: looking, outcome: 'cleared', reason: 'Đã xem xét' };
  expectAnswer(await dossier.tried({ type: 'complete-step', data: cleared }), then);
});

interface Consultation {
  readonly asked: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
  readonly submitAt: string;
}

/** Silence is no consent: who is missing is named, and only the authority can go on (R41). */
const consult = runs<Consultation, { missing: readonly string[]; action: string }>(async ({ data, then }) => {
  const { asked, answers, submitAt } = data;
  const inOrder = Object.entries(answers).toSorted(([, one], [, other]) => (instant(one) < instant(other) ? -1 : 1));
  const first = inOrder[0]?.[1] ?? submitAt;
  const dossier = await begun(versionOf(ORDER), daysBefore(first, 60));
  await dossier.until((name) => name === 'consult.moha');
  dossier.office.at(daysBefore(first, 1));
  await dossier.ask(asked);
  const bodyOf = async (body: string) =>
    [...(await dossier.state()).opinions.values()].find(
      (each) => each.body.name === body && each.at === 'consult.moha',
    );
  for (const [body, at] of inOrder) {
    dossier.office.at(at);
    const opinionId = (await bodyOf(body))?.opinionId ?? '';
    await dossier.do({ type: 'record-opinion', data: { opinionId, answer: 'agrees' } });
  }
  dossier.office.at(submitAt);
  const outcome = { step: 'consult.moha', outcome: 'all_answered' };
  const answer = await dossier.tried({ type: 'complete-step', data: outcome });
  expectAnswer(answer, then);
  if (answer.ok) return;
  const { opinions: all } = await dossier.state();
  const missing = refusalOf(answer).params?.['missing'] as readonly string[];
  expect(missing.map((id) => all.get(id)?.body.name)).toEqual(then.value?.missing);
  const proceed = { step: 'consult.moha', outcome: 'proceed_unanswered', reason: 'Đã đôn đốc' };
  const by = await dossier.actor('complete-step', 'proceed_unanswered');
  expect((await dossier.tried({ type: 'complete-step', data: proceed }, person('officer', by.unitId))).ok).toBe(false);
  const escalated = await dossier.tried({ type: 'complete-step', data: proceed }, by);
  expect(escalated.ok ? 'escalate' : 'none').toBe(then.value?.action);
});

export const consultationRunners: Runners = { posting, opinions, consult };
