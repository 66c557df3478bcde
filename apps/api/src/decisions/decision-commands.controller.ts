import { type DecisionCommand, decisionCommands, draftDecision } from '#libs/domain/decision';
import { refuse } from '#libs/domain/kernel';
import { type CommandAnswer, ExecuteDecisionCommand, derivedId } from '#libs/service/commands';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, commandRequest, parse } from '../http/request.js';

const isCommand = (name: string): name is keyof typeof decisionCommands => Object.hasOwn(decisionCommands, name);

/** Decisions: draft one for approved nominees, issue it, give it up, or cancel one of its awards. */
@Controller('api/v1/decisions')
export class DecisionCommandsController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  async draft(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = orRefuse(parse(draftDecision, body));
    const asked = orRefuse(commandRequest(request, { route: 'decisions', body, needsIfMatch: false }));
    const id = derivedId('decision', accountOf(request).id, asked.commandId);
    const answer = orRefuse(await this.bus.execute(new ExecuteDecisionCommand(id, { type: 'draft', data }, asked)));
    void reply.header('location', `/api/v1/decisions/${id}`).header('etag', `"${answer.revision}"`);
    return answer;
  }

  @Post(':id/:command')
  @HttpCode(200)
  async execute(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    if (!isCommand(name)) return orRefuse(refuse('UNKNOWN_COMMAND', { params: { command: name.slice(0, 40) } }));
    const data = orRefuse(parse<unknown>(decisionCommands[name], body));
    const asked = orRefuse(commandRequest(request, { route: `decisions/${id}/${name}`, body, needsIfMatch: true }));
    const command = { type: name, data } as DecisionCommand;
    const answer = orRefuse(await this.bus.execute(new ExecuteDecisionCommand(id, command, asked)));
    void reply.header('etag', `"${answer.revision}"`);
    return answer;
  }
}
