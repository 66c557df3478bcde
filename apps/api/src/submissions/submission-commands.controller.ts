import type { Decision } from '#libs/domain/kernel';
import { draftSubmission, type SubmissionCommand, submissionCommands } from '#libs/domain/submission';
import { readScopeOf } from '#libs/service/access';
import {
  type CommandAnswer,
  derivedId,
  Dossiers,
  ExecuteSubmissionCommand,
  Organization,
} from '#libs/service/commands';
import { LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commandAnswer } from '../http/answers.js';
import { answerCommand, readCommand } from '../http/commands.js';
import { orRefuse, RefusalException } from '../http/refusal.exception.js';
import { accountOf, actorOf, commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { namesOfNo } from './submission-names.js';

/** Letters to the level above (tờ trình): draft one for several dossiers, send it, receive it, or give it up. */
@Controller('api/v1/submissions')
export class SubmissionCommandsController {
  constructor(
    private readonly bus: CommandBus,
    readonly dossiers: Dossiers,
    readonly organization: Organization,
    @Inject(LAW) readonly law: Law,
  ) {}

  @Post()
  @Route({
    id: 'draftSubmission',
    summary: { vi: 'Soạn tờ trình nhiều hồ sơ', en: 'Draft a letter for several dossiers' },
    access: 'dossiers:act',
    body: draftSubmission,
    command: 'first',
    status: 201,
    answer: commandAnswer,
    refuses: ['NOT_FOUND'],
  })
  async draft(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = orRefuse(parse(draftSubmission, body));
    const asked = orRefuse(commandRequest(request, { route: 'submissions', body, needsIfMatch: false }));
    const id = derivedId('submission', accountOf(request).id, asked.commandId);
    const done = await this.bus.execute(new ExecuteSubmissionCommand(id, { type: 'draft', data }, asked));
    return answerCommand(reply, await this.told(request, done), `/api/v1/submissions/${id}`);
  }

  @Post(':id/:command')
  @HttpCode(200)
  @Route({
    id: 'commandSubmission',
    summary: { vi: 'Ra lệnh cho tờ trình nhiều hồ sơ', en: 'Give a command to a letter for several dossiers' },
    access: 'dossiers:act',
    commands: submissionCommands,
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
    const command = orRefuse(readCommand<SubmissionCommand>(submissionCommands, name, body));
    const asked = orRefuse(commandRequest(request, { route: `submissions/${id}/${name}`, body, needsIfMatch: true }));
    const done = await this.bus.execute(new ExecuteSubmissionCommand(id, command, asked));
    return answerCommand(reply, await this.told(request, done));
  }

  /** A no of one of its dossiers is told in the words of that dossier. */
  private async told(request: FastifyRequest, done: Decision<CommandAnswer>): Promise<Decision<CommandAnswer>> {
    if (done.ok) return done;
    throw new RefusalException(done.error, await namesOfNo(done.error, readScopeOf(actorOf(request)), this));
  }
}
