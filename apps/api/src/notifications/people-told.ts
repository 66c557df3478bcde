import type { Actor, Bilingual, Language } from '#libs/domain/kernel';
import { type Account, type Accounts, maySeePeople } from '#libs/service/access';
import type { NotificationItem } from '#libs/service/read-models';

/** Somebody whose name the reader may not know. */
const somebody: Bilingual = { vi: 'một cán bộ', en: 'an official' };

/** Keys under which facts name people by their accounts. */
const NAMING = /^(accountId|.*AccountId|givenBy)$/;

/** How people are called in a notification: by name where the reader may see the people of the unit in which the fact was made. */
export type PeopleTold = (item: NotificationItem, language: Language) => (accountId: string) => string;

export async function peopleIn(
  items: readonly NotificationItem[],
  reader: Actor,
  accounts: Pick<Accounts, 'named'>,
): Promise<PeopleTold> {
  const open = ({ actor: { unitId } }: NotificationItem) =>
    typeof unitId === 'string' && maySeePeople(reader, { id: unitId, ancestors: [] });
  const ids = new Set(items.filter(open).flatMap(({ data }) => [...accountsIn(data)]));
  const known: ReadonlyMap<string, Account> = ids.size > 0 ? await accounts.named([...ids]) : new Map();
  return (item, language) => (id) => (open(item) && known.get(id)?.name) || somebody[language];
}

function* accountsIn(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string') {
    if (NAMING.test(key)) yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, each] of Object.entries(value)) yield* accountsIn(each, Array.isArray(value) ? key : name);
  }
}
