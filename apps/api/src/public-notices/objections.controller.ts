import type { ObjectionState } from '#libs/domain/dossier';
import { refuse } from '#libs/domain/kernel';
import { covers } from '#libs/service/access';
import { Dossiers } from '#libs/service/commands';
import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { notFound } from '../dossiers/dossier-queries.controller.js';
import { scopeOf } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf } from '../http/request.js';
import { Route } from '../http/route.js';
import { objectionList } from './public-notices.answers.js';

/** Phản ánh, with who made each and what it says. */
@Controller('api/v1/dossiers')
export class ObjectionsController {
  constructor(private readonly dossiers: Dossiers) {}

  /** For the body that put the notice up, and auditors. Whoever else reads the dossier learns that there is an objection, no more. */
  @Get(':id/objections')
  @Route({
    id: 'listObjections',
    summary: { vi: 'Phản ánh về danh sách công khai', en: 'Objections to a public notice' },
    access: 'dossiers:read',
    answer: objectionList,
  })
  async list(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
  ): Promise<{ readonly items: readonly ObjectionState[] }> {
    const scope = orRefuse(scopeOf(request));
    const dossier = await this.dossiers.load(id);
    if (!dossier || !covers(scope, dossier)) return orRefuse(notFound(id));
    const { roles, unitId } = actorOf(request);
    const isTheirs =
      [...dossier.notices.values()].some(({ byUnitId }) => byUnitId === unitId) || unitId === dossier.bodyId;
    if (!isTheirs && !roles.includes('auditor')) return orRefuse(refuse('OTHER_UNIT'));
    return { items: [...dossier.objections.values()] };
  }
}
