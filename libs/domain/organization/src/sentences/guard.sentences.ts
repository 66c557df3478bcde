import type { Language } from '#libs/domain/kernel';
import type { RecordedGuardFact } from '../guard/guard.events.js';

/** One fact of the guard stream as a line. Names the stream only: what is to be recorded stands there. */
export const guardSentence = ({ data }: RecordedGuardFact, language: Language): string =>
  language === 'vi' ? `Báo trước một thay đổi của ${data.stream}` : `Announced a change of ${data.stream}`;
