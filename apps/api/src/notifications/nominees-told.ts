import type { NotificationItem, NotificationsQuery } from '#libs/service/read-models';

/** How nominees are called in a notification: by name, since nothing is told about a dossier that its reader does not see. */
export type NomineesTold = (item: NotificationItem) => (nomineeId: string) => string;

export async function nomineesIn(
  items: readonly NotificationItem[],
  query: Pick<NotificationsQuery, 'nomineeNames'>,
): Promise<NomineesTold> {
  const about = items.flatMap(({ dossierId, data }) => {
    const ids = [...idsIn(data)];
    return dossierId === null || ids.length === 0 ? [] : [{ dossierId, ids }];
  });
  const dossiers = about.map(({ dossierId }) => dossierId);
  const ids = about.flatMap((each) => each.ids);
  const named: ReadonlyMap<string, string> = ids.length > 0 ? await query.nomineeNames(dossiers, ids) : new Map();
  return ({ dossierId }) =>
    (id) =>
      named.get(`${dossierId}/${id}`) ?? id;
}

/** Ids of nominees, wherever a fact has them. */
function* idsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') {
    if (/^N[1-9]\d*$/.test(value)) yield value;
  } else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) yield* idsIn(each);
  }
}
