import { randomBytes } from 'node:crypto';
import { addWorkingDays, checkCovered, isWorkingDay, type WorkingCalendar } from '#libs/domain/calendar';
import { type Clock, type LocalDate, endOf, instantAt, localDateOf, refuse } from '#libs/domain/kernel';
import { ProjectionProgress } from '#libs/engine/projections';
import { Organization, WorkingCalendars } from '#libs/service/commands';
import { CLOCK } from '#libs/service/foundation';
import { PeopleTeller } from '#libs/service/reading';
import {
  deadlinesProjection,
  dossierListProjection,
  type ScreeningAsked,
  type ScreeningQuestion,
  screeningQuestions,
  ScreeningQuery,
  timelineProjection,
} from '#libs/service/read-models';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { pageOf, paging, upTo, wholeNumber } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { type ScreeningList, screeningList, type ScreeningPage, screeningPage } from './screening.answers.js';
import { screeningWords } from './screening-words.js';

const DEFAULT_DAYS = 5;

/** Of `overdue`: working days. */
const days = wholeNumber().pipe(z.int().max(250)).optional();

const listQuery = z.strictObject({ days, minPosition: paging.minPosition });

const askQuery = z.strictObject({
  days,
  /** Of `sample`; without it, one is made and told. */
  seed: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .optional(),
  ...paging,
});

const behind = [timelineProjection, deadlinesProjection, dossierListProjection];

/** Sàng lọc: prepared questions by which auditors find cases worth a look. */
@Controller('api/v1/screening')
export class ScreeningController {
  constructor(
    private readonly screening: ScreeningQuery,
    private readonly progress: ProjectionProgress,
    private readonly calendars: WorkingCalendars,
    private readonly organization: Organization,
    private readonly people: PeopleTeller,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Each question with how many cases it finds. */
  @Get()
  @Route({
    id: 'listScreeningQuestions',
    summary: { vi: 'Các câu hỏi sàng lọc', en: 'The screening questions' },
    access: 'log:read',
    query: listQuery,
    answer: screeningList,
  })
  async questions(@Query() query: unknown): Promise<ScreeningList> {
    const { days = DEFAULT_DAYS, minPosition } = orRefuse(parse(listQuery, query));
    const asOf = orRefuse(await upTo(this.progress, behind, minPosition));
    const items = await Promise.all(
      screeningQuestions.map(async (question) => {
        const { name, how, takes } = screeningWords[question];
        const found = await this.screening.count(await this.asked(question, days, ''));
        return { question, name: { ...name }, how: { ...how }, takes: [...takes], found };
      }),
    );
    return { items, days, ...asOf };
  }

  /** What a question finds, page by page. */
  @Get(':question')
  @Route({
    id: 'screenDossiers',
    summary: { vi: 'Sàng lọc hồ sơ', en: 'Screen dossiers' },
    access: 'log:read',
    query: askQuery,
    answer: screeningPage,
  })
  async ask(@Param('question') text: string, @Query() query: unknown): Promise<ScreeningPage> {
    const question = screeningQuestions.find((each) => each === text);
    if (!question) return orRefuse(refuse('NOT_FOUND', { params: { what: text.slice(0, 80) } }));
    const { days = DEFAULT_DAYS, seed, minPosition, ...page } = orRefuse(parse(askQuery, query));
    const asOf = orRefuse(await upTo(this.progress, behind, minPosition));
    const thrown = seed ?? randomBytes(6).toString('hex');
    const asked = await this.asked(question, days, thrown);
    const [answer, found] = await Promise.all([this.screening.page(asked, pageOf(page)), this.screening.count(asked)]);
    const { items, next } = orRefuse(answer);
    const told = await this.people.tell(items.map(({ actorId, actorPositionId }) => [actorId, actorPositionId]));
    const more = { ...(question === 'overdue' ? { days } : {}), ...(question === 'sample' ? { seed: thrown } : {}) };
    return {
      items: items.map(({ actorId: _actor, actorPositionId: _position, ...item }, at) => ({
        ...item,
        by: told[at] ?? null,
      })),
      next,
      question,
      found,
      ...more,
      ...asOf,
    };
  }

  private async asked(question: ScreeningQuestion, days: number, seed: string): Promise<ScreeningAsked> {
    if (question === 'sample') return { question, seed };
    if (question === 'without-assignment') return { question, lookers: await this.lookers() };
    if (question !== 'overdue' && question !== 'outside-working-hours') return { question };
    const calendar = await this.calendars.office();
    const today = localDateOf(this.clock.now());
    if (question === 'overdue')
      return { question, dueBefore: instantAt(addWorkingDays(calendar, today, -days), '00:00') };
    return { question, workingDays: workingDaysOf(calendar, today), ends: calendar.workingDay.ends };
  }

  /** The positions of auditors. */
  private async lookers(): Promise<readonly string[]> {
    const { units } = await this.organization.read();
    return [...units.values()].flatMap(({ positions }) =>
      [...positions].flatMap(([id, { roles }]) => (roles.includes('auditor') ? [id] : [])),
    );
  }
}

/** All days on which the office worked or works, in the years that the calendar can answer for, until the end of this one. */
function workingDaysOf(calendar: WorkingCalendar, today: LocalDate): readonly LocalDate[] {
  const years = calendar.days.map(({ year }) => year).filter((year) => String(year) <= today.slice(0, 4));
  return years.flatMap((year) => {
    const days: LocalDate[] = [];
    const last = `${year}-12-31`;
    if (!checkCovered(calendar, `${year}-01-01`, last).ok) return [];
    for (let day = `${year}-01-01`; day <= last; day = localDateOf(endOf(day)))
      if (isWorkingDay(calendar, day)) days.push(day);
    return days;
  });
}
