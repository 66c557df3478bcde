import { type Bilingual, type Language, type Result, fail, ok } from '#libs/domain/kernel';
import { ladderOf } from '../ladder.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import { parseProcedure } from '../parse-procedure.js';
import { checkSoundness } from '../soundness/soundness.js';
import { type RunStep, runText } from '../soundness/soundness-fault.js';

/** What stands in the way of publishing a draft: where, in both languages, and the shortest run that shows it. */
export interface DraftFault {
  /** `steps.intake.acts.receive.to`; empty when it is the document as a whole. */
  readonly path: string;
  readonly words: Bilingual;
  readonly run: readonly RunStep[];
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
  if (!parsed.ok) return fail(parsed.error.map(({ path, words }) => ({ path, words, run: [] })));
  const procedure = parsed.value;
  const { from, until } = procedure.effective;
  const faults: DraftFault[] = [
    ...(until !== null && until <= from ? [endsTooEarly(from, until)] : []),
    ...missingLadders(procedure, ladders),
    ...checkSoundness(procedure).map(({ path, words, run }) => ({ path, words, run })),
  ];
  return faults.length > 0 ? fail(faults) : ok(procedure);
}

const endsTooEarly = (from: string, until: string): DraftFault => ({
  path: 'effective.until',
  words: {
    vi: `hết hiệu lực ${until}, không sau ngày đầu ${from}`,
    en: `it ends on ${until}, not after its first day ${from}`,
  },
  run: [],
});

function missingLadders(procedure: ProcedureDocument, ladders: ReadonlySet<string>): DraftFault[] {
  const named = [
    ...(procedure.ladder === undefined ? [] : [{ path: 'ladder', name: procedure.ladder }]),
    ...Object.entries(procedure.clocks).flatMap(([clock, { ladder }]) =>
      ladder === undefined ? [] : [{ path: `clocks.${clock}.ladder`, name: ladderOf(procedure, clock) }],
    ),
  ];
  return named.flatMap(({ path, name }) =>
    ladders.has(name)
      ? []
      : [{ path, words: { vi: `không có thang nhắc việc ${name}`, en: `there is no ladder ${name}` }, run: [] }],
  );
}

const forExample: Bilingual = { vi: 'ví dụ', en: 'for example' };

/** A fault as one line. */
export function sentenceOfDraftFault({ path, words, run }: DraftFault, language: Language): string {
  const place = path === '' ? '' : `${path}: `;
  const example = run.length === 0 ? '' : ` (${forExample[language]}: ${runText(run)})`;
  return `${place}${words[language]}${example}`;
}
