import { legalSourceText } from '#libs/domain/citation';
import {
  type Bilingual,
  type Language,
  type Recorded,
  type SentenceNames,
  dayText,
  dongText,
  shortId,
} from '#libs/domain/kernel';
import { countByKind, nomineeKindNames } from '#libs/domain/procedure';
import type {
  DecisionEventType,
  DecisionFactOf,
  RecordedDecisionFact,
  RecordedRegisterFact,
} from '../decision.events.js';
import { numberOf, yearOfRegister } from '../register.js';

type SentencesOf<T extends DecisionEventType> = Readonly<
  Record<Language, (fact: Recorded<DecisionFactOf<T>>, names: SentenceNames) => string>
>;

/** The four grounds of L22 Art 93(2). Grounds are data of the procedure: one that is not known here is shown as it is. */
const groundNames: Readonly<Record<string, Bilingual>> = {
  false_merit: { vi: 'khai sai thành tích', en: 'false merit' },
  false_information: { vi: 'cung cấp thông tin sai, giấy tờ giả', en: 'false information or forged papers' },
  against_law: { vi: 'thẩm định, đề nghị trái pháp luật', en: 'appraised or proposed against the law' },
  standards_not_met: {
    vi: 'không đủ tiêu chuẩn trong thời gian tính thành tích',
    en: 'standards not met in the period of the merit',
  },
};

const groundName = (ground: string, language: Language): string => groundNames[ground]?.[language] ?? ground;

type Issued = DecisionFactOf<'DecisionIssued'>['data'];

/** What each kind gets: `tập thể 7.590.000 đồng, cá nhân 3.800.000 đồng`. */
function prizesOf({ prizes, gradedPrizes = [] }: Issued, names: SentenceNames, language: Language): string {
  const kinds = Object.entries(nomineeKindNames).flatMap(([kind, name]) => {
    const prize = prizes[kind as keyof Issued['prizes']];
    return prize === undefined ? [] : [`${name[language]} ${dongText(prize, language)}`];
  });
  const grades = gradedPrizes.flatMap(({ grade, kind, amount }) =>
    amount === undefined
      ? []
      : [`${names.grade(grade)} (${nomineeKindNames[kind][language]}) ${dongText(amount, language)}`],
  );
  return [...kinds, ...grades].join(', ');
}

/** `; chưa rõ mức của hộ gia đình`. */
function unknownPrizes({ prizesUnknown }: Issued, language: Language): string {
  if (!prizesUnknown) return '';
  const kinds = prizesUnknown.map((kind) => nomineeKindNames[kind][language]).join(', ');
  return language === 'vi' ? `; chưa rõ mức của ${kinds}` : `; unknown for: ${kinds}`;
}

/** What is paid, and by which figure. */
function money(data: Issued, names: SentenceNames, language: Language): string {
  const { amount, source } = data.baseSalary;
  const known =
    Object.keys(data.prizes).length > 0 || data.gradedPrizes?.some((prize) => prize.amount !== undefined) === true;
  if (!known) return language === 'vi' ? 'mức tiền thưởng chưa rõ' : 'prizes unknown';
  const details =
    language === 'vi'
      ? `lương cơ sở ${dongText(amount, 'vi')} theo ${legalSourceText(source, 'vi')}`
      : `base salary ${dongText(amount, 'en')} by ${legalSourceText(source, 'en')}`;
  const word = language === 'vi' ? 'tiền thưởng' : 'prizes';
  return `${word} ${dongText(data.total, language)} (${prizesOf(data, names, language)}${unknownPrizes(data, language)}; ${details})`;
}

const signerOf = ({ signer: { capacity, name } }: Issued): string =>
  capacity === 'none' ? name : `${capacity} ${name}`;

/** Total by its type: an event without both sentences does not compile. */
const sentences: { readonly [T in DecisionEventType]: SentencesOf<T> } = {
  DecisionDrafted: {
    vi: ({ data }, names) =>
      `Dự thảo quyết định ${names.award(data.award)} của ${names.unit(data.bodyId)} cho ${countByKind(data.recipients, 'vi')}; số sổ vàng 1 đến ${data.recipients.length}`,
    en: ({ data }, names) =>
      `Drafted the decision of ${names.unit(data.bodyId)} on ${names.award(data.award)} for ${countByKind(data.recipients, 'en')}; golden-book numbers 1 to ${data.recipients.length}`,
  },
  DecisionIssued: {
    vi: ({ data }, names) =>
      `Ban hành Quyết định số ${data.symbol} ngày ${dayText(data.date)}, người ký: ${signerOf(data)}; ${money(data, names, 'vi')}`,
    en: ({ data }, names) =>
      `Issued Decision ${data.symbol} of ${dayText(data.date)}, signed by ${signerOf(data)}; ${money(data, names, 'en')}`,
  },
  NumberGivenUp: {
    vi: ({ data: { register, number, reason } }) =>
      `Bỏ dự thảo quyết định${register && number ? `, bỏ số ${number} của sổ năm ${yearOfRegister(register)}` : ''}; lý do: ${reason}`,
    en: ({ data: { register, number, reason } }) =>
      `Gave the draft up${register && number ? `, and with it number ${number} of the register of ${yearOfRegister(register)}` : ''}; reason: ${reason}`,
  },
  AwardCancelled: {
    vi: ({ data }, names) =>
      `Hủy khen thưởng của ${names.nominee(data.nomineeId)} (hồ sơ ${shortId(data.dossierId)}) vì ${groundName(data.ground, 'vi')}; lý do: ${data.reason}`,
    en: ({ data }, names) =>
      `Cancelled the award of ${names.nominee(data.nomineeId)} (dossier ${shortId(data.dossierId)}) on the ground: ${groundName(data.ground, 'en')}; reason: ${data.reason}`,
  },
  AwardRestored: {
    vi: ({ data }, names) =>
      `Phục hồi danh hiệu của ${names.nominee(data.nomineeId)} (hồ sơ ${shortId(data.dossierId)}); lý do: ${data.reason}`,
    en: ({ data }, names) =>
      `Restored the award of ${names.nominee(data.nomineeId)} (dossier ${shortId(data.dossierId)}); reason: ${data.reason}`,
  },
};

/**
 * One fact of a decision as a line of its history. It names the signer and may hold personal data in a reason: it is for
 * readers of the decision, never for a log.
 */
export function decisionSentence(fact: RecordedDecisionFact, language: Language, names: SentenceNames): string {
  // Each type has the sentence of its own facts; the compiler cannot see that the two unions go in step.
  const say = sentences[fact.type][language] as (fact: RecordedDecisionFact, names: SentenceNames) => string;
  return say(fact, names);
}

/** One line of a register. */
export function registerSentence({ revision, data }: RecordedRegisterFact, language: Language): string {
  return language === 'vi'
    ? `Lấy số ${numberOf(revision)} cho quyết định ${data.decisionId}`
    : `Number ${numberOf(revision)} taken for decision ${data.decisionId}`;
}
