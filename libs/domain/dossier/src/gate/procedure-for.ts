import { type Decision, type LocalDate, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { type Act, type Procedure, versionInForce, withRule } from '#libs/domain/procedure';
import type { DossierContext } from '../dossier.context.js';
import type { DossierState } from '../dossier.state.js';

/**
 * The version that judges an act: the pinned one from the first receipt on (R1, with the rules of R2), before it the one in force on the day the act
 * holds from. A receipt needs one in force (R3); other acts before it go by the last one that was, so that a unit can still
 * withdraw a draft for which no successor was loaded yet.
 */
export function procedureFor(
  act: Act,
  state: DossierState,
  context: Pick<DossierContext, 'effectiveAt' | 'versions'>,
): Decision<Procedure> {
  if (state.procedure) {
    const pinned = pinnedVersion(state.procedure, context.versions);
    return pinned.ok ? withFavourable(pinned.value, state.favourable, context.versions) : pinned;
  }
  const date = localDateOf(context.effectiveAt);
  const inForce = versionInForce(state.procedureCode, context.versions, date);
  if (inForce.ok) return ok(inForce.value.procedure);
  const last = act === 'receive' ? undefined : lastVersionBefore(date, state.procedureCode, context.versions);
  return last ? ok(last) : inForce;
}

/** With the rules that were applied as more favourable in the place of its own (R2). */
function withFavourable(
  pinned: Procedure,
  favourable: DossierState['favourable'],
  versions: readonly Procedure[],
): Decision<Procedure> {
  let procedure = pinned;
  for (const { rule, version } of favourable) {
    const later = pinnedVersion(version, versions);
    if (!later.ok) return later;
    procedure = withRule(procedure, rule, later.value);
  }
  return ok(procedure);
}

/** Refuses `PROCEDURE_NOT_LOADED` when the version is missing or its content is no longer what was pinned. */
function pinnedVersion(
  pin: NonNullable<DossierState['procedure']>,
  versions: readonly Procedure[],
): Decision<Procedure> {
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
