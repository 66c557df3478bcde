import { type Clock, localDateOf, names, personRoles } from '#libs/domain/kernel';
import { positionsOf, type Standing } from '#libs/domain/organization';
import { type Config, isOnlyHere } from '#libs/platform/config';
import { SignIn } from '#libs/service/access';
import { Organization } from '#libs/service/commands';
import { CLOCK, CONFIG } from '#libs/service/foundation';
import { Controller, Get, Inject } from '@nestjs/common';
import { z } from 'zod';
import { Route } from '../http/route.js';

const waysIn = z.strictObject({
  /** Whether an identity provider is configured. */
  oidc: z.boolean(),
  /** The invented people of the sample province, where this system serves its own machine only; without any secret. */
  samples: z.array(z.strictObject({ login: z.string(), name: z.string(), title: names() })),
});

type WaysIn = z.infer<typeof waysIn>;

/** What a page that asks for an account has to know before it knows anybody. */
@Controller('api/v1/sessions/ways')
export class WaysInController {
  constructor(
    private readonly signIn: SignIn,
    private readonly organization: Organization,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Route({
    id: 'readWaysIn',
    summary: { vi: 'Các cách đăng nhập', en: 'How one may sign in' },
    access: 'public',
    answer: waysIn,
  })
  async ways(): Promise<WaysIn> {
    return { oidc: this.signIn.byOidc !== undefined, samples: isOnlyHere(this.config) ? await this.samples() : [] };
  }

  /** The invented people who may come in and stand somewhere today, in the order of the roles. */
  private async samples(): Promise<WaysIn['samples']> {
    const { units } = await this.organization.read();
    const today = localDateOf(this.clock.now());
    const rank = ({ roles }: Standing) => personRoles.findIndex((role) => roles.includes(role));
    return (await this.signIn.accounts.samples())
      .flatMap((account) => {
        const all = positionsOf(units, account.id, today);
        const standing = all.find(({ as }) => as === 'holder') ?? all[0];
        const title = standing && units.get(standing.unitId)?.positions.get(standing.positionId)?.title;
        return title ? [{ account, title, rank: rank(standing) }] : [];
      })
      .toSorted((one, other) => one.rank - other.rank)
      .map(({ account, title }) => ({ login: account.id, name: account.name, title }));
  }
}
