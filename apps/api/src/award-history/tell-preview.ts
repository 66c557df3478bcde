import { type Bilingual, type Refusal, sentenceOf } from '#libs/domain/kernel';
import type { ListPreview, NomineePreview, PastAwardPreview } from '#libs/service/commands';
import { type RowError, sentenceOfRowError } from '#libs/service/lists';

interface FaultTold {
  readonly code: string;
  readonly sheet?: string;
  readonly line: number;
  readonly column: number;
  readonly heading?: string;
  readonly found?: string;
  readonly sentence: Bilingual;
}

interface ListTold<Line> {
  readonly sha256: string;
  readonly errors: readonly FaultTold[];
  readonly refusal?: { readonly code: string; readonly rule?: string; readonly sentence: Bilingual };
  readonly lines: readonly Line[];
}

export type PastAwardListTold = ListTold<PastAwardPreview>;
export type NomineeListTold = ListTold<NomineePreview>;

/** A preview as its sender reads it: each fault and the refusal in both languages. */
export const tellPreview = <Line>({ sha256, errors, refusal, lines }: ListPreview<Line>): ListTold<Line> => ({
  sha256,
  errors: errors.map(tellFault),
  ...(refusal ? { refusal: tellRefusal(refusal) } : {}),
  lines,
});

function tellFault(error: RowError): FaultTold {
  const { params: _params, ...told } = error;
  return { ...told, sentence: { vi: sentenceOfRowError(error, 'vi'), en: sentenceOfRowError(error, 'en') } };
}

const tellRefusal = (refusal: Refusal) => ({
  code: refusal.code,
  ...(refusal.rule ? { rule: refusal.rule } : {}),
  sentence: { vi: sentenceOf(refusal, 'vi'), en: sentenceOf(refusal, 'en') },
});
