import { type ClusterCommand, formCluster, clusterCommands } from '#libs/domain/organization';
import { type CommandAnswer, ExecuteClusterCommand } from '#libs/service/commands';
import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerCommand, readCommand } from '../http/commands.js';
import { orRefuse } from '../http/refusal.exception.js';
import { commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { commandAnswer } from '../http/answers.js';

/** Clusters and blocks: form one or end it; its members and the council member in charge. */
@Controller('api/v1/clusters')
export class ClusterCommandsController {
  constructor(private readonly bus: CommandBus) {}

  @Post()
  @Route({
    id: 'formCluster',
    summary: { vi: 'Thành lập cụm, khối', en: 'Form a cluster' },
    access: 'organization:act',
    body: formCluster,
    command: 'first',
    status: 201,
    answer: commandAnswer,
  })
  async form(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = orRefuse(parse(formCluster, body));
    const asked = orRefuse(commandRequest(request, { route: 'clusters', body, needsIfMatch: false }));
    const done = await this.bus.execute(new ExecuteClusterCommand(data.clusterId, { type: 'form', data }, asked));
    return answerCommand(reply, done, `/api/v1/clusters/${data.clusterId}`);
  }

  @Post(':id/:command')
  @HttpCode(200)
  @Route({
    id: 'commandCluster',
    summary: { vi: 'Ra lệnh cho cụm, khối', en: 'Give a command to a cluster' },
    access: 'organization:act',
    commands: clusterCommands,
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
    const command = orRefuse(readCommand<ClusterCommand>(clusterCommands, name, body));
    const asked = orRefuse(commandRequest(request, { route: `clusters/${id}/${name}`, body, needsIfMatch: true }));
    return answerCommand(reply, await this.bus.execute(new ExecuteClusterCommand(id, command, asked)));
  }
}
