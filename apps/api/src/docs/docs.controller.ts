import { refuse } from '#libs/domain/kernel';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { Route } from '../http/route.js';
import { ApiDescription } from './api-description.js';
import { docsFile, docsPage, docsPagePolicy } from './docs-page.js';

const KEPT = 'public, max-age=3600';

/** What the API is, for machines and for people. For everybody: it holds nothing of what the office knows. */
@Controller('api/docs')
export class DocsController {
  constructor(private readonly description: ApiDescription) {}

  @Get()
  @Route({
    id: 'readApiPage',
    summary: { vi: 'Tài liệu API', en: 'The documentation of this API' },
    access: 'public',
    answer: 'file',
    media: 'text/html',
  })
  page(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.type('text/html; charset=utf-8').header('content-security-policy', docsPagePolicy);
    return docsPage;
  }

  @Get('openapi.json')
  @Route({
    id: 'readApiDocument',
    summary: { vi: 'Mô tả API (OpenAPI 3.1)', en: 'The description of this API (OpenAPI 3.1)' },
    access: 'public',
    answer: z.looseObject({ openapi: z.literal('3.1.0') }),
  })
  document(@Res({ passthrough: true }) reply: FastifyReply): string {
    void reply.type('application/json; charset=utf-8');
    return this.description.text;
  }

  @Get(':file')
  @Route({
    id: 'readApiPageFile',
    summary: { vi: 'Tệp của trang tài liệu', en: 'A file of the documentation page' },
    access: 'public',
    answer: 'file',
    media: 'text/*',
  })
  async file(@Param('file') name: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const file = await docsFile(name);
    if (!file) return orRefuse(refuse('NOT_FOUND', { params: { what: 'URL' } }));
    void reply.type(file.type).header('cache-control', KEPT);
    return file.bytes;
  }
}
