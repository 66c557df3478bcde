import { type Language, type Recorded, dayText } from '#libs/domain/kernel';
import type { ProcedureEventType, ProcedureFactOf, RecordedProcedureFact } from './procedure-life.events.js';

type SentencesOf<T extends ProcedureEventType> = Readonly<
  Record<Language, (fact: Recorded<ProcedureFactOf<T>>) => string>
>;

/** Total by its type: an event without both sentences does not compile. */
const sentences: { readonly [T in ProcedureEventType]: SentencesOf<T> } = {
  ProcedureDraftSaved: {
    vi: ({ data }) => `Lưu bản nháp ${data.version}, ${data.faults === 0 ? 'không có lỗi' : `${data.faults} lỗi`}`,
    en: ({ data }) =>
      `Saved the draft ${data.version}, ${data.faults === 0 ? 'without faults' : `${data.faults} faults`}`,
  },
  ProcedureDraftDiscarded: {
    vi: ({ data }) => `Bỏ bản nháp ${data.version}; lý do: ${data.reason}`,
    en: ({ data }) => `Discarded the draft ${data.version}; reason: ${data.reason}`,
  },
  ProcedureDryRunRequested: {
    vi: ({ data }) => `Yêu cầu chạy thử bản nháp ${data.version} trên các hồ sơ đã có`,
    en: ({ data }) => `Asked for a dry run of the draft ${data.version} on the dossiers there are`,
  },
  ProcedureDryRunRecorded: {
    vi: ({ data }) =>
      `Đã chạy thử bản ${data.version}: ${data.dossiers} hồ sơ, ${data.otherOutcome} khác kết quả, ${data.otherDeadline} khác hạn`,
    en: ({ data }) =>
      `Dry run of ${data.version}: ${data.dossiers} dossiers, ${data.otherOutcome} with another outcome, ${data.otherDeadline} with another deadline`,
  },
  ProcedurePublished: {
    vi: ({ data }) =>
      `Công bố bản ${data.version}, hiệu lực từ ${dayText(data.from)}${data.until === undefined ? '' : ` đến trước ${dayText(data.until)}`}`,
    en: ({ data }) =>
      `Published the version ${data.version}, in force from ${dayText(data.from)}${data.until === undefined ? '' : ` until before ${dayText(data.until)}`}`,
  },
  ProcedureEnded: {
    vi: ({ data }) => `Bản ${data.version} không nhận hồ sơ mới từ ${dayText(data.until)}${becauseVi(data)}`,
    en: ({ data }) => `The version ${data.version} takes no new dossiers from ${dayText(data.until)}${becauseEn(data)}`,
  },
  ProcedureExpiryNoted: {
    vi: ({ data }) => `Bản ${data.version} hết hiệu lực từ ${dayText(data.until)} và chưa có bản thay thế`,
    en: ({ data }) => `The version ${data.version} ends on ${dayText(data.until)}, and none follows it`,
  },
};

type Ended = ProcedureFactOf<'ProcedureEnded'>['data'];

const becauseVi = ({ successor, reason }: Ended): string =>
  successor === undefined ? `; lý do: ${reason ?? '—'}` : `, thay bằng bản ${successor}`;
const becauseEn = ({ successor, reason }: Ended): string =>
  successor === undefined ? `; reason: ${reason ?? '—'}` : `, ${successor} follows`;

/** One fact of a procedure's life as a line of its history. Names nobody. */
export function procedureSentence(fact: RecordedProcedureFact, language: Language): string {
  // Each type has the sentence of its own facts; the compiler cannot see that the two unions go in step.
  const say = sentences[fact.type][language] as (fact: RecordedProcedureFact) => string;
  return say(fact);
}
