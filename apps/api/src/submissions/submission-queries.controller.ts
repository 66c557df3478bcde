import { errorCatalogue, type ErrorCode, refuse } from '#libs/domain/kernel';
import { type LeftBehind, type SubmissionState, submissionStages } from '#libs/domain/submission';
import { EventStore } from '#libs/engine/event-store';
import { covers, type ReadScope, readScopeOf, sightOfSubmission } from '#libs/service/access';
import { Dossiers, Organization, submissionStream, Submissions } from '#libs/service/commands';
import { LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import {
  type CommandTold,
  factsOfStream,
  namesInDossier,
  type NamesIn,
  procedureOf,
  tellRefusal,
  tellSubmissionCommands,
  type TimelineEntry,
  TimelineTeller,
} from '#libs/service/reading';
import { cursorInstant, cursorText, type Page, readPageRequest, toPage } from '#libs/service/read-models';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { allowedOnSubmission } from '../dossiers/allowed.answers.js';
import { wholeTimeline } from '../dossiers/timeline.answers.js';
import { pageOf, paging, scopeOf } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, languageOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { namesOfNo } from './submission-names.js';
import {
  type CarriedDossier,
  submissionAnswer,
  type SubmissionAnswer,
  type SubmissionListed,
  submissionPage,
} from './submissions.answers.js';

const { limit, cursor } = paging;

const listQuery = z.strictObject({
  stage: z.enum(submissionStages).optional(),
  body: z.string().trim().min(1).max(200).optional(),
  limit,
  cursor,
});

/** What may be done with a letter. */
interface AllowedAnswer {
  readonly id: string;
  readonly revision: number;
  readonly commands: readonly CommandTold[];
}

/** The letters to the level above (tờ trình), for the bodies that send them and to which they are addressed. */
@Controller('api/v1/submissions')
export class SubmissionQueriesController {
  constructor(
    private readonly submissions: Submissions,
    private readonly store: EventStore,
    private readonly teller: TimelineTeller,
    readonly dossiers: Dossiers,
    readonly organization: Organization,
    @Inject(LAW) readonly law: Law,
  ) {}

  @Get()
  @Route({
    id: 'listSubmissions',
    summary: { vi: 'Danh sách tờ trình nhiều hồ sơ', en: 'List letters for several dossiers' },
    detail: 'The youngest first; read from the log and never behind.',
    access: 'dossiers:read',
    query: listQuery,
    answer: submissionPage,
  })
  async page(@Req() request: FastifyRequest, @Query() query: unknown): Promise<Page<SubmissionListed>> {
    const { stage, body, ...page } = orRefuse(parse(listQuery, query));
    const scope = orRefuse(scopeOf(request));
    const start = orRefuse(readPageRequest(pageOf(page), z.tuple([cursorInstant, cursorText])));
    const all = (await this.submissions.all())
      .filter((letter) => covers(scope, sightOfSubmission(letter)))
      .filter((letter) => stage === undefined || letter.stage === stage)
      .filter((letter) => body === undefined || letter.bodyId === body)
      .toSorted(youngestFirst);
    const { after } = start;
    const rest = after ? all.filter((each) => youngestFirst({ draftedAt: after[0], id: after[1] }, each) < 0) : all;
    const rows = rest.slice(0, start.limit + 1).map((letter) => ({
      ...this.headOf(letter),
      dossiers: letter.dossiers.length,
      left: letter.left.size,
    }));
    return toPage(rows, start.limit, ({ draftedAt, id }) => [draftedAt, id]);
  }

  /** A letter as its facts say it is now, with the dossiers on it. */
  @Get(':id')
  @Route({
    id: 'readSubmission',
    summary: { vi: 'Xem tờ trình nhiều hồ sơ', en: 'Read a letter for several dossiers' },
    access: 'dossiers:read',
    answer: submissionAnswer,
    etag: true,
  })
  async one(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SubmissionAnswer> {
    const { letter, scope } = await this.visible(request, id);
    void reply.header('etag', `"${letter.revision}"`);
    const dossiers = await Promise.all(letter.dossiers.map((each) => this.carried(each, letter, scope)));
    return { ...this.headOf(letter), dossiers, abandoned: letter.abandoned ?? null };
  }

  /** Every command, for who asks in the position he acts in: possible, or why not. Holds for the revision of the ETag, now. */
  @Get(':id/allowed')
  @Route({
    id: 'readAllowedOnSubmission',
    summary: { vi: 'Được làm gì với tờ trình', en: 'What may be done with a letter' },
    access: 'dossiers:read',
    answer: allowedOnSubmission,
  })
  async allowed(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AllowedAnswer> {
    const { letter, scope } = await this.visible(request, id);
    const commands = await this.submissions.allowed(letter, actorOf(request));
    // Only the way on asks the dossiers, and so only one no can be of one of them.
    const no = commands.find(({ refusal }) => refusal?.params?.['dossier'] !== undefined)?.refusal;
    const names = no && (await namesOfNo(no, scope, this));
    void reply.header('etag', `"${letter.revision}"`);
    return { id, revision: letter.revision, commands: tellSubmissionCommands(id, commands, names) };
  }

  /** What happened to a letter, oldest first; read from the log and never behind. */
  @Get(':id/timeline')
  @Route({
    id: 'readSubmissionTimeline',
    summary: { vi: 'Lịch sử tờ trình', en: 'Timeline of a letter' },
    access: 'dossiers:read',
    answer: wholeTimeline,
  })
  async timeline(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
  ): Promise<{ readonly items: readonly TimelineEntry[] }> {
    const { letter, scope } = await this.visible(request, id);
    const facts = await factsOfStream(this.store, submissionStream(id));
    const titles = await this.titlesOf(new Set(facts.flatMap(({ data }) => idsIn(data['dossierId']))), scope);
    return { items: await this.teller.tellLetter(facts, letter, actorOf(request), languageOf(request), titles) };
  }

  /** Of the dossiers that may be seen. */
  private async titlesOf(ids: ReadonlySet<string>, scope: ReadScope): Promise<ReadonlyMap<string, string>> {
    const found = await Promise.all([...ids].map((each) => this.dossiers.load(each)));
    return new Map(found.flatMap((each) => (each && covers(scope, each) ? [[each.id, each.title] as const] : [])));
  }

  private async visible(
    request: FastifyRequest,
    id: string,
  ): Promise<{ readonly letter: SubmissionState; readonly scope: ReadScope }> {
    const scope = readScopeOf(actorOf(request));
    const letter = await this.submissions.load(id);
    if (!letter || !scope || !covers(scope, sightOfSubmission(letter)))
      return orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
    return { letter, scope };
  }

  private headOf({ id, revision, stage, bodyId, title, to, draftedAt, sent, received }: SubmissionState) {
    const told = { id, revision, stage, bodyId, title, to, draftedAt };
    const levels = this.law.procedures.flatMap((procedure) => procedure.levels);
    return {
      ...told,
      levelName: levels.find(({ code }) => code === to.level)?.names ?? { vi: to.level, en: to.level },
      letter: sent?.letter ?? null,
      sentAt: sent?.at ?? null,
      receivedAt: received?.at ?? null,
    };
  }

  /** The letter names them all; what else is told of a dossier is for who may see that dossier. */
  private async carried(dossierId: string, letter: SubmissionState, scope: ReadScope): Promise<CarriedDossier> {
    const left = letter.left.get(dossierId);
    const dossier = await this.dossiers.load(dossierId);
    if (!dossier || !covers(scope, dossier))
      return { dossierId, title: null, procedureCode: null, step: null, left: left ? tellLeft(left, dossierId) : null };
    const { title, procedureCode, step: code } = dossier;
    const names = procedureOf(this.law, dossier)?.steps[code]?.names;
    const { units } = await this.organization.read();
    return {
      dossierId,
      title,
      procedureCode,
      step: { code, vi: names?.vi ?? code, en: names?.en ?? code },
      left: left ? tellLeft(left, title, namesInDossier(this.law, dossier, units)) : null,
    };
  }
}

/** Why a dossier did not go along, in the names that the reader may know. */
function tellLeft({ at, code, params = [] }: LeftBehind, dossier: string, names?: NamesIn): CarriedDossier['left'] {
  const known = isErrorCode(code);
  const filled = Object.fromEntries(params.map(({ name, values }) => [name, values]));
  const said = known ? tellRefusal({ code, params: { ...filled, dossier } }, names).details : { vi: code, en: code };
  return { at, code, details: said };
}

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorCatalogue, code);

const idsIn = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : []);

type InTime = Pick<SubmissionState, 'draftedAt' | 'id'>;

const youngestFirst = (one: InTime, other: InTime): number => {
  if (one.draftedAt !== other.draftedAt) return one.draftedAt > other.draftedAt ? -1 : 1;
  return one.id < other.id ? -1 : Number(one.id > other.id);
};
