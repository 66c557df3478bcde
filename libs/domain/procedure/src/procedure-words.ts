import type { Bilingual, Language, SentenceNames } from '#libs/domain/kernel';
import { type Act, COMPLETE_STEP } from './act.js';
import { isActing, outcomeOf } from './flow/ways-out.js';
import { gradeOf } from './grades.js';
import type { AwardKind, NomineeKind } from './language/names.schema.js';
import type { ProcedureDocument } from './language/procedure.schema.js';

/** Loại khen thưởng (L22 Art 8). */
export const awardKindNames: Readonly<Record<AwardKind, Bilingual>> = {
  cong_trang: { vi: 'công trạng', en: 'merit' },
  dot_xuat: { vi: 'đột xuất', en: 'unexpected merit' },
  chuyen_de: { vi: 'chuyên đề', en: 'thematic movement' },
  cong_hien: { vi: 'quá trình cống hiến', en: 'long dedication' },
  doi_ngoai: { vi: 'đối ngoại', en: 'foreign relations' },
  nien_han: { vi: 'niên hạn', en: 'years of service' },
};

/** Đối tượng khen thưởng, in the order in which decisions and lists name them. */
export const nomineeKindNames: Readonly<Record<NomineeKind, Bilingual>> = {
  collective: { vi: 'tập thể', en: 'collective' },
  individual: { vi: 'cá nhân', en: 'individual' },
  household: { vi: 'hộ gia đình', en: 'household' },
};

/** What is done, as a noun in a sentence: “do yêu cầu bổ sung”, “because of a request for a supplement”. */
export const actNames: Readonly<Record<Act, Bilingual>> = {
  'add-nominees': { vi: 'thêm đối tượng', en: 'nominees added' },
  'attach-document': { vi: 'đính kèm giấy tờ', en: 'document attached' },
  classify: { vi: 'xác định độ mật', en: 'classification' },
  submit: { vi: 'nộp hồ sơ', en: 'submission' },
  receive: { vi: 'tiếp nhận hồ sơ', en: 'receipt' },
  'request-supplement': { vi: 'yêu cầu bổ sung', en: 'request for a supplement' },
  supplement: { vi: 'bổ sung hồ sơ', en: 'supplement' },
  return: { vi: 'trả lại hồ sơ', en: 'return' },
  'appraise-nominees': { vi: 'thẩm định đối tượng', en: 'appraisal of nominees' },
  'complete-appraisal': { vi: 'hoàn thành thẩm định', en: 'completed appraisal' },
  'record-council-result': { vi: 'ghi kết quả Hội đồng', en: 'council result' },
  approve: { vi: 'phê duyệt', en: 'approval' },
  reject: { vi: 'không phê duyệt', en: 'rejection' },
  forward: { vi: 'trình cấp trên', en: 'forwarding' },
  'enter-in-decision': { vi: 'đưa vào dự thảo quyết định', en: 'entry in a draft decision' },
  'release-from-decision': { vi: 'rút khỏi dự thảo quyết định', en: 'release from a draft decision' },
  'receive-decision': { vi: 'nhận quyết định', en: 'receipt of the decision' },
  confer: { vi: 'trao tặng', en: 'conferment' },
  archive: { vi: 'lưu trữ', en: 'archiving' },
  withdraw: { vi: 'rút hồ sơ', en: 'withdrawal' },
  suspend: { vi: 'tạm dừng', en: 'suspension' },
  resume: { vi: 'tiếp tục', en: 'resumption' },
  'detach-nominees': { vi: 'tách đối tượng', en: 'detachment of nominees' },
  'escalate-nominees': { vi: 'trình đề nghị hình thức khen thưởng cao hơn', en: 'proposal for a higher award' },
  'correct-fact': { vi: 'đính chính', en: 'correction' },
  claim: { vi: 'nhận xử lý', en: 'claim' },
  assign: { vi: 'phân công', en: 'assignment' },
  release: { vi: 'trả lại việc', en: 'release' },
  'ask-opinion': { vi: 'lấy ý kiến hiệp y', en: 'request for opinions' },
  'record-opinion': { vi: 'ghi ý kiến trả lời', en: 'answer of a body asked' },
  'withdraw-opinion': { vi: 'thôi lấy ý kiến', en: 'withdrawn request for an opinion' },
  'open-notice': { vi: 'đăng công khai', en: 'public notice' },
  'record-objection': { vi: 'ghi phản ánh', en: 'recorded objection' },
  'resolve-objection': { vi: 'giải quyết phản ánh', en: 'settled objection' },
  'send-copies': { vi: 'sao gửi quyết định', en: 'copies of the decision' },
  'correct-copy': { vi: 'đính chính nơi nhận bản sao', en: 'corrected addressee of a copy' },
  'complete-step': { vi: 'hoàn thành bước', en: 'completion of a step' },
};

/** An act by its name; what is no act is answered as it is. */
export const actName = (act: string, language: Language): string =>
  Object.hasOwn(actNames, act) ? actNames[act as Act][language] : act;

/** How many there are of each kind: `9 tập thể, 52 cá nhân`, `9 collectives, 52 individuals`. */
export function countByKind(of: readonly { readonly kind: NomineeKind }[], language: Language): string {
  return Object.entries(nomineeKindNames)
    .map(([kind, names]) => ({ name: names[language], count: of.filter((each) => each.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} ${language === 'en' && count !== 1 ? `${name}s` : name}`)
    .join(', ');
}

/** The names that a procedure itself gives; codes it does not know are answered as they are. */
export function namesOfProcedure(
  procedure: ProcedureDocument,
  language: Language,
): Pick<SentenceNames, 'step' | 'outcome' | 'act' | 'document' | 'clock' | 'award' | 'grade'> {
  return {
    step: (code) => procedure.steps[code]?.names[language] ?? code,
    outcome: (step, code) => outcomeNames(procedure, step, code)?.[language] ?? code,
    act: (code) => actName(code, language),
    document: (code) => procedure.documents.find((document) => document.code === code)?.names[language] ?? code,
    // A day that an officer set is named after the act that ends the wait.
    clock: (code) => procedure.clocks[code]?.names[language] ?? actName(code, language),
    grade: (code) => gradeOf(procedure, code)?.names[language] ?? code,
    award: (code) => (code === procedure.code ? procedure.names[language] : code),
  };
}

/** The steps at which a vote is held, by their names: votes have none of their own. */
export const votedAt = ({ steps }: Pick<ProcedureDocument, 'steps'>, vote: string, language: Language): string =>
  Object.values(steps)
    .filter((step) => step.kind === 'vote' && step.vote === vote)
    .map((step) => `“${step.names[language]}”`)
    .join(', ');

/** What an outcome of a step's completion is called. */
export function outcomeNames(procedure: ProcedureDocument, name: string, code: string): Bilingual | undefined {
  const step = procedure.steps[name];
  const chosen = step && isActing(step) ? step.acts[COMPLETE_STEP]?.outcomes?.[code] : undefined;
  return chosen === undefined ? undefined : outcomeOf(chosen).names;
}
