import type { Readable } from 'node:stream';
import { decisionPaperKinds, Papers } from '#libs/service/papers';
import type { Page } from '#libs/service/read-models';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { orRefuse } from '../http/refusal.exception.js';
import { Route } from '../http/route.js';
import { PaperOpeningsTeller, openingsQuery } from './paper-openings-teller.js';
import { handOut, paperAsked, readerOf } from './paper-request.js';
import { type PaperList, paperList, type PaperOpeningTold, paperOpenings } from './papers.answers.js';

/** Văn bản của quyết định: the decision itself, with its list. */
@Controller('api/v1/decisions/:id')
export class DecisionPapersController {
  constructor(
    private readonly papers: Papers,
    private readonly openings: PaperOpeningsTeller,
  ) {}

  @Get('papers')
  @Route({
    id: 'listDecisionPapers',
    summary: { vi: 'Các văn bản lập được cho quyết định', en: 'The papers of a decision' },
    access: 'decisions:read',
    answer: paperList,
  })
  async list(@Req() request: FastifyRequest, @Param('id') id: string): Promise<PaperList> {
    return { items: orRefuse(await this.papers.listOfDecision(id, readerOf(request))) };
  }

  /** `decision.pdf` or `decision.docx`: as it was issued, or as a draft without number and date. */
  @Get('papers/:file')
  @Route({
    id: 'makeDecisionPaper',
    summary: { vi: 'Lập văn bản quyết định', en: 'Make the paper of a decision' },
    access: 'decisions:read',
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
    const { kind, format } = orRefuse(paperAsked(file, decisionPaperKinds));
    return handOut(reply, orRefuse(await this.papers.ofDecision(id, kind, format, reader)));
  }

  /** Who had a paper of it made, newest first. For auditors. */
  @Get('paper-openings')
  @Route({
    id: 'listDecisionPaperOpenings',
    summary: { vi: 'Ai đã lập văn bản của quyết định', en: 'Who had papers of a decision made' },
    access: 'log:read',
    query: openingsQuery,
    answer: paperOpenings,
  })
  async opened(@Param('id') id: string, @Query() query: unknown): Promise<Page<PaperOpeningTold>> {
    return this.openings.tell({ subject: 'decision', id }, query);
  }
}
