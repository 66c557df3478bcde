import { type Language, type SentenceNames, localDateOf } from '#libs/domain/kernel';
import { type DossierEventType, type RecordedDossierFact, isClockEvent } from '../dossier.events.js';
import { closingSentences } from './closing.sentences.js';
import { consultationSentences } from './consultation.sentences.js';
import { deadlineSentences } from './deadline.sentences.js';
import { draftingSentences } from './drafting.sentences.js';
import { intakeSentences } from './intake.sentences.js';
import { judgementSentences } from './judgement.sentences.js';
import { favourableSentences } from './favourable.sentences.js';
import { effectiveOn } from './phrases.js';
import type { Sentences } from './sentence.js';
import { stepSentences } from './step.sentences.js';
import { submissionSentences } from './submission.sentences.js';
import { sideSentences } from './side.sentences.js';
import { workSentences } from './work.sentences.js';

/** Total by its type: an event without both sentences does not compile. */
const sentences: Sentences<DossierEventType> = {
  ...draftingSentences,
  ...intakeSentences,
  ...judgementSentences,
  ...closingSentences,
  ...submissionSentences,
  ...stepSentences,
  ...favourableSentences,
  ...consultationSentences,
  ...sideSentences,
  ...workSentences,
  ...deadlineSentences,
};

/**
 * One fact of a dossier as a line of its timeline: what happened, with dates as `dd/MM/yyyy` and times as `HH:mm` in
 * Asia/Ho_Chi_Minh. Who and when it was recorded stand beside it, not in it. May hold personal data (reasons, notes): it is
 * for readers of the dossier, never for a log.
 */
export function dossierSentence(fact: RecordedDossierFact, language: Language, names: SentenceNames): string {
  // Each type has the sentence of its own facts; the compiler cannot see that the two unions go in step.
  const say = sentences[fact.type][language] as (fact: RecordedDossierFact, names: SentenceNames) => string;
  return say(fact, names) + recordedLater(fact, language);
}

/** A receipt always says from when it holds, and clocks tell their own moments; any other fact says it when it came late. */
function recordedLater({ type, effectiveAt, recordedAt }: RecordedDossierFact, language: Language): string {
  const day = localDateOf(effectiveAt);
  if (day >= localDateOf(recordedAt) || type === 'DossierReceived' || isClockEvent(type)) return '';
  return ` (${effectiveOn(day, language)})`;
}
