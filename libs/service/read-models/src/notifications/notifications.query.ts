import type { Role } from '#libs/domain/kernel';
import { selectList } from '#libs/engine/projections';
import type { Queryable } from '#libs/platform/postgres';
import { opinionsTable } from '../consultation/consultation.tables.js';
import { countedNomineesTable, dossierListTable } from '../dossier-list/dossier-list.tables.js';
import { Conditions, type Scope } from '../shared/scope.js';
import { messageKindsOf, type NotificationCategory, type NotificationGroup } from './audiences.js';
import {
  notificationEndsTable,
  notificationPlacesTable,
  notificationsTable,
  type NotifiedEventRow,
  notifiedEventsTable,
} from './notifications.tables.js';

/** Who reads: an account, acting in a position. */
export interface NotificationReader {
  readonly accountId: string;
  readonly unitId: string;
  readonly roles: readonly Role[];
  /** The dossiers that he may see now; without it none. */
  readonly scope: Scope | undefined;
}

/** A fact that concerns the reader. */
export interface NotificationItem extends NotifiedEventRow {
  readonly ordinal: number;
  readonly dossierId: string | null;
  readonly group: NotificationGroup;
  readonly category: NotificationCategory;
  /** Something to do that nobody has done yet. */
  readonly open: boolean;
  readonly read: boolean;
  /** The award of the dossier, and the version that binds it; null where the fact is about none, or the list is behind. */
  readonly procedureCode: string | null;
  readonly procedureVersion: string | null;
  /** What the dossier is called; null where the fact is about none, or the list is behind. */
  readonly dossierTitle: string | null;
}

/** Unread ones are counted up to here. */
export const COUNT_UNREAD_TO = 1_000;

/** Thông báo of facts, as far as the reader may see the dossier now. */
export class NotificationsQuery {
  constructor(private readonly database: Queryable) {}

  /** Newest first, before the event with this number in the log; with a group only what is told in it. */
  async before(
    reader: NotificationReader,
    ordinal: number | undefined,
    limit: number,
    group?: NotificationGroup,
  ): Promise<readonly NotificationItem[]> {
    const { where, from } = concerning(reader);
    const page = ordinal === undefined ? '' : `and n.ordinal < ${where.value(ordinal)}`;
    const { rows } = await this.database.query<NotificationItem>(
      `select ${selectList(notifiedEventsTable, 'e')}, t.ordinal, t.dossier_id as "dossierId", t.kind as "group", t.category,
         t.kind = 'todo' and not exists (
           select from ${notificationEndsTable.sqlName} x
           where x.subject = t.subject and x.ordinal > t.ordinal and t.done_by ? x.type) as open,
         exists (select from ops.read_mark m
           where m.account_id = ${where.value(reader.accountId)} and m.item = 'event:' || e.event_id) as read,
         d.procedure_code as "procedureCode", d.procedure_version as "procedureVersion", d.title as "dossierTitle"
       from (
         select o.* from ${onceEach(`${from} ${page}`)} o ${inGroup('o', group, where)}
         order by o.ordinal desc limit ${where.value(limit)}
       ) t join ${notifiedEventsTable.sqlName} e on e.event_id = t.event_id
       left join ${dossierListTable.sqlName} d on d.id = t.dossier_id
       order by t.ordinal desc`,
      where.values,
    );
    return rows;
  }

  /** What nominees of dossiers are called now, by `dossier/nominee`; one who left his dossier since has no name here. */
  async nomineeNames(dossiers: readonly string[], nominees: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { rows } = await this.database.query<{ of: string; name: string }>(
      `select l.dossier_id || '/' || n.key as of, n.value->>'name' as name
       from ${countedNomineesTable.sqlName} l, jsonb_each(l.nominees) n
       where l.dossier_id = any($1) and n.key = any($2)`,
      [[...new Set(dossiers)], [...new Set(nominees)]],
    );
    return new Map(rows.map(({ of, name }) => [of, name]));
  }

  /** How many the reader has not marked, reminders of deadlines with them, each counted up to `COUNT_UNREAD_TO`. */
  async unread(reader: NotificationReader): Promise<number> {
    const { where, from } = concerning(reader);
    const account = where.value(reader.accountId);
    const { rows } = await this.database.query<{ count: number }>(
      `select (select count(*) from (
         select distinct n.event_id from ${from} and not exists (
           select from ops.read_mark m where m.account_id = ${account} and m.item = 'event:' || n.event_id)
         limit ${COUNT_UNREAD_TO}) events)
       + (select count(*) from (
         select from ${remindersOf(reader, where)} and not exists (
           select from ops.read_mark m where m.account_id = ${account} and m.item = 'reminder:' || r.id)
         limit ${COUNT_UNREAD_TO}) reminders) as count`,
      where.values,
    );
    return rows[0]?.count ?? 0;
  }

  /**
   * Marks as read what of these concerns the reader and may be shown to him; once marked, it stays.
   * @param events ids of events. @param reminders numbers of rows of ops.notification.
   */
  async mark(reader: NotificationReader, events: readonly string[], reminders: readonly number[]): Promise<void> {
    const { where, from } = concerning(reader);
    const account = where.value(reader.accountId);
    await this.database.query(
      `insert into ops.read_mark (account_id, item)
       select distinct ${account}, 'event:' || n.event_id from ${from} and n.event_id = any(${where.value([...events])})
       union
       select ${account}, 'reminder:' || r.id from ${remindersOf(reader, where)} and r.id = any(${where.value([...reminders])}::bigint[])
       on conflict do nothing`,
      where.values,
    );
  }

  /**
   * Marks as read all that concerns the reader up to a place: what came after it, and was not yet shown to him, stays unread.
   * @param ordinal the number of an event in the log; `null`: none of the events.
   * @param reminder a row of ops.notification; `null`: none of the reminders.
   * @param group only what is told in it.
   */
  async markThrough(
    reader: NotificationReader,
    [ordinal, reminder]: readonly [ordinal: number | null, reminder: number | null],
    group?: NotificationGroup,
  ): Promise<void> {
    const { where, from } = concerning(reader);
    const account = where.value(reader.accountId);
    const events = onceEach(`${from} and n.ordinal <= ${where.value(ordinal)}::bigint`);
    const kinds = group === undefined ? '' : `and r.kind = any(${where.value([...messageKindsOf[group]])})`;
    await this.database.query(
      `insert into ops.read_mark (account_id, item)
       select ${account}, 'event:' || o.event_id from ${events} o ${inGroup('o', group, where)}
       union
       select ${account}, 'reminder:' || r.id from ${remindersOf(reader, where)} and r.id <= ${where.value(reminder)}::bigint ${kinds}
       on conflict do nothing`,
      where.values,
    );
  }

  /** Which of these reminders the account has marked. */
  async markedReminders(accountId: string, ids: readonly number[]): Promise<ReadonlySet<number>> {
    const { rows } = await this.database.query<{ id: number }>(
      `select substring(item from 10)::bigint as id from ops.read_mark where account_id = $1 and item = any($2)`,
      [accountId, ids.map((id) => `reminder:${id}`)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Which of these dossiers the reader may see now, with what each is called: for messages that come from elsewhere. */
  async visible(
    reader: NotificationReader,
    dossierIds: readonly string[],
  ): Promise<ReadonlyMap<string, string | null>> {
    if (dossierIds.length === 0) return new Map();
    const where = new Conditions();
    const asked = isAskedIn('p.dossier_id', reader.unitId, where);
    const sees = reader.scope === undefined ? 'false' : sightOf('p', reader.scope, where);
    where.add(`(${sees}) or ${asked}`);
    where.add(`p.dossier_id = any(${where.value([...new Set(dossierIds)])})`);
    const { rows } = await this.database.query<{ id: string; title: string | null }>(
      `select p.dossier_id as id, d.title from ${notificationPlacesTable.sqlName} p
       left join ${dossierListTable.sqlName} d on d.id = p.dossier_id where ${String(where)}`,
      where.values,
    );
    return new Map(rows.map(({ id, title }) => [id, title]));
  }
}

/** Of several positions' reasons to be told of an event, having to do something comes first. */
const onceEach = (from: string): string =>
  `(select distinct on (n.ordinal) n.* from ${from} order by n.ordinal desc, n.kind = 'todo' desc, n.audience)`;

const inGroup = (alias: string, group: NotificationGroup | undefined, where: Conditions): string =>
  group === undefined ? '' : `where ${alias}.kind = ${where.value(group)}`;

/** What concerns a reader and may be shown to him: by his account, or by a role in his unit or anywhere. */
function concerning(reader: NotificationReader): {
  readonly where: Conditions;
  readonly from: string;
} {
  const { accountId, unitId, roles } = reader;
  const where = new Conditions();
  const from = `${notificationsTable.sqlName} n
    where (n.account_id = ${where.value(accountId)}
      or ((n.unit_id = ${where.value(unitId)} or n.unit_id is null) and n.role = any(${where.value([...roles])})))
      and ${seesDossierOf('n', reader, where)}`;
  return { where, from };
}

/** Messages to the account, of those about dossiers only what he may see in the position in which he acts. */
const remindersOf = (reader: NotificationReader, where: Conditions): string =>
  `ops.notification r where r.account_id = ${where.value(reader.accountId)} and ${seesDossierOf('r', reader, where)}`;

/** Of a row with a dossier_id: there is none, or the reader may see it now. */
function seesDossierOf(alias: string, { scope, unitId }: NotificationReader, where: Conditions): string {
  const asked = isAskedIn(`${alias}.dossier_id`, unitId, where);
  if (scope === undefined) return `(${alias}.dossier_id is null or ${asked})`;
  const sight = sightOf('p', scope, where);
  return `(${alias}.dossier_id is null or ${asked} or exists (
    select from ${notificationPlacesTable.sqlName} p where p.dossier_id = ${alias}.dossier_id and (${sight})))`;
}

/** What a scope asks of a dossier. Its conditions are told apart from all others; its values stand among theirs. */
function sightOf(alias: string, scope: Scope, where: Conditions): string {
  const own = new Conditions().within(alias, scope);
  return String(own).replace(/\$(\d+)/g, (_, at: string) => where.value(own.values[Number(at) - 1]));
}

/**
 * A body that was asked for its opinion is told of that and reminded of it, though it does not see the dossier (R41). It is told
 * of nothing else there: whatever else happens is addressed to other units.
 */
const isAskedIn = (dossierId: string, unitId: string, where: Conditions): string =>
  `exists (select from ${opinionsTable.sqlName} o
    where o.dossier_id = ${dossierId} and o.asked_unit_id = ${where.value(unitId)})`;
