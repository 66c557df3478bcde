import { draftSubmission, type SubmissionCommand, submissionCommands } from '#libs/domain/submission';
import { type CommandAnswer, derivedId, ExecuteSubmissionCommand } from '#libs/service/commands';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { commandAnswer } from '../http/answers.js';
import { answerCommand, readCommand } from '../http/commands.js';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';

/** Letters to the level above (tờ trình): draft one for several dossiers, send it, receive it, or give it up. */
@Controller('api/v1/submissions')
export class SubmissionCommandsController {
  constructor(private readonly bus: CommandBus) {}

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
    return answerCommand(reply, done, `/api/v1/submissions/${id}`);
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
    return answerCommand(reply, await this.bus.execute(new ExecuteSubmissionCommand(id, command, asked)));
  }
}
