import { type DecisionState, previewPrizes, prizeIn } from '#libs/domain/decision';
import type { DossierState } from '#libs/domain/dossier';
import { type Clock, localDateOf } from '#libs/domain/kernel';
import { gradeOf } from '#libs/domain/procedure';
import { ProjectionProgress } from '#libs/engine/projections';
import { covers, readScopeOf, sightOfDecision } from '#libs/service/access';
import { Decisions, Dossiers } from '#libs/service/commands';
import { CLOCK, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { procedureOf } from '#libs/service/reading';
import {
  DecisionListQuery,
  decisionStages,
  dossierListProjection,
  timelineProjection,
} from '#libs/service/read-models';
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound } from '../dossiers/dossier-queries.controller.js';
import { pageOf, paging, scopeOf, upTo } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import {
  type DecisionPage,
  decisionPage,
  type DecisionRecipients,
  decisionRecipients,
} from './decision-list.answers.js';

const listQuery = z.strictObject({
  /** Without it drafts that wait for a signature. */
  stage: z.enum(decisionStages).default('drafted'),
  body: z.string().trim().min(1).max(200).optional(),
  award: z.string().trim().min(1).max(40).optional(),
  ...paging,
});

const behind = [timelineProjection, dossierListProjection];

/** Decisions as the page of signing needs them: what waits, who receives, what it costs. */
@Controller('api/v1/decisions')
export class DecisionListController {
  constructor(
    private readonly list: DecisionListQuery,
    private readonly decisions: Decisions,
    private readonly dossiers: Dossiers,
    private readonly progress: ProjectionProgress,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LAW) private readonly law: Law,
  ) {}

  @Get()
  @Route({
    id: 'listDecisions',
    summary: { vi: 'Danh sách quyết định', en: 'List decisions' },
    detail: 'Drafts by default. What is due soonest first, of what is equally urgent the oldest draft first.',
    access: 'decisions:read',
    query: listQuery,
    answer: decisionPage,
  })
  async page(@Req() request: FastifyRequest, @Query() query: unknown): Promise<DecisionPage> {
    const { stage, body, award, minPosition, ...page } = orRefuse(parse(listQuery, query));
    const scope = orRefuse(scopeOf(request));
    const asOf = orRefuse(await upTo(this.progress, behind, minPosition));
    const filter = { stage, ...(body ? { bodyId: body } : {}), ...(award ? { award } : {}) };
    const { items, next } = orRefuse(await this.list.page(scope, filter, pageOf(page)));
    const told = await Promise.all(
      items.map(async (item) => {
        const decision = await this.decisions.load(item.id);
        const recipients = decision?.recipients ?? [];
        const kinds = { individual: 0, collective: 0, household: 0 };
        for (const { kind } of recipients) kinds[kind] += 1;
        const { issue } = decision ?? {};
        return {
          ...item,
          recipients: recipients.length,
          kinds,
          symbol: issue?.symbol ?? null,
          date: issue?.date ?? null,
          prizes: decision ? await this.prizes(decision) : null,
        };
      }),
    );
    return { items: told, next, ...asOf };
  }

  /** Everybody in it, in the order of the golden book, by name; with what each gets. */
  @Get(':id/recipients')
  @Route({
    id: 'listRecipients',
    summary: { vi: 'Danh sách được khen trong quyết định', en: 'Who receives by a decision' },
    access: 'decisions:read',
    answer: decisionRecipients,
  })
  async recipients(@Req() request: FastifyRequest, @Param('id') id: string): Promise<DecisionRecipients> {
    const scope = readScopeOf(actorOf(request));
    const decision = await this.decisions.load(id);
    if (!decision || !scope || !covers(scope, sightOfDecision(decision))) return orRefuse(notFound(id));
    const dossiers = new Map<string, DossierState | undefined>();
    for (const dossierId of new Set(decision.recipients.map((recipient) => recipient.dossierId)))
      dossiers.set(dossierId, await this.dossiers.load(dossierId));
    const prizes = await this.prizes(decision);
    return {
      id,
      revision: decision.revision,
      items: decision.recipients.map(({ dossierId, nomineeId, kind, grade, goldenBookNumber }) => {
        const dossier = dossiers.get(dossierId);
        const nominee = dossier?.nominees.get(nomineeId);
        return {
          dossierId,
          nomineeId,
          kind,
          goldenBookNumber,
          dossierTitle: dossier?.title ?? '',
          name: nominee?.name ?? '',
          unit: nominee?.unit ?? '',
          grade: dossier && grade !== undefined ? this.gradeNamed(dossier, grade) : null,
          prize: (prizes && prizeIn({ prizes: prizes.each, gradedPrizes: prizes.graded }, { kind, grade })) ?? null,
        };
      }),
      prizes,
    };
  }

  private gradeNamed(dossier: DossierState, code: string) {
    const procedure = procedureOf(this.law, dossier);
    const names = procedure && gradeOf(procedure, code)?.names;
    return { code, vi: names?.vi ?? code, en: names?.en ?? code };
  }

  /** What it costs: as it was issued, or as it would be if it were issued today. Nothing where no base salary is known. */
  private async prizes(decision: DecisionState): Promise<DecisionRecipients['prizes']> {
    const { issue, recipients } = decision;
    if (issue) {
      const { prizes: each, gradedPrizes = [], prizesUnknown: unknown = [], total, baseSalary, roundedUpTo } = issue;
      return { each, graded: [...gradedPrizes], unknown: [...unknown], total, baseSalary, roundedUpTo, preview: false };
    }
    const [first] = recipients;
    const dossier = first && (await this.dossiers.load(first.dossierId));
    const procedure = dossier && procedureOf(this.law, dossier);
    if (!procedure) return null;
    const today = localDateOf(this.clock.now());
    const preview = previewPrizes(recipients, procedure, this.law.prizes, today);
    if (!preview.ok) return null;
    const { prizes: each, gradedPrizes, unknown, total, baseSalary, roundedUpTo } = preview.value;
    const { amount, from, source } = baseSalary;
    return {
      each,
      graded: [...gradedPrizes],
      unknown: [...unknown],
      total,
      baseSalary: { amount, from, source },
      roundedUpTo,
      preview: true,
    };
  }
}
