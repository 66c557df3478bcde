import { type Clock, localDateOf, refuse } from '#libs/domain/kernel';
import {
  checkDraft,
  placeOfDocument,
  type ProcedureCommand,
  type ProcedureLife,
  type ProcedureLifeView,
  procedureCommands,
  saveDraft,
  sentenceOfDraftFault,
  viewProcedureLife,
} from '#libs/domain/procedure';
import { type CommandAnswer, ExecuteProcedureCommand, PublishedProcedures } from '#libs/service/commands';
import { CLOCK, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { RunningDossiersQuery } from '#libs/service/read-models';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commandAnswer } from '../http/answers.js';
import { answerCommand, readCommand } from '../http/commands.js';
import { orRefuse } from '../http/refusal.exception.js';
import { commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { draftAnswer, type DraftAnswer, procedureLifeAnswer } from './procedure-life.answers.js';

/** The life of procedures: what is drafted, in force, only finishing and over, and the commands that change it. */
@Controller('api/v1/procedures')
export class ProcedureLifeController {
  constructor(
    private readonly bus: CommandBus,
    private readonly published: PublishedProcedures,
    private readonly running: RunningDossiersQuery,
    @Inject(LAW) private readonly law: Law,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(201)
  @Route({
    id: 'draftProcedure',
    summary: {
      vi: 'Soạn quy trình của một hình thức chưa có',
      en: 'Draft the procedure of an award that has none yet',
    },
    access: 'organization:act',
    status: 201,
    body: saveDraft,
    command: 'first',
    answer: commandAnswer,
  })
  async draft(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = orRefuse(parse(saveDraft, body));
    const { code } = placeOfDocument(data.document);
    const asked = orRefuse(commandRequest(request, { route: 'procedures', body, needsIfMatch: false }));
    const done = await this.bus.execute(new ExecuteProcedureCommand(code, { type: 'save-draft', data }, asked));
    return answerCommand(reply, done, `/api/v1/procedures/${code}`);
  }

  /** Each version and where it stands today: draft, not yet in force, in force, only finishing (with how many dossiers), over. */
  @Get(':id')
  @Route({
    id: 'readProcedureLife',
    summary: { vi: 'Xem các bản của một quy trình', en: 'Read the versions of a procedure' },
    access: 'organization:read',
    answer: procedureLifeAnswer,
    etag: true,
  })
  async one(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<ProcedureLifeView> {
    const life = await this.lifeOf(id);
    void reply.header('etag', `"${life.revision}"`);
    return viewProcedureLife(life, localDateOf(this.clock.now()), await this.running.byVersion(id));
  }

  /** The draft of a version, for the second person to read. */
  @Get(':id/versions/:version/draft')
  @Route({
    id: 'readProcedureDraft',
    summary: { vi: 'Xem bản nháp của một quy trình', en: 'Read the draft of a version' },
    access: 'system:read',
    answer: draftAnswer,
  })
  async readDraft(@Param('id') id: string, @Param('version') version: string): Promise<DraftAnswer> {
    const draft = (await this.lifeOf(id)).drafts.get(version);
    if (!draft) return orRefuse(refuse('NOT_FOUND', { params: { what: version.slice(0, 40) } }));
    const document: unknown = JSON.parse(draft.document);
    const checked = checkDraft(document, new Set(this.law.ladders.keys()));
    const faults = checked.ok ? [] : checked.error;
    return {
      code: id,
      version,
      hash: draft.hash,
      document,
      faults: faults.map((fault) => ({
        path: fault.path,
        sentences: { vi: sentenceOfDraftFault(fault, 'vi'), en: sentenceOfDraftFault(fault, 'en') },
      })),
    };
  }

  @Post(':id/:command')
  @HttpCode(200)
  @Route({
    id: 'commandProcedure',
    summary: { vi: 'Ra lệnh cho một quy trình', en: 'Give a command to a procedure' },
    access: 'organization:act',
    commands: procedureCommands,
    command: 'next',
    answer: commandAnswer,
  })
  async execute(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const command = orRefuse(readCommand<ProcedureCommand>(procedureCommands, name, body));
    const asked = orRefuse(commandRequest(request, { route: `procedures/${id}/${name}`, body, needsIfMatch: true }));
    return answerCommand(reply, await this.bus.execute(new ExecuteProcedureCommand(id, command, asked)));
  }

  private async lifeOf(id: string): Promise<ProcedureLife> {
    return (
      (await this.published.life(id)) ??
      orRefuse<ProcedureLife>(refuse('NOT_FOUND', { params: { what: id.slice(0, 40) } }))
    );
  }
}
