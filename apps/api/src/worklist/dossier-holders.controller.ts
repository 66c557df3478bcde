import { heldRoles } from '#libs/domain/dossier';
import { type Clock, localDateOf, refuse } from '#libs/domain/kernel';
import { covers } from '#libs/service/access';
import { DossierHolders, Dossiers } from '#libs/service/commands';
import { CLOCK } from '#libs/service/foundation';
import { Controller, Get, Inject, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { scopeOf } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { Route } from '../http/route.js';
import { holdersAnswer } from './worklist.answers.js';

/** Who holds a dossier today, in which role: by its own facts and the handovers since. */
@Controller('api/v1/dossiers')
export class DossierHoldersController {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly holders: DossierHolders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':id/holders')
  @Route({
    id: 'listDossierHolders',
    summary: { vi: 'Ai đang giữ hồ sơ', en: 'Who holds a dossier' },
    access: 'dossiers:read',
    answer: holdersAnswer,
  })
  async list(@Req() request: FastifyRequest, @Param('id') id: string): Promise<z.infer<typeof holdersAnswer>> {
    const scope = orRefuse(scopeOf(request));
    const dossier = await this.dossiers.load(id);
    if (!dossier || !covers(scope, dossier))
      return orRefuse(refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } }));
    const held = await this.holders.of(dossier, localDateOf(this.clock.now()));
    return {
      items: heldRoles.flatMap((role) => {
        const holder = held[role];
        if (!holder) return [];
        const { accountId, positionId, unitId, since, left = false, handoverId } = holder;
        return [{ role, accountId, positionId, unitId, since, left, ...(handoverId ? { handoverId } : {}) }];
      }),
    };
  }
}
