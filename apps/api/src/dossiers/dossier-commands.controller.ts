import { type DossierCommand, dossierCommands, draftCommand } from '#libs/domain/dossier';
import type { Decision } from '#libs/domain/kernel';
import { covers } from '#libs/service/access';
import { type CommandAnswer, Dossiers, ExecuteDossierCommand, Organization, derivedId } from '#libs/service/commands';
import { LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { type NamesIn, procedureOf, ReceiptCodes, sentenceNames } from '#libs/service/reading';
import { Body, Controller, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerCommand, readCommand } from '../http/commands.js';
import { scopeOf } from '../http/reading.js';
import { orRefuse, RefusalException } from '../http/refusal.exception.js';
import { accountOf, actorOf, commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { commandAnswer } from '../http/answers.js';
import { dossierCommandAnswer } from './dossiers.answers.js';

/** Every command of a dossier: begin one, then move it on. */
@Controller('api/v1/dossiers')
export class DossierCommandsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly dossiers: Dossiers,
    private readonly receipts: ReceiptCodes,
    private readonly organization: Organization,
    @Inject(LAW) private readonly law: Law,
  ) {}

  /** The id follows from account and command id, so that a request sent twice begins one dossier. */
  @Post()
  @Route({
    id: 'draftDossier',
    summary: { vi: 'Soạn hồ sơ', en: 'Draft a dossier' },
    access: 'dossiers:act',
    body: draftCommand,
    command: 'first',
    status: 201,
    answer: commandAnswer,
  })
  async draft(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const data = orRefuse(parse(draftCommand, body));
    const asked = orRefuse(commandRequest(request, { route: 'dossiers', body, needsIfMatch: false }));
    const id = derivedId('dossier', accountOf(request).id, asked.commandId);
    const done = await this.bus.execute(new ExecuteDossierCommand(id, { type: 'draft', data }, asked));
    return answerCommand(reply, done, `/api/v1/dossiers/${id}`);
  }

  @Post(':id/:command')
  @HttpCode(200)
  @Route({
    id: 'commandDossier',
    summary: { vi: 'Ra lệnh cho hồ sơ', en: 'Give a command to a dossier' },
    access: 'dossiers:act',
    commands: dossierCommands,
    command: 'next',
    answer: dossierCommandAnswer,
  })
  async execute(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('command') name: string,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer & { readonly receiptCode?: string }> {
    const command = orRefuse(readCommand<DossierCommand>(dossierCommands, name, body));
    const asked = orRefuse(commandRequest(request, { route: `dossiers/${id}/${name}`, body, needsIfMatch: true }));
    const done: Decision<CommandAnswer> = await this.bus.execute(new ExecuteDossierCommand(id, command, asked));
    if (!done.ok) throw new RefusalException(done.error, await this.namesFor(request, id));
    const answer = answerCommand(reply, done);
    if (command.type !== 'receive') return answer;
    // What the officer prints on the receipt.
    const received = await this.dossiers.load(id);
    const receiptCode = received && (await this.receipts.shownTo(actorOf(request), received));
    return { ...answer, ...(receiptCode === undefined ? {} : { receiptCode }) };
  }

  /** The names in which a refusal is told to whoever may see the dossier. Nominees keep their ids: an error names nobody. */
  private async namesFor(request: FastifyRequest, id: string): Promise<NamesIn | undefined> {
    const scope = scopeOf(request);
    const dossier = scope.ok ? await this.dossiers.load(id) : undefined;
    if (!scope.ok || !dossier || !covers(scope.value, dossier)) return undefined;
    const { units } = await this.organization.read();
    const procedure = procedureOf(this.law, dossier);
    return (language) => sentenceNames(procedure, units, language);
  }
}
