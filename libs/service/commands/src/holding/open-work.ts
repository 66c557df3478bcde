import { type DossierState, type HeldRole, heldRoles, unitOfWork, workHere } from '#libs/domain/dossier';
import { type Clock, localDateOf } from '#libs/domain/kernel';
import { type OpenWork as OpenWorkItem, answeringUnit } from '#libs/domain/organization';
import { type EventStore, START } from '#libs/engine/event-store';
import type { Law } from '#libs/service/law';
import type { Dossiers } from '../dossiers.js';
import { dossiersSince } from '../dossiers-since.js';
import type { DossierHolders } from './dossier-holders.js';
import type { Staff } from './staff.js';
import type { WorkIndex } from './work-index.port.js';

/** Whose open work: an account in one of its positions, which it may have left already. */
export interface Leaver {
  readonly unitId: string;
  readonly accountId: string;
  readonly positionId: string;
}

/** A piece of open work, and the dossier as its facts say it is. */
export interface FoundWork extends OpenWorkItem {
  readonly dossier: DossierState;
  /** He holds it; else nobody does, and he is the only one whose work it can be. */
  readonly held: boolean;
}

/** Streams read at once. */
const AT_ONCE = 16;

/** Without a read model: the whole log is looked through. */
const noIndex: WorkIndex = { candidates: async () => ({ dossierIds: [], upTo: START }) };

/**
 * All the open work of somebody, by the log and not by a view that may lag: a read model says where to look up to a place of
 * the log, all dossiers touched since are looked at too, and of each its own stream decides (R60).
 */
export class OpenWork {
  constructor(
    private readonly parts: {
      readonly store: EventStore;
      readonly dossiers: Pick<Dossiers, 'load'>;
      readonly holders: DossierHolders;
      readonly staff: Staff;
      readonly law: Law;
      readonly clock: Clock;
      readonly index?: WorkIndex;
    },
  ) {}

  /** In the order of the dossiers' ids. @throws EventStoreUnavailable */
  async of(leaver: Leaver): Promise<readonly FoundWork[]> {
    const roles = await this.rolesOf(leaver);
    const only = await this.onlyOneFor(leaver, roles);
    const sought = { unitId: leaver.unitId, accountId: leaver.accountId, unheldToo: only.size > 0 };
    const ids = [...(await this.places(sought))].sort();
    const found: FoundWork[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const loaded = await Promise.all(
        ids.slice(from, from + AT_ONCE).map((dossierId) => this.parts.dossiers.load(dossierId)),
      );
      for (const dossier of loaded) if (dossier) found.push(...(await this.workOn(dossier, leaver, roles, only)));
    }
    return found;
  }

  private async rolesOf({ unitId, positionId, accountId }: Leaver): Promise<readonly HeldRole[]> {
    const date = this.today();
    // The roles of a position never change, so one that has ended still says what it was for.
    const position = (await this.parts.staff.units()).get(unitId)?.positions.get(positionId);
    const { roles = [] } = position ?? (await this.parts.staff.standing(accountId, positionId, date)) ?? {};
    return heldRoles.filter((role) => roles.some((each) => each === role));
  }

  /** The roles that nobody else of the unit has: what nobody in particular holds is his alone. */
  private async onlyOneFor({ unitId, accountId }: Leaver, roles: readonly HeldRole[]): Promise<ReadonlySet<HeldRole>> {
    const positions = await this.parts.staff.positionsIn(unitId, this.today());
    const others = positions.filter(({ holders }) => holders.some((id) => id !== accountId));
    return new Set(roles.filter((role) => !others.some((position) => position.roles.includes(role))));
  }

  private async places(sought: Parameters<WorkIndex['candidates']>[0]): Promise<ReadonlySet<string>> {
    const { dossierIds, upTo } = await (this.parts.index ?? noIndex).candidates(sought);
    const ids = new Set(dossierIds);
    for await (const id of dossiersSince(this.parts.store, upTo)) ids.add(id);
    return ids;
  }

  private async workOn(
    dossier: DossierState,
    { unitId, accountId, positionId }: Leaver,
    roles: readonly HeldRole[],
    only: ReadonlySet<HeldRole>,
  ): Promise<readonly FoundWork[]> {
    const { staff, holders, law, clock } = this.parts;
    const date = this.today();
    const units = await staff.units();
    const held = await holders.of(dossier, date);
    const here = workHere(dossier, { now: clock.now(), versions: law.procedures });
    return roles.flatMap((role) => {
      const place = unitOfWork(role, dossier);
      if ((answeringUnit(units, place, date)?.id ?? place) !== unitId) return [];
      const holder = held[role];
      const his = holder
        ? holder.accountId === accountId && holder.positionId === positionId
        : only.has(role) && here.includes(role);
      return his ? [{ dossierId: dossier.id, role, step: dossier.step, dossier, held: holder !== undefined }] : [];
    });
  }

  private today(): string {
    return localDateOf(this.parts.clock.now());
  }
}
