import {
  type Actor,
  type Clock,
  type Decision,
  type Instant,
  dayText,
  localDateOf,
  ok,
  refuse,
} from '#libs/domain/kernel';
import { type Standing, actingAs, actorBy, usualStanding } from '#libs/domain/organization';
import type { Organization } from './organization.js';

/** Who wants to act, and how he says it. */
export interface ActingRequest {
  readonly accountId: string;
  /** The position he names for this one request. */
  readonly positionId?: string | undefined;
  /** The position he has chosen for when he names none. */
  readonly defaultPositionId?: string | undefined;
  /** When the act took place, if it is recorded later. */
  readonly effectiveAt?: Instant | undefined;
}

/** As whom somebody acts: what the facts of the organization say on today's date of the office (Asia/Ho_Chi_Minh). */
export class Acting {
  constructor(
    private readonly organization: Organization,
    private readonly clock: Clock,
  ) {}

  /** Every position in which an account may act today: what the switch of positions offers. */
  positionsOf(accountId: string): Promise<readonly Standing[]> {
    return this.organization.standingsOf(accountId, localDateOf(this.clock.now()));
  }

  /**
   * Who acts, with the roles of the position, or those of the mandate. Refuses as `actingAs` and `usualStanding` do. An act
   * recorded late needs the standing on its own day as well, and has only the roles of both days: nobody does by a position of
   * today what he could not have done then.
   */
  async as({ accountId, positionId, defaultPositionId, effectiveAt }: ActingRequest): Promise<Decision<Actor>> {
    const today = localDateOf(this.clock.now());
    const acting = await this.today(accountId, today, positionId, defaultPositionId);
    const then = effectiveAt === undefined ? today : localDateOf(effectiveAt);
    // What lies in the future is refused for that reason, wherever it goes.
    if (!acting.ok || then >= today) return acting;
    const { units } = await this.organization.read();
    const before = actingAs(units, accountId, acting.value.positionId, then);
    if (!before.ok) return before;
    const roles = acting.value.roles.filter((role) => before.value.roles.includes(role));
    return roles.length > 0
      ? ok({ ...acting.value, roles })
      : refuse('POSITION_ROLES_DIFFERED', { params: { position: acting.value.positionId, date: dayText(then) } });
  }

  private async today(
    accountId: string,
    today: string,
    positionId?: string,
    chosen?: string,
  ): Promise<Decision<Actor>> {
    if (positionId !== undefined) {
      const { units } = await this.organization.read();
      return actingAs(units, accountId, positionId, today);
    }
    const usual = usualStanding(await this.organization.standingsOf(accountId, today), chosen);
    return usual.ok ? ok(actorBy(usual.value)) : usual;
  }
}
