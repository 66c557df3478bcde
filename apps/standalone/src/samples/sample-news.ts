import { readScopeOf, sampleAccounts, sampleActor } from '#libs/service/access';
import type { Foundation } from '#libs/service/foundation';
import { inboxOf } from '#libs/service/notifications';
import { NotificationsQuery } from '#libs/service/read-models';
import type { SampleGround } from './sample-ground.js';

/** What happened within so many working days is news. */
const NEWS_WORKING_DAYS = 2;
const ALL = 100_000;

/** Those who can sign in have read what is older than a few days, as people in an office have: their bells tell of what is new. */
export async function readOldNews({ database }: Foundation, { hours, today }: SampleGround): Promise<void> {
  const since = hours.before(today, NEWS_WORKING_DAYS);
  const notifications = new NotificationsQuery(database);
  for (const { id: accountId } of sampleAccounts) {
    const actor = sampleActor(accountId);
    const reader = { accountId, unitId: actor.unitId, roles: actor.roles, scope: readScopeOf(actor) };
    const facts = await notifications.before(reader, undefined, ALL);
    const reminders = await inboxOf(database, accountId, { limit: ALL });
    await notifications.mark(
      reader,
      facts.filter(({ effectiveAt }) => effectiveAt < since).map(({ eventId }) => eventId),
      reminders.filter(({ rungAt }) => rungAt < since).map(({ id }) => id),
    );
  }
}
