import { type ErrorCode, errorCatalogue, refuse } from '#libs/domain/kernel';
import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { answerOf } from '../http/answers.js';
import { problemPath } from '../http/problem.js';
import { statusOfCode } from '../http/problem.answers.js';
import { orRefuse } from '../http/refusal.exception.js';
import { Route } from '../http/route.js';

/** What a code means, whoever got it. */
interface ProblemExplained {
  readonly type: string;
  readonly code: string;
  readonly status: number;
  readonly kind: string;
  readonly details: { readonly vi: string; readonly en: string };
}

const explained = answerOf<ProblemExplained>()(
  z
    .strictObject({
      type: z.string(),
      code: z.string(),
      status: z.int(),
      kind: z.string(),
      details: z
        .strictObject({ vi: z.string(), en: z.string() })
        .meta({ description: 'The sentences; `{name}` stands where a problem fills in its parameter of that name.' }),
    })
    .meta({ id: 'ProblemExplained' }),
);

const byPath = new Map((Object.keys(errorCatalogue) as ErrorCode[]).map((code) => [problemPath(code), code] as const));

/** Where the `type` of a problem leads. */
@Controller('problems')
export class ProblemsController {
  @Get(':code')
  @Route({
    id: 'explainProblem',
    summary: { vi: 'Mã lỗi nghĩa là gì', en: 'What a code means' },
    access: 'public',
    answer: explained,
  })
  explain(@Param('code') name: string): ProblemExplained {
    const type = `/problems/${name}`;
    const code = byPath.get(type);
    if (!code) return orRefuse(refuse('NOT_FOUND', { params: { what: 'URL' } }));
    const { kind, vi, en } = errorCatalogue[code];
    return { type, code, status: statusOfCode(code), kind, details: { vi, en } };
  }
}
