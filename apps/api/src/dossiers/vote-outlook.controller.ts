import { checkVoters, voteOutlook } from '#libs/domain/council';
import { isKnown, voteAt } from '#libs/domain/procedure';
import { covers } from '#libs/service/access';
import { Dossiers } from '#libs/service/commands';
import { LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { procedureOf } from '#libs/service/reading';
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { scopeOf, wholeNumber } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { notFound } from './dossier-queries.controller.js';
import { type VoteOutlooks, voteOutlooks } from './vote-outlook.answers.js';

const outlookQuery = z.strictObject({
  members: wholeNumber().pipe(z.int().min(1).max(1_000)),
  present: wholeNumber().pipe(z.int().max(1_000)),
  written: wholeNumber().pipe(z.int().max(1_000)).optional(),
});

/** What the arithmetic of a vote means before the council votes. */
@Controller('api/v1/dossiers')
export class VoteOutlookController {
  constructor(
    private readonly dossiers: Dossiers,
    @Inject(LAW) private readonly law: Law,
  ) {}

  /** Of each vote for which the dossier waits; one whose bar or quorum nobody has read has no numbers. */
  @Get(':id/vote-outlook')
  @Route({
    id: 'readVoteOutlook',
    summary: { vi: 'Cần bao nhiêu phiếu', en: 'How many votes are needed' },
    detail: 'For a session as it is planned: members of the council, present, letters of absent members.',
    access: 'dossiers:read',
    query: outlookQuery,
    answer: voteOutlooks,
    refuses: ['COUNCIL_COUNTS_IMPOSSIBLE'],
  })
  async read(@Req() request: FastifyRequest, @Param('id') id: string, @Query() query: unknown): Promise<VoteOutlooks> {
    const { members, present, written = 0 } = orRefuse(parse(outlookQuery, query));
    const scope = orRefuse(scopeOf(request));
    const dossier = await this.dossiers.load(id);
    if (!dossier || !covers(scope, dossier)) return orRefuse(notFound(id));
    const session = { members, present, written };
    orRefuse(checkVoters(session));
    const procedure = procedureOf(this.law, dossier);
    const candidates = [...dossier.nominees.values()].filter(
      ({ dropped, verdict }) => !dropped && verdict?.verdict !== 'not_qualified',
    ).length;
    return {
      id,
      revision: dossier.revision,
      candidates,
      votes: dossier.places.flatMap((step) => {
        const vote = procedure && voteAt(procedure, step);
        if (!vote) return [];
        const { method, threshold, quorum, absentees } = vote;
        const writtenCounts = absentees?.written !== 'noted';
        const known = isKnown(threshold) && isKnown(quorum);
        return [
          {
            step,
            name: { ...procedure.steps[step]?.names } as { vi: string; en: string },
            method,
            threshold: isKnown(threshold) ? threshold : null,
            quorum: isKnown(quorum) ? quorum : null,
            writtenCounts,
            outlook: known ? voteOutlook({ threshold, quorum, writtenCounts }, session) : null,
          },
        ];
      }),
    };
  }
}
