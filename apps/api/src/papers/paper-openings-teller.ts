import { PaperOpenings, type PaperSubject } from '#libs/service/papers';
import type { Page } from '#libs/service/read-models';
import { PeopleTeller } from '#libs/service/reading';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { pageOf, wholeNumber } from '../http/reading.js';
import { orRefuse } from '../http/refusal.exception.js';
import { parse } from '../http/request.js';
import type { PaperOpeningTold } from './papers.answers.js';

export const openingsQuery = z.strictObject({
  limit: wholeNumber().optional(),
  cursor: z.string().max(500).optional(),
});

/** Who had papers made of a dossier or a decision, by name: for auditors. */
@Injectable()
export class PaperOpeningsTeller {
  constructor(
    private readonly openings: PaperOpenings,
    private readonly people: PeopleTeller,
  ) {}

  async tell(of: PaperSubject, query: unknown): Promise<Page<PaperOpeningTold>> {
    const asked = orRefuse(parse(openingsQuery, query));
    const { items, next } = orRefuse(await this.openings.page(of, pageOf(asked)));
    const told = await this.people.tell(items.map(({ account }) => [account, null]));
    return {
      items: items.flatMap((item, at) => {
        const by = told[at];
        return by ? [{ ...item, by }] : [];
      }),
      next,
    };
  }
}
