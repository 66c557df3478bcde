import { type Decision, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { marksFavourable, ruleAt } from '#libs/domain/procedure';
import type { DossierCommandOf } from '../dossier.commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierFact } from '../dossier.events.js';
import type { DossierState } from '../dossier.state.js';
import { firstRefusal } from '../gate/gate.js';
import { checkPosition } from '../gate/people.js';
import { procedureFor } from '../gate/procedure-for.js';
import { checkBackdating, checkNotInFuture } from '../gate/times.js';

/**
 * Áp dụng quy định có lợi hơn (R2): never by itself, but by an officer or the authority of the body, for one rule, with a reason
 * (`REASON_MISSING`), while the dossier runs and once a receipt has bound it. The later version has to be in force and to mark that rule
 * (`NOT_MORE_FAVOURABLE`). It counts for what is decided from now on: a vote that was held and a clock that runs stay as they are.
 */
export function applyFavourable(
  { data: { rule, version, reason } }: DossierCommandOf<'apply-favourable'>,
  state: DossierState,
  context: DossierContext,
): Decision<readonly DossierFact[]> {
  const { actor, effectiveAt, versions } = context;
  const governing = procedureFor('resume', state, context);
  if (!governing.ok) return governing;
  const own = governing.value;
  const may = firstRefusal(
    () => checkNotInFuture(context),
    () => checkPosition(['officer', 'authority'], actor, state),
    () => checkBackdating(own.backdating, context),
  );
  if (!may.ok) return may;
  if (!state.procedure || own.steps[state.step]?.kind === 'end') {
    return refuse('NOT_POSSIBLE_AT_STEP', { params: { step: state.step } });
  }
  if (reason === '') return refuse('REASON_MISSING', { rule: 'R2' });
  const later = versions.find((each) => each.code === own.code && each.version === version);
  const isLater =
    later !== undefined &&
    later.effective.from > own.effective.from &&
    later.effective.from <= localDateOf(effectiveAt);
  if (!isLater || !marksFavourable(later, rule) || ruleAt(later, rule) === undefined) {
    return refuse('NOT_MORE_FAVOURABLE', { rule: 'R2', params: { version, ruleName: rule } });
  }
  const { hash } = later;
  const applied = state.favourable.find((each) => each.rule === rule);
  if (applied?.version.hash === hash) return ok([]);
  return ok([{ type: 'FavourableRuleApplied', data: { rule, version: { code: later.code, version, hash }, reason } }]);
}
