import { type RecordedDossierFact, dossierSentence } from '#libs/domain/dossier';
import { type Language, type SentenceNames, momentText } from '#libs/domain/kernel';

/** A fact of a dossier, and where it stands in the log. */
export interface TimelineFact {
  readonly fact: RecordedDossierFact;
  readonly position: string;
}

const HEADINGS = {
  vi: ['bản', 'vị trí', 'có hiệu lực', 'ghi lúc', 'người', 'việc'],
  en: ['rev.', 'position', 'effective', 'recorded', 'by', 'what'],
} as const satisfies Record<Language, readonly string[]>;

/** The timeline as a table: one line per fact, times by the office's clock (Asia/Ho_Chi_Minh). */
export function timelineLines(
  facts: readonly TimelineFact[],
  language: Language,
  names: SentenceNames,
): readonly string[] {
  const rows = facts.map(({ fact, position }) => [
    String(fact.revision),
    position,
    momentText(fact.effectiveAt),
    momentText(fact.recordedAt),
    names.actor(fact.actor.id),
    dossierSentence(fact, language, names),
  ]);
  return alignedLines([HEADINGS[language], ...rows], new Set([0, 1]));
}

/** Columns of equal width; the last one as it is. */
function alignedLines(rows: readonly (readonly string[])[], right: ReadonlySet<number>): readonly string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => {
        if (column === row.length - 1) return cell;
        return right.has(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!);
      })
      .join('  '),
  );
}
