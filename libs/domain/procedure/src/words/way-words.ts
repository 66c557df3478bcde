import type { Bilingual, Language } from '#libs/domain/kernel';
import type { Act, CouncilOutcome } from '../act.js';
import { isActing, outcomeOf } from '../flow/ways-out.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import { actName } from '../procedure-words.js';

/** The results that the engine itself finds out; what the completion of a step comes to, the procedure names. */
const engineOutcomes: Readonly<Record<CouncilOutcome, Bilingual>> = {
  passed: { vi: 'có đối tượng đạt', en: 'somebody passed' },
  none_passed: { vi: 'không đối tượng nào đạt', en: 'nobody passed' },
};

/** A way out of a step in a few words: its outcome, or where it has none what is done. */
export function wayText(
  procedure: ProcedureDocument,
  step: string,
  { act, outcome }: { readonly act: string; readonly outcome?: string },
  language: Language,
): string {
  if (outcome === undefined) return actName(act, language);
  const at = procedure.steps[step];
  const chosen = at && isActing(at) ? at.acts[act as Act]?.outcomes?.[outcome] : undefined;
  const names = chosen === undefined ? undefined : outcomeOf(chosen).names;
  const known = Object.hasOwn(engineOutcomes, outcome) ? engineOutcomes[outcome as CouncilOutcome] : undefined;
  return (names ?? known)?.[language] ?? outcome;
}
