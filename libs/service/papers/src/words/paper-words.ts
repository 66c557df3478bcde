import common from './common.json' with { type: 'json' };
import decision from './decision.json' with { type: 'json' };
import minutes from './minutes.json' with { type: 'json' };
import receipt from './receipt.json' with { type: 'json' };
import submission from './submission.json' with { type: 'json' };
import summary from './summary.json' with { type: 'json' };
import supplementRequest from './supplement-request.json' with { type: 'json' };

/** What a file of words says: those that are known from a source, and those that are our own. */
interface WordFile<Known, Own> {
  readonly source: string;
  readonly confidence: string;
  readonly words: Known;
  readonly own: { readonly source: string; readonly confidence: string; readonly words: Own };
}

const wordsOf = <Known, Own>({ words, own }: WordFile<Known, Own>): Known & Own => ({ ...words, ...own.words });

/** Every file of words with where its words are from: what a test and a reader check. */
export const wordFiles = { common, decision, minutes, receipt, submission, summary, supplementRequest } as const;

/** The words of every paper. Vietnamese only: papers of the office are written in no other language. */
export const words = {
  common: wordsOf(common),
  decision: wordsOf(decision),
  minutes: wordsOf(minutes),
  receipt: wordsOf(receipt),
  submission: wordsOf(submission),
  summary: wordsOf(summary),
  supplementRequest: wordsOf(supplementRequest),
} as const;

/** Symbols of kinds of papers (chữ viết tắt tên loại văn bản), which stand behind the number. */
export const symbols = { submission: submission.symbol, minutes: minutes.symbol, decision: decision.symbol } as const;

/** Which components of a dossier are the letter itself and its list: they are not enclosed with it. */
export const { components } = submission;

/** Fills `{name}`. @throws Error for a name that nothing fills: a paper with a brace in it must not leave the house. */
export function fill(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`Nothing fills {${name}} in “${text}”.`);
    return String(value);
  });
}
