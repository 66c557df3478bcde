import { type Language, type LocalDate, type Recorded, type SentenceNames, dayText } from '#libs/domain/kernel';
import type { RecordedUnitFact, UnitEventType, UnitFactOf } from '../unit/unit.events.js';

type SentencesOf<T extends UnitEventType> = Readonly<
  Record<Language, (fact: Recorded<UnitFactOf<T>>, names: SentenceNames) => string>
>;

const by = (paper: string | undefined, language: Language): string =>
  paper === undefined ? '' : language === 'vi' ? ` theo ${paper}` : ` by ${paper}`;

const because = (reason: string | undefined, language: Language): string =>
  reason === undefined ? '' : language === 'vi' ? `; lý do: ${reason}` : `; reason: ${reason}`;

/** A half-open period as people read it: its end is the first day without. */
function period(from: LocalDate, to: LocalDate | undefined, language: Language): string {
  if (language === 'vi') return `từ ${dayText(from)}${to ? ` đến trước ${dayText(to)}` : ''}`;
  return `from ${dayText(from)}${to ? ` to before ${dayText(to)}` : ''}`;
}

const sides = { giver: { vi: 'Bên giao', en: 'who hands over' }, taker: { vi: 'Bên nhận', en: 'who takes over' } };

/** Total by its type: an event without both sentences does not compile. */
const sentences: { readonly [T in UnitEventType]: SentencesOf<T> } = {
  UnitEstablished: {
    vi: ({ data }, names) =>
      `Thành lập ${data.name.vi} từ ${dayText(data.from)}${data.parentId ? `, trực thuộc ${names.unit(data.parentId)}` : ''}${by(data.basis, 'vi')}`,
    en: ({ data }, names) =>
      `Established ${data.name.en} from ${dayText(data.from)}${data.parentId ? `, under ${names.unit(data.parentId)}` : ''}${by(data.basis, 'en')}`,
  },
  UnitMoved: {
    vi: ({ data }, names) =>
      `Từ ${dayText(data.from)} ${data.parentId ? `trực thuộc ${names.unit(data.parentId)}` : 'không trực thuộc đơn vị nào'}${by(data.basis, 'vi')}`,
    en: ({ data }, names) =>
      `From ${dayText(data.from)} ${data.parentId ? `under ${names.unit(data.parentId)}` : 'under no other unit'}${by(data.basis, 'en')}`,
  },
  UnitEnded: {
    vi: ({ data }, names) =>
      `Kết thúc hoạt động từ ${dayText(data.on)}${data.successorId ? `, việc chuyển cho ${names.unit(data.successorId)}` : ''}${by(data.basis, 'vi')}`,
    en: ({ data }, names) =>
      `Ended on ${dayText(data.on)}${data.successorId ? `, its work goes to ${names.unit(data.successorId)}` : ''}${by(data.basis, 'en')}`,
  },
  PositionCreated: {
    vi: ({ data }) =>
      `Lập vị trí ${data.title.vi}${data.head ? ' (người đứng đầu)' : ''} từ ${dayText(data.from)}, số người giữ: ${data.seats}`,
    en: ({ data }) =>
      `Created the position ${data.title.en}${data.head ? ' (head)' : ''} from ${dayText(data.from)}, seats: ${data.seats}`,
  },
  PositionEnded: {
    vi: ({ data }, names) => `Bỏ vị trí ${names.position(data.positionId)} từ ${dayText(data.on)}`,
    en: ({ data }, names) => `The position ${names.position(data.positionId)} ended on ${dayText(data.on)}`,
  },
  AppointmentMade: {
    vi: ({ data }, names) =>
      `${names.actor(data.accountId)} giữ vị trí ${names.position(data.positionId)} ${period(data.from, data.to, 'vi')}${by(data.basis, 'vi')}`,
    en: ({ data }, names) =>
      `${names.actor(data.accountId)} holds the position ${names.position(data.positionId)} ${period(data.from, data.to, 'en')}${by(data.basis, 'en')}`,
  },
  AppointmentEnded: {
    vi: ({ data }) => `Thôi giữ vị trí từ ${dayText(data.on)}${because(data.reason, 'vi')}`,
    en: ({ data }) => `No longer holds the position from ${dayText(data.on)}${because(data.reason, 'en')}`,
  },
  DelegationGiven: {
    vi: ({ data }, names) =>
      `${names.actor(data.givenBy)} ủy quyền cho ${names.actor(data.accountId)} ở vị trí ${names.position(data.positionId)} ${period(data.from, data.to, 'vi')}, văn bản số ${data.mandate.number} ngày ${dayText(data.mandate.date)}`,
    en: ({ data }, names) =>
      `${names.actor(data.givenBy)} gave ${names.actor(data.accountId)} a mandate for the position ${names.position(data.positionId)} ${period(data.from, data.to, 'en')}, no. ${data.mandate.number} of ${dayText(data.mandate.date)}`,
  },
  DelegationWithdrawn: {
    vi: ({ data }) => `Rút ủy quyền từ ${dayText(data.on)}${because(data.reason, 'vi')}`,
    en: ({ data }) => `Withdrew the mandate from ${dayText(data.on)}${because(data.reason, 'en')}`,
  },
  HandoverProposed: {
    vi: ({ data }, names) =>
      `Đề nghị bàn giao ${data.items.length} việc ở vị trí ${names.position(data.positionId)} từ ${names.actor(data.fromAccountId)} sang ${names.actor(data.toAccountId)} (vị trí ${names.position(data.toPositionId)}) từ ${dayText(data.on)}`,
    en: ({ data }, names) =>
      `Proposed to hand over work of the position ${names.position(data.positionId)}, items: ${data.items.length}, from ${names.actor(data.fromAccountId)} to ${names.actor(data.toAccountId)} (position ${names.position(data.toPositionId)}) from ${dayText(data.on)}`,
  },
  HandoverConfirmed: {
    vi: ({ data }, names) => `${sides[data.side].vi} xác nhận bàn giao: ${names.actor(data.accountId)}`,
    en: ({ data }, names) => `Handover confirmed for ${sides[data.side].en}: ${names.actor(data.accountId)}`,
  },
  HandoverCompleted: {
    vi: ({ data }, names) =>
      `Hoàn thành bàn giao ${data.items.length} việc: ${names.actor(data.toAccountId)} (vị trí ${names.position(data.toPositionId)}) nhận từ ${dayText(data.from)}`,
    en: ({ data }, names) =>
      `Handover completed, items: ${data.items.length}; ${names.actor(data.toAccountId)} (position ${names.position(data.toPositionId)}) answers for them from ${dayText(data.from)}`,
  },
  HandoverWithdrawn: {
    vi: ({ data }) => `Không bàn giao nữa; lý do: ${data.reason}`,
    en: ({ data }) => `The handover will not take place; reason: ${data.reason}`,
  },
};

/** One fact of a unit as a line of its history. May hold personal data in a reason: for readers, never for a log. */
export function unitSentence(fact: RecordedUnitFact, language: Language, names: SentenceNames): string {
  // Each type has the sentence of its own facts; the compiler cannot see that the two unions go in step.
  const say = sentences[fact.type][language] as (fact: RecordedUnitFact, names: SentenceNames) => string;
  return say(fact, names);
}
