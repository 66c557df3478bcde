import { type DecisionCommand, decisionCommands, draftDecision } from '#libs/domain/decision';
import { type CommandAnswer, ExecuteDecisionCommand, derivedId } from '#libs/service/commands';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerCommand, readCommand } from '../http/commands.js';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { commandAnswer } from '../http/answers.js';

/** Decisions: draft one for approved nominees, issue it, give it up, or cancel one of its awards. */
@Controller('api/v1/decisions')
export class DecisionCommandsController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Route({
    id: 'draftDecision',
    summary: { vi: 'Soạn quyết định', en: 'Draft a decision' },
    access: 'decisions:act',
    body: draftDecision,
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
    const data = orRefuse(parse(draftDecision, body));
    const asked = orRefuse(commandRequest(request, { route: 'decisions', body, needsIfMatch: false }));
    const id = derivedId('decision', accountOf(request).id, asked.commandId);
    const done = await this.bus.execute(new ExecuteDecisionCommand(id, { type: 'draft', data }, asked));
    return answerCommand(reply, done, `/api/v1/decisions/${id}`);
  }

  @Post(':id/:command')
  @HttpCode(200)
  @Route({
    id: 'commandDecision',
    summary: { vi: 'Ra lệnh cho quyết định', en: 'Give a command to a decision' },
    access: 'decisions:act',
    commands: decisionCommands,
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
    const command = orRefuse(readCommand<DecisionCommand>(decisionCommands, name, body));
    const asked = orRefuse(commandRequest(request, { route: `decisions/${id}/${name}`, body, needsIfMatch: true }));
    return answerCommand(reply, await this.bus.execute(new ExecuteDecisionCommand(id, command, asked)));
  }
}
