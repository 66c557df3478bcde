import {
  type CampaignCommand,
  campaignCommands,
  type CampaignState,
  openCampaign,
  standingAt,
} from '#libs/domain/campaign';
import { type Clock, refuse } from '#libs/domain/kernel';
import { Campaigns, type CommandAnswer, derivedId, ExecuteCampaignCommand } from '#libs/service/commands';
import { CLOCK } from '#libs/service/foundation';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { commandAnswer } from '../http/answers.js';
import { answerCommand, readCommand } from '../http/commands.js';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { campaignAnswer, type CampaignAnswer, campaignList } from './campaigns.answers.js';

const listQuery = z.strictObject({ body: z.string().max(80).optional() });

/** Campaigns (đợt trình hồ sơ): when a body takes dossiers. */
@Controller('api/v1/campaigns')
export class CampaignsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly campaigns: Campaigns,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The latest end first. */
  @Get()
  @Route({
    id: 'listCampaigns',
    summary: { vi: 'Danh sách đợt trình hồ sơ', en: 'List campaigns' },
    access: 'organization:read',
    query: listQuery,
    answer: campaignList,
  })
  async list(@Query() query: unknown): Promise<{ readonly items: readonly CampaignAnswer[] }> {
    const { body } = orRefuse(parse(listQuery, query));
    const all = (await this.campaigns.all()).filter(({ bodyId }) => body === undefined || bodyId === body);
    return { items: all.toSorted((one, other) => (one.until < other.until ? 1 : -1)).map((each) => this.told(each)) };
  }

  @Get(':id')
  @Route({
    id: 'readCampaign',
    summary: { vi: 'Xem đợt trình hồ sơ', en: 'Read a campaign' },
    access: 'organization:read',
    answer: campaignAnswer,
    etag: true,
  })
  async one(@Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<CampaignAnswer> {
    const campaign = await this.campaigns.load(id.slice(0, 80));
    if (!campaign) return orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
    void reply.header('etag', `"${campaign.revision}"`);
    return this.told(campaign);
  }

  /** The id follows from account and command id, so that a request sent twice opens one campaign. */
  @Post()
  @Route({
    id: 'openCampaign',
    summary: { vi: 'Mở đợt trình hồ sơ', en: 'Open a campaign' },
    access: 'dossiers:act',
    body: openCampaign,
    command: 'first',
    status: 201,
    answer: commandAnswer,
  })
  async open(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = orRefuse(parse(openCampaign, body));
    const asked = orRefuse(commandRequest(request, { route: 'campaigns', body, needsIfMatch: false }));
    const id = derivedId('campaign', accountOf(request).id, asked.commandId);
    const done = await this.bus.execute(new ExecuteCampaignCommand(id, { type: 'open', data }, asked));
    return answerCommand(reply, done, `/api/v1/campaigns/${id}`);
  }

  @Post(':id/:command')
  @HttpCode(200)
  @Route({
    id: 'commandCampaign',
    summary: { vi: 'Ra lệnh cho đợt trình hồ sơ', en: 'Give a command to a campaign' },
    access: 'dossiers:act',
    commands: campaignCommands,
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
    const command = orRefuse(readCommand<CampaignCommand>(campaignCommands, name, body));
    const asked = orRefuse(commandRequest(request, { route: `campaigns/${id}/${name}`, body, needsIfMatch: true }));
    return answerCommand(reply, await this.bus.execute(new ExecuteCampaignCommand(id, command, asked)));
  }

  private told(campaign: CampaignState): CampaignAnswer {
    return { ...campaign, standing: standingAt(campaign, this.clock.now()) };
  }
}
