import { type Decision, type LocalDate, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { type Act, actRule, type Procedure, versionInForce, withRule } from '#libs/domain/procedure';
import type { DossierContext } from '../dossier.context.js';
import type { DossierState, ProcedurePin } from '../dossier.state.js';
import { groundOf } from './ground.js';

/**
 * The version that judges an act: the pinned one from the first receipt on (R1, with the rules of R2), before it the one in force on the day the act
 * holds from. A receipt needs one in force (R3), also where an earlier one has bound the dossier only for the time being; other acts before the first go
 * by the last one that was, so that a unit can still withdraw a draft for which no successor was loaded yet.
 */
export function procedureFor(
  act: Act,
  state: DossierState,
  context: Pick<DossierContext, 'effectiveAt' | 'versions'>,
): Decision<Procedure> {
  const { procedure: pin, provisional, favourable } = state;
  const { versions } = context;
  if (pin) {
    const pinned = pinnedVersion(pin, versions);
    if (!pinned.ok) return pinned;
    const governing = act === 'receive' && provisional ? versionAtReceipt(pinned.value, state, context) : pinned;
    if (!governing.ok) return governing;
    const whole = withEarlierClocks(governing.value, [...(state.boundBefore ?? []), pin], versions);
    return whole.ok ? withFavourable(whole.value, favourable, versions) : whole;
  }
  const date = localDateOf(context.effectiveAt);
  const inForce = versionInForce(state.procedureCode, versions, date);
  if (inForce.ok) return ok(inForce.value.procedure);
  const last = act === 'receive' ? undefined : lastVersionBefore(date, state.procedureCode, versions);
  return last ? ok(last) : inForce;
}

/**
 * The version to which a receipt binds a dossier that is bound for the time being: what is in force on its day. Refuses `VERSION_DOES_NOT_FIT` where
 * that does not know a step at which the dossier lies, or receives nothing there: nobody says where it would stand.
 */
function versionAtReceipt(
  pinned: Procedure,
  { procedureCode, places }: DossierState,
  { effectiveAt, versions }: Pick<DossierContext, 'effectiveAt' | 'versions'>,
): Decision<Procedure> {
  const inForce = versionInForce(procedureCode, versions, localDateOf(effectiveAt));
  if (!inForce.ok) return inForce;
  const { procedure } = inForce.value;
  const receives = (version: Procedure, place: string) => actRule(version, place, 'receive') !== undefined;
  const step = places.find(
    (place) =>
      procedure.steps[place]?.level !== pinned.steps[place]?.level ||
      (receives(pinned, place) && !receives(procedure, place)),
  );
  if (step === undefined) return ok(procedure);
  return refuse('VERSION_DOES_NOT_FIT', { ...groundOf(procedure), params: { version: procedure.version, step } });
}

/**
 * With the clocks of the versions to which the dossier was bound before, where it has none of the name: what they set runs on as it was promised, and
 * is met by what it waited for. None of them starts again.
 */
function withEarlierClocks(
  procedure: Procedure,
  before: readonly ProcedurePin[],
  versions: readonly Procedure[],
): Decision<Procedure> {
  let clocks = procedure.clocks;
  for (const pin of before) {
    if (pin.hash === procedure.hash) continue;
    const earlier = pinnedVersion(pin, versions);
    if (!earlier.ok) return earlier;
    const stopped = Object.entries(earlier.value.clocks).map(([name, rule]) => [name, { ...rule, startsOn: [] }]);
    clocks = { ...(Object.fromEntries(stopped) as Procedure['clocks']), ...clocks };
  }
  return ok(clocks === procedure.clocks ? procedure : { ...procedure, clocks });
}

/** With the rules that were applied as more favourable in the place of its own (R2); a version that was bound since goes before earlier ones. */
function withFavourable(
  pinned: Procedure,
  favourable: DossierState['favourable'],
  versions: readonly Procedure[],
): Decision<Procedure> {
  let procedure = pinned;
  for (const { rule, version } of favourable) {
    const later = pinnedVersion(version, versions);
    if (!later.ok) return later;
    if (later.value.effective.from > pinned.effective.from) procedure = withRule(procedure, rule, later.value);
  }
  return ok(procedure);
}

/** Refuses `PROCEDURE_NOT_LOADED` when the version is missing or its content is no longer what was pinned. */
function pinnedVersion(pin: ProcedurePin, versions: readonly Procedure[]): Decision<Procedure> {
  const procedure = versions.find(
    ({ code, version, hash }) => code === pin.code && version === pin.version && hash === pin.hash,
  );
  return procedure
    ? ok(procedure)
    : refuse('PROCEDURE_NOT_LOADED', { rule: 'R1', params: { procedure: `${pin.code}@${pin.version}` } });
}

const lastVersionBefore = (date: LocalDate, code: string, versions: readonly Procedure[]): Procedure | undefined =>
  versions
    .filter((version) => version.code === code && version.effective.from <= date)
    .toSorted((one, other) => (one.effective.from < other.effective.from ? -1 : 1))
    .at(-1);
