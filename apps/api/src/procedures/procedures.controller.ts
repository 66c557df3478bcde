import { type Clock, languages, type LocalDate, localDate, localDateOf, refuse } from '#libs/domain/kernel';
import {
  differencesOf,
  differenceSectionNames,
  differenceSections,
  type Procedure,
  unknownFigures,
} from '#libs/domain/procedure';
import { CLOCK, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { ProcedureDiagrams } from '#libs/service/procedure-diagram';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { orRefuse } from '../http/refusal.exception.js';
import { languageOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import {
  type DifferenceAnswer,
  differenceAnswer,
  procedureAnswer,
  type ProcedureList,
  procedureList,
  type ProcedureListed,
} from './procedures.answers.js';

const listQuery = z.strictObject({ on: localDate().optional() });
const diagramQuery = z.strictObject({ language: z.enum(languages).optional() });

/** The procedures by which dossiers are dealt with: law for everybody who is signed in, without a word about any dossier. */
@Controller('api/v1/procedures')
export class ProceduresController {
  constructor(
    private readonly diagrams: ProcedureDiagrams,
    @Inject(LAW) private readonly law: Law,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Route({
    id: 'listProcedures',
    summary: { vi: 'Danh sách quy trình', en: 'List procedures' },
    access: 'signed-in',
    query: listQuery,
    answer: procedureList,
  })
  list(@Query() query: unknown): ProcedureList {
    const { on = localDateOf(this.clock.now()) } = orRefuse(parse(listQuery, query));
    return { on, items: this.law.procedures.map((procedure) => listed(procedure, on)) };
  }

  @Get(':code/versions/:version')
  @Route({
    id: 'readProcedure',
    summary: { vi: 'Xem quy trình', en: 'Read a procedure' },
    access: 'signed-in',
    answer: procedureAnswer,
  })
  one(@Param('code') code: string, @Param('version') version: string): Procedure {
    return this.version(code, version);
  }

  /** Vietnamese, or what the reader's `Accept-Language` or `language` says. */
  @Get(':code/versions/:version/diagram.svg')
  @Route({
    id: 'drawProcedure',
    summary: { vi: 'Sơ đồ quy trình', en: 'The diagram of a procedure' },
    access: 'signed-in',
    query: diagramQuery,
    answer: 'text',
    media: 'image/svg+xml',
  })
  async diagram(
    @Req() request: FastifyRequest,
    @Param('code') code: string,
    @Param('version') version: string,
    @Query() query: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { language = languageOf(request) } = orRefuse(parse(diagramQuery, query));
    const svg = await this.diagrams.of(this.version(code, version), language);
    // Opened as a page of its own it may run and load nothing.
    void reply
      .type('image/svg+xml; charset=utf-8')
      .header('content-language', language)
      .header('content-disposition', `inline; filename="${code}.${version}.${language}.svg"`)
      .header('content-security-policy', "default-src 'none'; frame-ancestors 'none'; sandbox");
    return svg;
  }

  /** `other`: another version of the same code, or any as `CODE@VERSION`. */
  @Get(':code/versions/:version/diff/:other')
  @Route({
    id: 'compareProcedures',
    summary: { vi: 'So sánh hai phiên bản quy trình', en: 'Compare two versions of a procedure' },
    access: 'signed-in',
    answer: differenceAnswer,
  })
  compare(
    @Param('code') code: string,
    @Param('version') version: string,
    @Param('other') other: string,
  ): DifferenceAnswer {
    const [otherCode = code, otherVersion = other] = other.includes('@') ? other.split('@') : [];
    const [before, after] = [this.version(code, version), this.version(otherCode, otherVersion)];
    const differences = differencesOf(before, after);
    return {
      before: { code: before.code, version: before.version },
      after: { code: after.code, version: after.version },
      sections: differenceSections.flatMap((section) => {
        const own = differences.filter((each) => each.section === section);
        const told = own.map(({ kind, path, words }) => ({ kind, path, words }));
        return own.length === 0 ? [] : [{ section, name: differenceSectionNames[section], differences: told }];
      }),
    };
  }

  private version(code: string, version: string): Procedure {
    const found = this.law.procedureVersion(code, version);
    return found ?? orRefuse(refuse('NOT_FOUND', { params: { what: `${code}@${version}`.slice(0, 80) } }));
  }
}

function listed(procedure: Procedure, on: LocalDate): ProcedureListed {
  const { code, version, hash, names, regime, effective, confidence, carriedOver, receivable } = procedure;
  const { from, until } = effective;
  return {
    code,
    version,
    hash,
    names,
    regime,
    effective: { from, until },
    standing: !receivable
      ? 'not_receivable'
      : on < from
        ? 'future'
        : until !== null && on >= until
          ? 'expired'
          : 'in_force',
    confidence,
    carriedOver: carriedOver !== null,
    receivable,
    unknownFigures: unknownFigures(procedure),
  };
}
