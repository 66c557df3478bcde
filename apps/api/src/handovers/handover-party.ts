import { type Actor, type Clock, type Decision, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { type Handover, type UnitState, sectionHeadsOver } from '#libs/domain/organization';
import { Staff } from '#libs/service/commands';
import { CLOCK } from '#libs/service/foundation';
import { Inject, Injectable } from '@nestjs/common';

/** A handover and the unit in whose stream it stands. */
export interface HandoverInUnit {
  readonly unit: UnitState;
  readonly handover: Handover;
}

/** Who may see a handover with its notes: both sides, the head of the unit, and over the work of a section who leads it. */
@Injectable()
export class HandoverParty {
  constructor(
    private readonly staff: Staff,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Refuses `NOT_A_PARTY` to all but the people named and who leads a position of the unit. */
  async check(
    actor: Actor,
    { unit, positionId }: { readonly unit: UnitState; readonly positionId: string },
    people: readonly string[],
  ): Promise<Decision<void>> {
    const inPerson = actor.onBehalfOf === undefined;
    if (inPerson && people.includes(actor.id)) return ok(undefined);
    const today = localDateOf(this.clock.now());
    const leading = [...(await this.staff.headsOf(unit.id, today)), ...sectionHeadsOver(unit, positionId, today)];
    return inPerson && leading.includes(actor.id) ? ok(undefined) : refuse('NOT_A_PARTY', { rule: 'R60' });
  }

  /** The handover, for who may see it; others do not learn that it is there. */
  async find(actor: Actor, handoverId: string): Promise<Decision<HandoverInUnit>> {
    for (const unit of (await this.staff.units()).values()) {
      const handover = unit.handovers.get(handoverId);
      if (!handover) continue;
      const party = await this.check(actor, { unit, positionId: handover.positionId }, [
        handover.fromAccountId,
        handover.toAccountId,
      ]);
      if (party.ok) return ok({ unit, handover });
    }
    return refuse('NOT_FOUND', { params: { what: handoverId.slice(0, 80) } });
  }

  /** All that somebody may see, the latest first. */
  async all(actor: Actor): Promise<readonly HandoverInUnit[]> {
    const found: HandoverInUnit[] = [];
    for (const unit of (await this.staff.units()).values()) {
      for (const handover of unit.handovers.values()) {
        const party = await this.check(actor, { unit, positionId: handover.positionId }, [
          handover.fromAccountId,
          handover.toAccountId,
        ]);
        if (party.ok) found.push({ unit, handover });
      }
    }
    const key = ({ handover }: HandoverInUnit) => `${handover.on} ${handover.handoverId}`;
    return found.sort((one, other) => (key(one) < key(other) ? 1 : -1));
  }
}
