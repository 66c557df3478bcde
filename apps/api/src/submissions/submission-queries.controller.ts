import { refuse } from '#libs/domain/kernel';
import { type SubmissionState, submissionStages } from '#libs/domain/submission';
import { covers, type ReadScope, readScopeOf, sightOfSubmission } from '#libs/service/access';
import { Dossiers, Submissions } from '#libs/service/commands';
import { LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { procedureOf } from '#libs/service/reading';
import { cursorInstant, cursorText, type Page, readPageRequest, toPage } from '#libs/service/read-models';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pageOf, paging, scopeOf } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
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

/** The letters to the level above (tờ trình), for the bodies that send them and to which they are addressed. */
@Controller('api/v1/submissions')
export class SubmissionQueriesController {
  constructor(
    private readonly submissions: Submissions,
    private readonly dossiers: Dossiers,
    @Inject(LAW) private readonly law: Law,
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
      ...headOf(letter),
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
    const scope = readScopeOf(actorOf(request));
    const letter = await this.submissions.load(id);
    if (!letter || !scope || !covers(scope, sightOfSubmission(letter)))
      return orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
    void reply.header('etag', `"${letter.revision}"`);
    const dossiers = await Promise.all(letter.dossiers.map((each) => this.carried(each, letter, scope)));
    return { ...headOf(letter), dossiers, abandoned: letter.abandoned ?? null };
  }

  /** The letter names them all; what else is told of a dossier is for who may see that dossier. */
  private async carried(dossierId: string, letter: SubmissionState, scope: ReadScope): Promise<CarriedDossier> {
    const left = letter.left.get(dossierId) ?? null;
    const dossier = await this.dossiers.load(dossierId);
    if (!dossier || !covers(scope, dossier)) return { dossierId, title: null, step: null, left };
    const { title, step: code } = dossier;
    const names = procedureOf(this.law, dossier)?.steps[code]?.names;
    return { dossierId, title, step: { code, vi: names?.vi ?? code, en: names?.en ?? code }, left };
  }
}

type InTime = Pick<SubmissionState, 'draftedAt' | 'id'>;

const youngestFirst = (one: InTime, other: InTime): number => {
  if (one.draftedAt !== other.draftedAt) return one.draftedAt > other.draftedAt ? -1 : 1;
  return one.id < other.id ? -1 : Number(one.id > other.id);
};

function headOf({ id, revision, stage, bodyId, title, to, draftedAt, sent, received }: SubmissionState) {
  const told = { id, revision, stage, bodyId, title, to, draftedAt };
  return {
    ...told,
    letter: sent?.letter ?? null,
    sentAt: sent?.at ?? null,
    receivedAt: received?.at ?? null,
  };
}
