import type { Bilingual, Language } from '#libs/domain/kernel';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import { actName, namesOfProcedure } from '../procedure-words.js';
import { ISSUE_DECISION } from './deeds.js';
import { levelNameOf } from '../words/role-words.js';
import { wayText } from '../words/way-words.js';
import type { RunStep, SoundnessCode } from './soundness-fault.js';

export interface About {
  readonly step?: string;
  readonly clock?: string;
  readonly vote?: string;
  readonly document?: string;
  readonly act?: string;
  readonly level?: string;
  readonly persons?: number;
  readonly there?: number;
  /** The act that nobody is left for. */
  readonly left?: string;
  readonly why?: Bilingual;
}

const sentences: Readonly<Record<SoundnessCode, (about: About) => Bilingual>> = {
  VOTE_WITHOUT_RULE: ({ step, why }) => ({ vi: `Bước ${step}: ${why?.vi}.`, en: `Step ${step}: ${why?.en}.` }),
  UNREACHABLE_STEP: ({ step }) => ({
    vi: `Không có đường nào đến bước ${step}.`,
    en: `No way leads to the step ${step}.`,
  }),
  NO_WAY_TO_AN_END: ({ step }) => ({
    vi: `Từ bước ${step} không có đường nào đến kết thúc.`,
    en: `From the step ${step} no way leads to an end.`,
  }),
  BLOCKS_NOT_NESTED: ({ step }) => ({
    vi: `Bước ${step} vừa ở trong một nhánh vừa ở ngoài, hoặc ở trong hai nhánh.`,
    en: `The step ${step} lies inside a branch and outside it, or in two branches.`,
  }),
  LEFT_OVER_AT_END: ({ step }) => ({
    vi: `Một nhánh kết thúc ở ${step} trong khi các nhánh khác còn dở; thêm “leaves” để kết quả này rời cả khối.`,
    en: `A branch ends at ${step} while the others go on; with “leaves” the outcome leaves the whole block.`,
  }),
  FOREIGN_JOIN: ({ step }) => ({
    vi: `Bước hợp nhánh ${step} có đường đến không phải từ chỗ tách của nó.`,
    en: `The join ${step} is entered by a way that did not begin at its own fork.`,
  }),
  LEAVES_NO_BLOCK: ({ step }) => ({
    vi: `Kết quả dẫn đến ${step} rời một khối mà bước này không ở trong.`,
    en: `The outcome that leads to ${step} leaves a block in which it is not.`,
  }),
  NOBODY_CAN_GO_ON: ({ step }) => ({
    vi: `Ở bước ${step} không ai trong hệ thống có thể đi tiếp: chờ mãi.`,
    en: `Nobody in the system can go on from the step ${step}: a dead wait.`,
  }),
  SYSTEM_NEVER_ACTS: ({ step, act }) => ({
    vi: `Ở bước ${step} chỉ hệ thống được làm ${act}, mà hệ thống không bao giờ tự làm việc ấy: chờ mãi.`,
    en: `At the step ${step} only the system may do ${act}, which it never does by itself: a dead wait.`,
  }),
  OPINION_NEVER_ASKED: ({ step }) => ({
    vi: `Bước ${step} đợi ý kiến, mà ở đó không ai lấy ý kiến được (ask-opinion): chờ mãi.`,
    en: `The step ${step} waits for opinions, and nobody can ask for one there (ask-opinion): a dead wait.`,
  }),
  OPINION_NEVER_ANSWERED: ({ step }) => ({
    vi: `Ở bước ${step} đã lấy ý kiến thì không đi tiếp được nữa: không ghi được trả lời (record-opinion) và không có đường khác.`,
    en: `Once an opinion is asked for at the step ${step} nothing leads on: no answer can be recorded (record-opinion), and no other way is open.`,
  }),
  WINDOW_NEVER_OVER: ({ step, clock }) => ({
    vi: `Bước ${step} phải đợi hết thời gian ${clock}, mà thời gian ấy chưa rõ và không có số đề xuất (designDefault): chờ mãi.`,
    en: `The step ${step} has to wait for ${clock}, which is unknown and has no proposed figure (designDefault): a dead wait.`,
  }),
  VOTE_NEVER_PASSED: ({ step, vote }) => ({
    vi: `Phê duyệt ở bước ${step} cần biểu quyết ${vote} đạt, mà trên đường đến đó không ghi kết quả của biểu quyết ấy.`,
    en: `The approval at the step ${step} needs the vote ${vote} to have passed, whose result is recorded nowhere on the way.`,
  }),
  VOTE_MAY_FAIL: ({ step, vote }) => ({
    vi: `Hồ sơ có thể đến bước ${step} khi chưa đạt biểu quyết ${vote}, mà ở đó chỉ phê duyệt mới dẫn đến kết thúc: chờ mãi.`,
    en: `A dossier may come to the step ${step} without having passed the vote ${vote}, and only its approval leads to an end: a dead wait.`,
  }),
  PAPERS_NEVER_ATTACHED: ({ step, document }) => ({
    vi: `Rời bước ${step} phải có ${document}, mà ở đó và trước đó không ai đính kèm giấy tờ được (attach-document): chờ mãi.`,
    en: `The step ${step} is left only with ${document}, and nobody can attach a paper there or before (attach-document): a dead wait.`,
  }),
  PAPERS_MAY_BE_MISSING: ({ step, document }) => ({
    vi: `Hồ sơ có thể đến bước ${step} khi chưa có ${document}, mà ở đó không ai đính kèm được (attach-document) và không có đường khác: chờ mãi.`,
    en: `A dossier may come to the step ${step} without ${document}, which nobody can attach there (attach-document), and no other way is open: a dead wait.`,
  }),
  FOUR_EYES_LEAVE_NOBODY: ({ act, level, persons, there, step, left }) =>
    act === undefined
      ? {
          vi: `Bốn mắt cần ít nhất ${persons} người ở cấp ${level}, mà cấp ấy có ${there}${left === undefined ? '' : `: ở bước ${step} không còn ai làm được ${left}`}.`,
          en: `Four eyes take ${persons} people at least at the level ${level}, which has ${there}${left === undefined ? '' : `: at the step ${step} nobody is left for ${left}`}.`,
        }
      : {
          vi: `Ai đã làm việc ${act} thì không được làm lại: khi hồ sơ quay lại sẽ không còn ai.`,
          en: `Who did ${act} may not do it again: when the dossier comes back nobody is left.`,
        },
  CLOCK_NOT_STARTED: ({ step, clock }) => ({
    vi: `Có đường đến bước ${step} mà thời hạn ${clock} chưa bắt đầu hoặc đã hủy.`,
    en: `On a way to the step ${step} the clock ${clock} was not started, or was cancelled.`,
  }),
  WINDOW_NOT_STARTED: ({ step, clock }) => ({
    vi: `Bước ${step} phải đợi hết thời gian ${clock}, nhưng có đường đến mà thời gian ấy chưa bắt đầu.`,
    en: `The step ${step} has to wait for ${clock}, which was not started on a way to it.`,
  }),
  NO_RESUMPTION: ({ step }) => ({
    vi: `Hồ sơ tạm dừng có thể nằm ở bước ${step}, mà ở đó không ai cho tiếp tục được: dừng mãi.`,
    en: `A suspended dossier may lie at the step ${step}, where nobody can resume it: it would stand still for ever.`,
  }),
};

/** What a fault says, in both languages, by the names that the procedure gives. */
export function wordsOf(procedure: ProcedureDocument, code: SoundnessCode, path: string, about: About): Bilingual {
  const said = (language: Language): string => {
    const name = namesOfProcedure(procedure, language);
    const { step, clock, document, act, level, left } = about;
    return sentences[code]({
      ...about,
      ...(step === undefined ? {} : { step: pointing(name.step(step), step, path) }),
      ...(clock === undefined ? {} : { clock: pointing(name.clock(clock), clock, path) }),
      ...(document === undefined ? {} : { document: pointing(name.document(document), document, path) }),
      ...(act === undefined ? {} : { act: `“${deedName(act, language)}”` }),
      ...(left === undefined ? {} : { left: `“${deedName(left, language)}”` }),
      ...(level === undefined ? {} : { level: pointing(levelNameOf(procedure, level, language), level, path) }),
    })[language];
  };
  return { vi: said('vi'), en: said('en') };
}

/** An act, or the signing of a decision, which is no act on a dossier. */
const deedName = (act: string, language: Language): string =>
  act !== ISSUE_DECISION
    ? actName(act, language)
    : language === 'vi'
      ? 'ký ban hành quyết định'
      : 'signing the decision';

/** A name, and how the file writes it: by that it is found there. Where the path says so already, the name alone. */
const pointing = (name: string, code: string, path = ''): string =>
  name === code ? code : `“${name}”${`.${path}.`.includes(`.${code}.`) ? '' : ` (${code})`}`;

/** A run in one line: `“Soạn hồ sơ” (drafting): nộp hồ sơ → “Tiếp nhận” (intake): tiếp nhận hồ sơ → …`. */
export function runText(procedure: ProcedureDocument, run: readonly RunStep[], language: Language): string {
  const { step: nameOf } = namesOfProcedure(procedure, language);
  const told = new Set<string>();
  return run
    .map(({ step, act, outcome }) => {
      const place = told.has(step) ? `“${nameOf(step)}”` : pointing(nameOf(step), step);
      told.add(step);
      const way = { act, ...(outcome === undefined ? {} : { outcome }) };
      const result = outcome === undefined ? '' : ` (${wayText(procedure, step, way, language)})`;
      return `${place}: ${deedName(act, language)}${result}`;
    })
    .join(' → ');
}
