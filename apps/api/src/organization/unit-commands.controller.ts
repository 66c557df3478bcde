import { type UnitCommand, establishUnit, unitCommands } from '#libs/domain/organization';
import { type CommandAnswer, ExecuteUnitCommand } from '#libs/service/commands';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerCommand, readCommand } from '../http/commands.js';
import { orRefuse } from '../http/refusal.exception.js';
import { commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { commandAnswer } from '../http/answers.js';

/** Units: establish one, move or end it; its positions, appointments, mandates and handovers. */
@Controller('api/v1/units')
export class UnitCommandsController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Route({
    id: 'establishUnit',
    summary: { vi: 'Thành lập đơn vị', en: 'Establish a unit' },
    access: 'organization:act',
    body: establishUnit,
    command: 'first',
    status: 201,
    answer: commandAnswer,
  })
  async establish(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = orRefuse(parse(establishUnit, body));
    const asked = orRefuse(commandRequest(request, { route: 'units', body, needsIfMatch: false }));
    const done = await this.bus.execute(new ExecuteUnitCommand(data.unitId, { type: 'establish', data }, asked));
    return answerCommand(reply, done, `/api/v1/units/${data.unitId}`);
  }

  @Post(':id/:command')
  @HttpCode(200)
  @Route({
    id: 'commandUnit',
    summary: { vi: 'Ra lệnh cho đơn vị', en: 'Give a command to a unit' },
    access: 'organization:act',
    commands: unitCommands,
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
    const command = orRefuse(readCommand<UnitCommand>(unitCommands, name, body));
    const asked = orRefuse(commandRequest(request, { route: `units/${id}/${name}`, body, needsIfMatch: true }));
    return answerCommand(reply, await this.bus.execute(new ExecuteUnitCommand(id, command, asked)));
  }
}
