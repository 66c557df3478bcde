import type { Clock } from '#libs/domain/kernel';
import { OpenWork, WorkingCalendars } from '#libs/service/commands';
import { Accounts } from '#libs/service/access';
import { CLOCK } from '#libs/service/foundation';
import { readPageRequest, toPage } from '#libs/service/read-models';
import { Controller, Get, Inject, Param, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { pageOf, paging } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { actorOf, parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { dueBounds } from '../worklist/due-bounds.js';
import { type HandoverInUnit, HandoverParty } from './handover-party.js';
import { handedStandings, handoverAnswer, handoversPage } from './handovers.answers.js';
import { type HandedDossier, NewcomerView } from './newcomer-view.js';

const { minPosition: _none, ...pages } = paging;

const listQuery = z.strictObject({ state: z.enum(['open', 'done', 'withdrawn']).optional(), ...pages });
const oneQuery = z.strictObject(pages);

/** Where a page of a list that is kept in memory begins. */
const place = z.tuple([z.int().nonnegative()]);

const FIRST_DATES = 5;

interface Standing {
  readonly handed: HandedDossier;
  readonly standing: (typeof handedStandings)[number];
}

/** Bàn giao: what a leaver hands over, as both sides and the head of the unit see it (R60). */
@Controller('api/v1/handovers')
export class HandoversController {
  constructor(
    private readonly parties: HandoverParty,
    private readonly view: NewcomerView,
    private readonly openWork: OpenWork,
    private readonly calendars: WorkingCalendars,
    private readonly accounts: Accounts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Those that I give or take, and of units that I lead; the latest first. */
  @Get()
  @Route({
    id: 'listHandovers',
    summary: { vi: 'Các lần bàn giao của tôi', en: 'My handovers' },
    access: 'organization:read',
    query: listQuery,
    answer: handoversPage,
  })
  async list(@Req() request: FastifyRequest, @Query() query: unknown): Promise<z.infer<typeof handoversPage>> {
    const { state, ...page } = orRefuse(parse(listQuery, query));
    const { after, limit } = orRefuse(readPageRequest(pageOf(page), place));
    const all = (await this.parties.all(actorOf(request))).filter(
      (each) => state === undefined || stateOf(each.handover) === state,
    );
    const { items, next } = pageFrom(all, after?.[0] ?? 0, limit);
    const nameOf = await this.namesIn(items);
    return {
      items: items.map(({ unit, handover }) => ({
        ...headOf({ unit, handover }, nameOf),
        items: handover.items.length,
        leftOut: handover.leftOut?.length ?? 0,
      })),
      next,
    };
  }

  /** What the newcomer needs, the most urgent first: of each dossier its note, what is due and missing, and its whole history. */
  @Get(':id')
  @Route({
    id: 'readHandover',
    summary: { vi: 'Xem một lần bàn giao', en: 'Read a handover' },
    access: 'organization:read',
    query: oneQuery,
    answer: handoverAnswer,
  })
  async one(
    @Req() request: FastifyRequest,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<z.infer<typeof handoverAnswer>> {
    const { after, limit } = orRefuse(readPageRequest(pageOf(orRefuse(parse(oneQuery, query))), place));
    const found = orRefuse(await this.parties.find(actorOf(request), id));
    const { unit, handover } = found;
    const dossiers = await this.byUrgency(await this.view.dossiers(unit.id, handover.items));
    const { items, next } = pageFrom(dossiers, after?.[0] ?? 0, limit);
    const { fromAccountId: accountId, positionId } = handover;
    const open = await this.openWork.of({ unitId: unit.id, accountId, positionId });
    const listed = new Set(
      handover.completedFrom === undefined ? dossiers.map(({ handed }) => handed.item.dossierId) : [],
    );
    return {
      ...headOf(found, await this.namesIn([found])),
      note: handover.note ?? null,
      leftOut: [...(handover.leftOut ?? [])],
      summary: {
        ...summaryOf(dossiers),
        remaining: open.filter(({ dossierId }) => !listed.has(dossierId)).length,
      },
      firstDates: this.firstDates(dossiers.map(({ handed }) => handed)),
      items: items.map(({ handed, standing }) => ({ ...this.view.itemOf(handed), standing })),
      next,
    };
  }

  /** Each with how it stands; what is due soonest first, what lies elsewhere by now last. */
  private async byUrgency(dossiers: readonly HandedDossier[]): Promise<readonly Standing[]> {
    const { now, soon } = dueBounds(await this.calendars.office(), this.clock.now());
    const rank = ({ standing, next }: Standing & { next: string }) => `${handedStandings.indexOf(standing)} ${next}`;
    return dossiers
      .map((handed) => {
        const due = this.view.dueOf(handed);
        const next = due.find(({ state, dueAt }) => (state === 'running' || state === 'missed') && dueAt !== null);
        const open = next?.dueAt ?? (due.some(({ state }) => state === 'paused') ? 'paused' : 'withoutDue');
        const standing = handed.gone ? 'gone' : standingOf(open, now, soon);
        return { handed, standing, next: next?.dueAt ?? '~' } as const;
      })
      .sort((one, other) => (rank(one) < rank(other) ? -1 : 1));
  }

  private async namesIn(handovers: readonly HandoverInUnit[]): Promise<(accountId: string) => string | null> {
    const known = await this.accounts.named(
      handovers.flatMap(({ handover: { fromAccountId, toAccountId } }) => [fromAccountId, toAccountId]),
    );
    return (accountId) => known.get(accountId)?.name ?? null;
  }

  private firstDates(dossiers: readonly HandedDossier[]) {
    return dossiers
      .flatMap((each) =>
        this.view.dueOf(each).flatMap(({ clock, dueAt, state }) => {
          const { id: dossierId, title } = each.state;
          return dueAt !== null && state !== 'paused' ? [{ dossierId, title, clock, dueAt }] : [];
        }),
      )
      .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
      .slice(0, FIRST_DATES);
  }
}

/** A page of a list by its place; the rows carry no place of their own. */
function pageFrom<Item>(all: readonly Item[], from: number, limit: number) {
  const rows = all.slice(from, from + limit + 1).map((row, index) => ({ row, at: from + index + 1 }));
  const { items, next } = toPage(rows, limit, ({ at }) => [at]);
  return { items: items.map(({ row }) => row), next };
}

const standingOf = (open: string, now: string, soon: string): Standing['standing'] => {
  if (open === 'paused' || open === 'withoutDue') return open;
  return open < now ? 'overdue' : open < soon ? 'soon' : 'inTime';
};

function summaryOf(dossiers: readonly Standing[]) {
  const count = (what: Standing['standing']) => dossiers.filter(({ standing }) => standing === what).length;
  return {
    items: dossiers.length,
    arrived: dossiers.filter(({ handed }) => handed.item.arrived).length,
    overdue: count('overdue'),
    soon: count('soon'),
    inTime: count('inTime'),
    paused: count('paused'),
    withoutDue: count('withoutDue'),
    gone: count('gone'),
  };
}

const stateOf = ({ completedFrom, withdrawnOn }: HandoverInUnit['handover']) =>
  withdrawnOn !== undefined
    ? ('withdrawn' as const)
    : completedFrom !== undefined
      ? ('done' as const)
      : ('open' as const);

function headOf({ unit, handover }: HandoverInUnit, nameOf: (accountId: string) => string | null) {
  const { handoverId, positionId, fromAccountId, toPositionId, toAccountId, on, proposedOn, confirmed } = handover;
  const { completedFrom, withdrawnOn } = handover;
  const titleOf = (id: string) => unit.positions.get(id)?.title ?? { vi: id, en: id };
  return {
    handoverId,
    unitId: unit.id,
    positionId,
    positionTitle: titleOf(positionId),
    fromAccountId,
    fromName: nameOf(fromAccountId),
    toPositionId,
    toPositionTitle: titleOf(toPositionId),
    toAccountId,
    toName: nameOf(toAccountId),
    state: stateOf(handover),
    on,
    proposedOn,
    confirmed: [...confirmed],
    completedFrom: completedFrom ?? null,
    withdrawnOn: withdrawnOn ?? null,
  };
}
