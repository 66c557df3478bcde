import type { Bilingual } from '#libs/domain/kernel';
import type { Units } from '#libs/domain/organization';
import type { Accounts } from '#libs/service/access';
import type { Organization } from '#libs/service/commands';

/** Somebody by name and place. What is not known is null: the account or the position is gone, or none was noted. */
export interface PersonTold {
  readonly accountId: string;
  readonly name: string | null;
  readonly positionId: string | null;
  readonly position: Bilingual | null;
  readonly unit: Bilingual | null;
}

/** Names people for auditors, who may know every name; for nobody else (`mayKnowNames`). */
export class PeopleTeller {
  constructor(
    private readonly accounts: Pick<Accounts, 'find'>,
    private readonly organization: Pick<Organization, 'read'>,
  ) {}

  /** One for each account with its position, in the same order; null where there was nobody. */
  async tell(
    asked: readonly (readonly [accountId: string | null, positionId: string | null])[],
  ): Promise<readonly (PersonTold | null)[]> {
    const { units } = await this.organization.read();
    const ids = [...new Set(asked.flatMap(([accountId]) => accountId ?? []))];
    const found = await Promise.all(ids.map((id) => this.accounts.find(id)));
    const names = new Map(ids.map((id, at) => [id, found[at]?.name ?? null]));
    return asked.map(([accountId, positionId]) => {
      if (accountId === null) return null;
      return { accountId, name: names.get(accountId) ?? null, positionId, ...placeOf(units, positionId) };
    });
  }
}

function placeOf(units: Units, positionId: string | null): Pick<PersonTold, 'position' | 'unit'> {
  for (const { name, positions } of units.values()) {
    const position = positionId === null ? undefined : positions.get(positionId);
    if (position) return { position: position.title, unit: name };
  }
  return { position: null, unit: null };
}
