import { type Clock, type Decision, ok } from '#libs/domain/kernel';
import { pinAtOf, type Procedure } from '#libs/domain/procedure';
import { type EventStore, EventStoreUnavailable } from '#libs/engine/event-store';
import type { Logger } from '#libs/platform/observability';
import { systemActor } from '#libs/service/access';
import type { Law } from '#libs/service/law';
import { derivedId } from '../ids.js';
import { ProcedureLives } from './procedure-lives.js';
import { PublishedProcedures } from './published-procedures.js';

/** Streams written at once. */
const AT_ONCE = 8;

/**
 * Enters the procedures of the law's files where the log has none of an award: on a first start, once, each award in one append.
 * Later versions come by command, and what a file says then changes nothing. Answers why not. @throws EventStoreUnavailable
 */
export async function enterShippedProcedures(store: EventStore, clock: Clock, law: Law): Promise<Decision<void>> {
  const known = await new PublishedProcedures(store, law).read();
  const lives = new ProcedureLives(store, law, clock);
  const codes = [...new Set(law.shipped.map(({ code }) => code))].filter((code) => !known.has(code));
  for (let from = 0; from < codes.length; from += AT_ONCE) {
    const some = codes.slice(from, from + AT_ONCE);
    const entered = await Promise.all(some.map((code) => enter(lives, law, code)));
    const refused = entered.find((done) => !done.ok);
    if (refused && !refused.ok) return refused;
  }
  return ok(undefined);
}

async function enter(lives: ProcedureLives, law: Law, code: string): Promise<Decision<unknown>> {
  const versions = law.shipped.filter((procedure) => procedure.code === code).flatMap((each) => shippedAs(each, law));
  if (versions.length === 0) return ok(undefined);
  const commandId = derivedId('enter-shipped-procedures', code);
  return lives.execute(
    code,
    { type: 'enter-shipped', data: { versions } },
    { actor: systemActor, commandId, fingerprint: 'enter-shipped-procedures', correlationId: commandId },
  );
}

function shippedAs(procedure: Procedure, { shippedTexts }: Law) {
  const { version, hash } = procedure;
  const { from, until } = procedure.effective;
  const document = shippedTexts.get(hash);
  if (document === undefined) return [];
  return [{ version, document, hash, from, ...(until === null ? {} : { until }), ...pinAtOf(procedure) }];
}

/**
 * Enters them when a process starts. Nothing that goes wrong here stops the start: while the log holds nothing of an award the files
 * count, and whoever starts next enters them.
 */
export async function enterProceduresAtStart({
  store,
  clock,
  law,
  log,
}: {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly law: Law;
  readonly log: Logger;
}): Promise<void> {
  try {
    const entered = await enterShippedProcedures(store, clock, law);
    if (!entered.ok) log.warn({ code: entered.error.code }, 'the procedures of the law were not entered');
  } catch (error) {
    if (!(error instanceof EventStoreUnavailable)) throw error;
    log.warn('the log is away: the procedures of the law are entered later');
  }
}
