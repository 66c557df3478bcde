import { type Bilingual, dayText, type Language, type Result, fail, ok } from '#libs/domain/kernel';
import { faultsOfEngineNames } from '../check-engine-names.js';
import { ladderOf } from '../ladder.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import { parseProcedure } from '../parse-procedure.js';
import { unlike } from '../procedure-fault.js';
import { checkSoundness } from '../soundness/soundness.js';
import { runText } from '../soundness/soundness-words.js';

/** What stands in the way of publishing a draft: where, in both languages, and in the same the shortest run that shows it. */
export interface DraftFault {
  /** `steps.intake.acts.receive.to`; empty when it is the document as a whole. */
  readonly path: string;
  readonly words: Bilingual;
  readonly example?: Bilingual;
}

/**
 * The whole check of a document, which `procedure lint` shows and a publication demands: its shape and names, the ladders it
 * mentions, and whether every dossier comes to an end under it. Faults of the shape hide those of the way.
 * @param ladders the reminder ladders of the law, by name.
 */
export function checkDraft(
  document: unknown,
  ladders: ReadonlySet<string>,
): Result<ProcedureDocument, readonly DraftFault[]> {
  const parsed = parseProcedure(document);
  if (!parsed.ok) return fail(parsed.error.map(draftFault));
  const procedure = parsed.value;
  const { from, until } = procedure.effective;
  const faults: DraftFault[] = [
    ...(until !== null && until <= from ? [endsTooEarly(from, until)] : []),
    ...missingLadders(procedure, ladders),
    ...faultsOfEngineNames(procedure).map(draftFault),
    ...checkSoundness(procedure).map(({ run, ...rest }) => ({
      ...draftFault(rest),
      ...(run.length === 0
        ? {}
        : { example: { vi: runText(procedure, run, 'vi'), en: runText(procedure, run, 'en') } }),
    })),
  ];
  return faults.length > 0 ? fail(faults) : ok(procedure);
}

const draftFault = ({ path, words }: Pick<DraftFault, 'path' | 'words'>): DraftFault => ({ path, words });

const endsTooEarly = (from: string, until: string): DraftFault => ({
  path: 'effective.until',
  words: {
    vi: `ngày hết hiệu lực ${dayText(until)} phải sau ngày bắt đầu ${dayText(from)}`,
    en: `it ends on ${dayText(until)}, which has to come after its first day ${dayText(from)}`,
  },
});

function missingLadders(procedure: ProcedureDocument, ladders: ReadonlySet<string>): DraftFault[] {
  const named = [
    ...(procedure.ladder === undefined ? [] : [{ path: 'ladder', name: procedure.ladder }]),
    ...Object.entries(procedure.clocks).flatMap(([clock, { ladder }]) =>
      ladder === undefined ? [] : [{ path: `clocks.${clock}.ladder`, name: ladderOf(procedure, clock) }],
    ),
  ];
  return named.flatMap(({ path, name }) => {
    const words = { vi: `không có thang nhắc việc “${name}”`, en: `there is no ladder “${name}”` };
    return ladders.has(name) ? [] : draftFault(unlike(path, words, name, [...ladders]));
  });
}

const forExample: Bilingual = { vi: 'ví dụ', en: 'for example' };

/** A fault as one line. */
export function sentenceOfDraftFault({ path, words, example }: DraftFault, language: Language): string {
  const place = path === '' ? '' : `${path}: `;
  const run = example === undefined ? '' : ` (${forExample[language]}: ${example[language]})`;
  return `${place}${words[language]}${run}`;
}
