import { ListPreviews } from '#libs/service/commands';
import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { listOf } from '../documents/uploads.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf } from '../http/request.js';
import { Route } from '../http/route.js';
import { nomineeListPreview, pastAwardListPreview } from './list-previews.answers.js';
import { type NomineeListTold, type PastAwardListTold, tellPreview } from './tell-preview.js';

/** Lists before they are sent. The body is the file itself, a workbook (.xlsx) or CSV: which, its bytes say. */
@Controller('api/v1')
export class ListPreviewsController {
  constructor(private readonly previews: ListPreviews) {}

  /** What a list would add to the unit's history; what is wrong with it, what is known already, who may be the same. */
  @Post('award-histories/:id/preview')
  @HttpCode(200)
  @Route({
    id: 'previewPastAwards',
    summary: { vi: 'Xem trước danh sách khen thưởng đã có', en: 'Preview a list of earlier awards' },
    detail: 'Nothing is written. With one fault no line is told: mend the file and send it again.',
    access: 'history:act',
    body: 'file',
    answer: pastAwardListPreview,
  })
  async pastAwards(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PastAwardListTold> {
    const bytes = await listOf(request);
    return tellPreview(orRefuse(await this.previews.pastAwards(id.slice(0, 80), bytes, actorOf(request))));
  }

  /** Whom a list would add to a dossier that still takes nominees. */
  @Post('dossiers/:id/preview-nominees')
  @HttpCode(200)
  @Route({
    id: 'previewNominees',
    summary: { vi: 'Xem trước danh sách đối tượng', en: 'Preview a list of nominees' },
    detail: 'Nothing is written. `refusal` says what `add-nominees` would be refused for.',
    access: 'dossiers:act',
    body: 'file',
    answer: nomineeListPreview,
  })
  async nominees(@Req() request: FastifyRequest, @Param('id') id: string): Promise<NomineeListTold> {
    const bytes = await listOf(request);
    return tellPreview(orRefuse(await this.previews.nominees(id.slice(0, 80), bytes, actorOf(request))));
  }
}
