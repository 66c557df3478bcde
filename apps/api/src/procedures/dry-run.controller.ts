import { otherDeadlineSentence, partingSentence } from '#libs/domain/dossier';
import { languages, refuse } from '#libs/domain/kernel';
import { parseStoredProcedure, type ProcedureDocument, type ProcedureLife } from '#libs/domain/procedure';
import {
  type CommandAnswer,
  type DryRunFinding,
  dryRunId,
  DryRunTable,
  ExecuteProcedureCommand,
  PublishedProcedures,
} from '#libs/service/commands';
import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerCommand } from '../http/commands.js';
import { pageOf, paging } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { type DryRunAnswer, dryRunAnswer, dryRunRequested, type ToldFinding } from './procedure-life.answers.js';

const { limit, cursor } = paging;
const pageQuery = z.strictObject({ limit, cursor });
const nothing = z.strictObject({});

/** Dry runs: what a draft would have made of the dossiers there are. */
@Controller('api/v1/procedures/:id/versions/:version/dry-run')
export class DryRunController {
  constructor(
    private readonly bus: CommandBus,
    private readonly published: PublishedProcedures,
    private readonly runs: DryRunTable,
  ) {}

  /** Has every dossier of the award replayed under the draft. Done by a worker: ask for progress and findings under the same address. */
  @Post()
  @HttpCode(202)
  @Route({
    id: 'startDryRun',
    summary: { vi: 'Chạy thử bản nháp trên các hồ sơ đã có', en: 'Try a draft on the dossiers there are' },
    access: 'organization:act',
    status: 202,
    body: nothing,
    command: 'next',
    answer: dryRunRequested,
  })
  async start(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('version') version: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer & { readonly runId: string }> {
    orRefuse(parse(nothing, body));
    const route = `procedures/${id}/versions/${version}/dry-run`;
    const asked = orRefuse(commandRequest(request, { route, body, needsIfMatch: true }));
    const command = { type: 'request-dry-run', data: { version } } as const;
    const answer = answerCommand(reply, await this.bus.execute(new ExecuteProcedureCommand(id, command, asked)));
    return { ...answer, runId: dryRunId(id, asked) };
  }

  /** How far the last run of a version is, and the dossiers found so far that would have gone another way or by another deadline. */
  @Get()
  @Route({
    id: 'readDryRun',
    summary: { vi: 'Tiến độ và kết quả chạy thử', en: 'Progress and findings of a dry run' },
    access: 'system:read',
    query: pageQuery,
    answer: dryRunAnswer,
  })
  async read(
    @Param('id') id: string,
    @Param('version') version: string,
    @Query() query: unknown,
  ): Promise<DryRunAnswer> {
    const page = pageOf(orRefuse(parse(pageQuery, query)));
    const life = await this.published.life(id);
    const draft = life?.drafts.get(version);
    const asked = draft?.dryRunRequested;
    const run = asked === undefined ? await this.runs.latest(id, version) : await this.runs.progress(asked);
    if (!run && (!draft || asked === undefined))
      return orRefuse(refuse('PROCEDURE_DRY_RUN_UNKNOWN', { params: { version } }));
    const { items, next } = orRefuse(await this.runs.findings(run?.runId ?? asked ?? '', page));
    const waiting = { version, hash: draft?.hash ?? '', total: 0, looked: 0, otherOutcome: 0, otherDeadline: 0 };
    return {
      run: run ?? { runId: asked ?? '', ...waiting, state: 'waiting', startedAt: null, endedAt: null },
      items: items.map((found) => told(found, life && documentOf(life, version))),
      next,
    };
  }
}

/** The text of the version, be it a draft or published by now. */
function documentOf({ drafts, versions }: ProcedureLife, version: string): ProcedureDocument | undefined {
  const text = (drafts.get(version) ?? versions.get(version))?.document;
  const parsed = text === undefined ? undefined : parseStoredProcedure(text);
  return parsed?.ok ? parsed.value : undefined;
}

function told(found: DryRunFinding, document: ProcedureDocument | undefined): ToldFinding {
  const { dossierId, parting, deadlines } = found;
  const say = (language: (typeof languages)[number]) =>
    document === undefined
      ? []
      : [
          ...(parting ? [partingSentence(parting, document, language)] : []),
          ...deadlines.map((each) => otherDeadlineSentence(each, document, language)),
        ];
  return {
    dossierId,
    ...(parting ? { parting } : {}),
    deadlines,
    sentences: { vi: say('vi'), en: say('en') },
  };
}
