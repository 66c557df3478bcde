import { Dossiers } from '#libs/service/commands';
import { DossierOpenings, PeopleTeller, type PersonTold } from '#libs/service/reading';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { pageOf, wholeNumber } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import { Route } from '../http/route.js';
import { notFound } from './dossier-queries.controller.js';
import { type OpeningsPage, openingsPage } from './openings.answers.js';

const openingsQuery = z.strictObject({ limit: wholeNumber().optional(), cursor: z.string().max(500).optional() });

/** Who has looked into a dossier. */
@Controller('api/v1/dossiers')
export class OpeningsController {
  constructor(
    private readonly openings: DossierOpenings,
    private readonly dossiers: Dossiers,
    private readonly people: PeopleTeller,
  ) {}

  /** The dossier itself, its files and its events in the log: one list, newest first. For auditors. */
  @Get(':id/openings')
  @Route({
    id: 'listOpenings',
    summary: { vi: 'Ai đã mở hồ sơ', en: 'Who opened a dossier' },
    access: 'log:read',
    query: openingsQuery,
    answer: openingsPage,
  })
  async page(@Param('id') id: string, @Query() query: unknown): Promise<OpeningsPage> {
    const asked = orRefuse(parse(openingsQuery, query));
    if (!(await this.dossiers.load(id))) return orRefuse(notFound(id));
    const { items, next } = orRefuse(await this.openings.page(id, pageOf(asked)));
    const told = await this.people.tell(items.map(({ account, positionId }) => [account, positionId]));
    return { items: items.flatMap((item, at) => withPerson(item, told[at])), next };
  }
}

const withPerson = <Item>(item: Item, by: PersonTold | null | undefined): readonly (Item & { by: PersonTold })[] =>
  by ? [{ ...item, by }] : [];
