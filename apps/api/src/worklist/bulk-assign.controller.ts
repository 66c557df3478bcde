import { dossierCommands } from '#libs/domain/dossier';
import { type Decision, errorCatalogue, id, sentenceOf } from '#libs/domain/kernel';
import { EventStore } from '#libs/engine/event-store';
import { type CommandAnswer, type CommandRequest, ExecuteDossierCommand, derivedId } from '#libs/service/commands';
import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RefusalException, orRefuse } from '../http/refusal.exception.js';
import { commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { bulkAnswer } from './worklist.answers.js';

const MAX_AT_ONCE = 200;
/** Streams written to at the same time. */
const TOGETHER = 8;

const bulkAssign = dossierCommands.assign.extend({
  dossiers: z
    .array(
      z.strictObject({
        dossierId: id(),
        /** The revision that was seen; without it the assignment holds whatever has happened since. */
        revision: z.int().nonnegative().optional(),
      }),
    )
    .min(1)
    .max(MAX_AT_ONCE)
    .refine((all) => new Set(all.map(({ dossierId }) => dossierId)).size === all.length, 'each dossier once'),
});

type BulkAssign = z.infer<typeof bulkAssign>;
type Result = z.infer<typeof bulkAnswer>['results'][number];

/** Giao lại nhiều hồ sơ: one request, and for each dossier a command of its own. */
@Controller('api/v1/worklist')
export class BulkAssignController {
  constructor(
    private readonly bus: CommandBus,
    private readonly store: EventStore,
  ) {}

  /**
   * Each dossier's command id follows from the request's: sent again after a crash or a lost answer, those already assigned
   * answer as before and the rest is done. One that is refused stops none of the others.
   */
  @Post('assign')
  @HttpCode(200)
  @Route({
    id: 'assignWork',
    summary: { vi: 'Giao lại nhiều hồ sơ', en: 'Assign many dossiers at once' },
    access: 'dossiers:act',
    body: bulkAssign,
    command: 'first',
    answer: bulkAnswer,
  })
  async assign(@Req() request: FastifyRequest, @Body() body: unknown): Promise<z.infer<typeof bulkAnswer>> {
    const { dossiers, ...data } = orRefuse(parse(bulkAssign, body));
    const asked = orRefuse(commandRequest(request, { route: 'worklist/assign', body, needsIfMatch: false }));
    const done: { readonly result: Result; readonly position?: string }[] = [];
    for (let from = 0; from < dossiers.length; from += TOGETHER) {
      const some = dossiers.slice(from, from + TOGETHER);
      done.push(...(await Promise.all(some.map((dossier) => this.assignOne(dossier, data, asked)))));
    }
    const results = done.map(({ result }) => result);
    const count = (outcome: Result['outcome']) => results.filter((result) => result.outcome === outcome).length;
    const positions = done.flatMap(({ position }) => position ?? []);
    const [position = null] = positions.sort((one, other) => this.store.comparePositions(other, one));
    return {
      assigned: count('assigned'),
      unchanged: count('unchanged'),
      refused: count('refused'),
      position,
      results,
    };
  }

  private async assignOne(
    { dossierId, revision }: BulkAssign['dossiers'][number],
    data: Omit<BulkAssign, 'dossiers'>,
    asked: CommandRequest,
  ): Promise<{ readonly result: Result; readonly position?: string }> {
    const request: CommandRequest = {
      ...asked,
      commandId: derivedId('assign-work', asked.commandId, dossierId),
      ...(revision === undefined ? {} : { ifMatch: revision }),
    };
    const answer: Decision<CommandAnswer> = await this.bus.execute(
      new ExecuteDossierCommand(dossierId, { type: 'assign', data }, request),
    );
    if (answer.ok) {
      const { revision: now, position, events } = answer.value;
      const outcome = events.length > 0 ? 'assigned' : 'unchanged';
      return { result: { dossierId, outcome, revision: now }, position };
    }
    const { error } = answer;
    // The store is away for all of them: the whole request is sent again, under the same key.
    if (errorCatalogue[error.code].kind === 'unavailable') throw new RefusalException(error);
    const details = { vi: sentenceOf(error, 'vi'), en: sentenceOf(error, 'en') };
    return { result: { dossierId, outcome: 'refused', code: error.code, details } };
  }
}
