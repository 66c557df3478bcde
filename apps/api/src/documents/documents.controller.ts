import type { Readable } from 'node:stream';
import { type Decision, label, ok, refuse } from '#libs/domain/kernel';
import type { CommandAnswer } from '#libs/service/commands';
import {
  type DocumentOpening,
  DocumentOpenings,
  DossierDocuments,
  type ListedDocument,
  OpenDocument,
  UploadDocument,
} from '#libs/service/documents';
import type { Page } from '#libs/service/read-models';
import { Controller, Get, Param, Put, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerCommand } from '../http/commands.js';
import { pageOf, scopeOf, wholeNumber } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { accountOf, commandRequest, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { commandAnswer } from '../http/answers.js';
import { documentList, documentOpenings } from './documents.answers.js';
import { checkDeclaredSize, fileOf } from './uploads.js';

const paperQuery = z
  .strictObject({ document: label(40), form: label(40).optional(), decree: label(80).optional() })
  .refine(({ form, decree }) => form !== undefined || decree === undefined, {
    path: ['decree'],
    message: 'without a form',
  });

const openingsQuery = z.strictObject({ limit: wholeNumber().optional(), cursor: z.string().max(500).optional() });

/** Files of a dossier. */
@Controller('api/v1/dossiers/:id/documents')
export class DocumentsController {
  constructor(
    private readonly uploads: UploadDocument,
    private readonly documents: DossierDocuments,
    private readonly files: OpenDocument,
    private readonly openings: DocumentOpenings,
  ) {}

  /**
   * Đính kèm tệp: the body is the file itself, of any declared type; what it is, its bytes say. A component with its form:
   * `?document=TT&form=01&decree=152/2025/NĐ-CP`. Headers as for every command.
   */
  @Put()
  @Route({
    id: 'uploadDocument',
    summary: { vi: 'Đính kèm tệp', en: 'Attach a file' },
    access: 'dossiers:act',
    query: paperQuery,
    body: 'file',
    command: 'next',
    answer: commandAnswer,
  })
  async upload(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CommandAnswer> {
    const { document, form: number, decree } = orRefuse(parse(paperQuery, query));
    checkDeclaredSize(request);
    const form = number === undefined ? undefined : { number, decree: decree ?? null };
    const file = fileOf(request);
    const askedWith = (sha256?: string) => {
      const body = { document, form: form ?? null, sha256: sha256 ?? null };
      return commandRequest(request, { route: `dossiers/${id}/documents`, body, needsIfMatch: true });
    };
    return answerCommand(
      reply,
      await this.uploads.upload(id, { document, ...(form ? { form } : {}) }, askedWith, file),
    );
  }

  /** Everything that was attached, files and stubs, in the order in which it came. */
  @Get()
  @Route({
    id: 'listDocuments',
    summary: { vi: 'Các tệp của hồ sơ', en: 'The files of a dossier' },
    access: 'dossiers:read',
    answer: documentList,
  })
  async list(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
  ): Promise<{ readonly items: readonly ListedDocument[] }> {
    return { items: orRefuse(await this.documents.list(id, orRefuse(scopeOf(request)))) };
  }

  /** The file, to be saved and never shown by the browser in our name. Each opening is recorded. */
  @Get(':sha256')
  @Route({
    id: 'downloadDocument',
    summary: { vi: 'Tải tệp', en: 'Download a file' },
    access: 'dossiers:read',
    answer: 'file',
    media: '*/*',
    refuses: ['DOSSIER_IS_SECRET'],
  })
  async open(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Param('sha256') hash: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Readable> {
    const scope = orRefuse(scopeOf(request));
    const reader = { account: accountOf(request).id, scope };
    const { fileName, mediaType, size, stream } = orRefuse(await this.files.open(id, orRefuse(sha256Of(hash)), reader));
    void reply
      .type(mediaType)
      .header('content-length', size)
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .header('content-security-policy', "default-src 'none'; sandbox");
    return stream;
  }

  /** Who opened it, newest first. For auditors. */
  @Get(':sha256/openings')
  @Route({
    id: 'listDocumentOpenings',
    summary: { vi: 'Ai đã mở tệp', en: 'Who opened a file' },
    access: 'log:read',
    query: openingsQuery,
    answer: documentOpenings,
  })
  async opened(
    @Param('id') id: string,
    @Param('sha256') hash: string,
    @Query() query: unknown,
  ): Promise<Page<DocumentOpening>> {
    const page = orRefuse(parse(openingsQuery, query));
    return orRefuse(await this.openings.page(id, orRefuse(sha256Of(hash)), pageOf(page)));
  }
}

/** A hash that is none is no file that anybody has. */
const sha256Of = (text: string): Decision<string> =>
  /^[0-9a-f]{64}$/.test(text) ? ok(text) : refuse('NOT_FOUND', { params: { what: 'sha256' } });
