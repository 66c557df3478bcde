import type { Readable } from 'node:stream';
import { dossierPaperKinds, Papers } from '#libs/service/papers';
import type { Page } from '#libs/service/read-models';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';
import { Route } from '../http/route.js';
import { PaperOpeningsTeller, openingsQuery } from './paper-openings-teller.js';
import { handOut, paperAsked, readerOf } from './paper-request.js';
import { type PaperList, paperList, type PaperOpeningTold, paperOpenings } from './papers.answers.js';

/** Văn bản của hồ sơ: papers that the system makes of a dossier's facts. */
@Controller('api/v1/dossiers/:id')
export class DossierPapersController {
  constructor(
    private readonly papers: Papers,
    private readonly openings: PaperOpeningsTeller,
  ) {}

  /** Every paper, possible now or not, with the reason. */
  @Get('papers')
  @Route({
    id: 'listDossierPapers',
    summary: { vi: 'Các văn bản lập được cho hồ sơ', en: 'The papers of a dossier' },
    access: 'dossiers:read',
    answer: paperList,
  })
  async list(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PaperList> {
    return { items: orRefuse(await this.papers.listOfDossier(id, readerOf(request))) };
  }

  /** `submission.pdf`, `minutes.docx`, … Made of the facts as they are now; each is recorded as an opening. */
  @Get('papers/:file')
  @Route({
    id: 'makeDossierPaper',
    summary: { vi: 'Lập văn bản của hồ sơ', en: 'Make a paper of a dossier' },
    detail: `One of ${dossierPaperKinds.join(', ')}, as .pdf or .docx; in the form of Nghị định 30/2020.`,
    access: 'dossiers:read',
    answer: 'file',
    media: '*/*',
    refuses: ['DOSSIER_IS_SECRET'],
  })
  async make(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('file') file: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const reader = readerOf(request);
    const { kind, format } = orRefuse(paperAsked(file, dossierPaperKinds));
    return handOut(reply, orRefuse(await this.papers.ofDossier(id, kind, format, reader)));
  }

  /** Who had a paper of it made, newest first. For auditors. */
  @Get('paper-openings')
  @Route({
    id: 'listDossierPaperOpenings',
    summary: { vi: 'Ai đã lập văn bản của hồ sơ', en: 'Who had papers of a dossier made' },
    access: 'log:read',
    query: openingsQuery,
    answer: paperOpenings,
  })
  async opened(@Param('id') id: string, @Query() query: unknown): Promise<Page<PaperOpeningTold>> {
    return this.openings.tell({ subject: 'dossier', id }, query);
  }
}
