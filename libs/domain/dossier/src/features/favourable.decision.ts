import { type Decision, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { type Procedure, ruleAt, type RulePath } from '#libs/domain/procedure';
import type { DossierCommandOf } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact } from '../dossier.events.js';
import type { DossierState } from '../dossier.state.js';
import { firstRefusal } from '../gate/gate.js';
import { groundOf } from '../gate/ground.js';
import { checkPosition } from '../gate/people.js';
import { procedureFor } from '../gate/procedure-for.js';
import { checkBackdating, checkNotInFuture } from '../gate/times.js';

/** A rule of a later version in force that this version marks as more favourable. */
export interface FavourableRule {
  readonly rule: RulePath;
  readonly version: string;
}

/** The rules that may be applied to a dossier that is bound to an earlier version (R2); empty before a receipt has bound it. */
export function favourableRules(state: DossierState, context: DossierContext): readonly FavourableRule[] {
  const own = state.procedure && procedureFor('resume', state, context);
  if (!own?.ok) return [];
  return laterThan(own.value, context).flatMap((later) =>
    (later.moreFavourable ?? [])
      .filter(({ rule }) => ruleAt(later, rule) !== undefined)
      .map(({ rule }) => ({ rule, version: later.version })),
  );
}

const laterThan = (own: Procedure, { versions, effectiveAt }: DossierContext): readonly Procedure[] =>
  versions.filter(
    ({ code, effective: { from } }) =>
      code === own.code && from > own.effective.from && from <= localDateOf(effectiveAt),
  );

/** What has to be true whichever rule is applied: an officer or the authority, a dossier that is bound and runs, and a rule that is marked. */
export function mayApplyFavourable(state: DossierState, context: DossierContext): Decision<void> {
  const governing = procedureFor('resume', state, context);
  if (!governing.ok) return governing;
  const own = governing.value;
  return firstRefusal(
    () => checkNotInFuture(context),
    () => checkPosition(['officer', 'authority'], context.actor, own, state),
    () => checkBackdating(own.backdating, context),
    () =>
      state.procedure && own.steps[state.step]?.kind !== 'end'
        ? ok(undefined)
        : refuse('NOT_POSSIBLE_AT_STEP', { ...groundOf(own), params: { step: state.step } }),
    () => (favourableRules(state, context).length > 0 ? ok(undefined) : refuse('NO_FAVOURABLE_RULE', { rule: 'R2' })),
  );
}

/**
 * Áp dụng quy định có lợi hơn (R2): never by itself, but by an officer or the authority of the body, for one rule, with a reason
 * (`REASON_MISSING`), while the dossier runs and once a receipt has bound it. The later version has to be in force and to mark that rule
 * (`NO_FAVOURABLE_RULE` where none marks any, `NOT_MORE_FAVOURABLE`). It counts for what is decided from now on: a vote that was held and a clock that runs stay as they are.
 */
export function applyFavourable(
  { data: { rule, version, reason } }: DossierCommandOf<'apply-favourable'>,
  state: DossierState,
  context: DossierContext,
): Decision<readonly DossierFact[]> {
  const may = mayApplyFavourable(state, context);
  if (!may.ok) return may;
  if (reason === '') return refuse('REASON_MISSING', { rule: 'R2' });
  const marked = favourableRules(state, context).some((each) => each.rule === rule && each.version === version);
  const later = context.versions.find((each) => each.code === state.procedure?.code && each.version === version);
  if (!marked || !later) {
    return refuse('NOT_MORE_FAVOURABLE', { rule: 'R2', params: { version, ruleName: rule } });
  }
  const { code, hash } = later;
  const applied = state.favourable.find((each) => each.rule === rule);
  if (applied?.version.hash === hash) return ok([]);
  return ok([{ type: 'FavourableRuleApplied', data: { rule, version: { code, version, hash }, reason } }]);
}
