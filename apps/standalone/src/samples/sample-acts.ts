import type { DossierCommand, DossierState, NomineeState } from '#libs/domain/dossier';
import { localDateOf, type Instant } from '#libs/domain/kernel';
import { type Move, type Procedure, voteAt } from '#libs/domain/procedure';
import type { Chance } from './chance.js';
import type { SamplePapers } from './sample-papers.js';

/** A council of seventeen: fifteen have come, two have written. */
const COUNCIL = { members: 17, present: 15, written: 2 };
const HEARD = COUNCIL.present + COUNCIL.written;

const reasons = {
  qualified: [
    'Đủ tiêu chuẩn, báo cáo thành tích có xác nhận của thủ trưởng đơn vị',
    'Thành tích rõ, có số liệu so sánh với năm trước; đã đối chiếu với sổ theo dõi',
    'Đủ tiêu chuẩn; sáng kiến được công nhận, hiệu quả đã kiểm tra tại đơn vị',
  ],
  not_qualified: [
    'Báo cáo chưa chứng minh được thành tích vượt trội so với nhiệm vụ được giao',
    'Chưa đủ thời gian công tác tại đơn vị tính đến ngày đề nghị',
  ],
} as const;

const open = (state: DossierState): readonly NomineeState[] =>
  [...state.nominees.values()].filter(({ dropped, approval }) => !dropped && approval?.approved !== false);

const isQualified = ({ verdict }: NomineeState): boolean => verdict?.verdict === 'qualified';

/** Letters are told apart by what the dossier has grown to. */
const letterOf = ({ revision }: DossierState, at: Instant, sign: string) => ({
  number: `${100 + revision}/${sign}`,
  date: localDateOf(at),
});

const minutesOf = (state: DossierState, at: Instant) => ({
  heldOn: localDateOf(at),
  minutes: letterOf(state, at, 'BB-HĐTĐKT'),
  ...COUNCIL,
});

const isOutside = ({ levels, steps }: Procedure, { at }: Move): boolean =>
  levels.find(({ code }) => code === steps[at]?.level)?.recordedBy !== undefined;

export interface ActScene {
  readonly state: DossierState;
  readonly procedure: Procedure;
  readonly chance: Chance;
  readonly at: Instant;
  /** The unit that stands for a level, where one works here. */
  readonly unitAt: (level: string) => string | undefined;
}

/** What the file and the dossier make of a move. */
export function commandOf(move: Move, { state, procedure, chance, at, unitAt }: ActScene): DossierCommand {
  const command = (data: object) => ({ type: move.act, data }) as DossierCommand;
  const qualified = open(state).filter(isQualified);
  switch (move.act) {
    case 'submit':
      return command({ letter: letterOf(state, at, 'TTr') });
    case 'forward':
      return command({ toBodyId: unitAt(procedure.steps[move.to]?.level ?? ''), letter: letterOf(state, at, 'TTr') });
    case 'record-council-result': {
      const method = voteAt(procedure, move.at)?.method;
      return command({
        method,
        ...minutesOf(state, at),
        tellers: method === 'ballot' ? ['acc-thu-ky', 'acc-uy-vien'] : [],
        results: qualified.map(({ id }, index) => ({ nomineeId: id, ...votesFor(index, chance) })),
        differingOpinions: [],
      });
    }
    case 'complete-step':
      return command({
        step: move.at,
        outcome: move.outcome,
        ...(move.reasoned ? { reason: 'Theo hồ sơ' } : {}),
        ...(isOutside(procedure, move) ? { letter: letterOf(state, at, 'CV') } : {}),
        ...(procedure.steps[move.at]?.kind === 'vote' ? { session: minutesOf(state, at) } : {}),
      });
    case 'approve': {
      const voted = qualified.filter(({ vote }) => vote?.passed !== false);
      return command({ approved: voted.map(({ id }) => id), refused: [] });
    }
    case 'confer':
      return command({ heldOn: localDateOf(at), place: 'Hội trường Trung tâm Hội nghị tỉnh' });
    case 'archive':
      return command({ location: `Kho lưu trữ cơ quan, giá ${chance.whole(1, 12)}` });
    default:
      return command({});
  }
}

/** Nearly all say yes; one nominee in twenty misses the bar, but never the first. */
function votesFor(index: number, chance: Chance): { yes: number; no: number; other: number } {
  const yes = index > 0 && chance.happens(5) ? chance.whole(4, 8) : HEARD - chance.whole(0, 2);
  const no = Math.min(HEARD - yes, chance.whole(0, HEARD - yes));
  return { yes, no, other: HEARD - yes - no };
}

/** Verdicts on everybody who is left; the first always qualifies. */
export function verdictsOn(
  state: DossierState,
  chance: Chance,
  deviating: ReadonlySet<string> = new Set(),
): DossierCommand {
  const verdicts = open(state).map(({ id, kind }, index) => {
    const verdict = index > 0 && chance.happens(7) ? ('not_qualified' as const) : ('qualified' as const);
    return {
      nomineeId: id,
      verdict,
      reason: chance.pick(reasons[verdict]),
      evidence: [kind === 'individual' ? 'BC_CT_CN' : 'BC_CT_TT'],
      ...(deviating.has(id)
        ? { deviation: 'Đã kiểm tra bản gốc tại đơn vị: số liệu kê khai thiếu, thực tế khác với kết quả máy đối chiếu' }
        : {}),
    };
  });
  return { type: 'appraise-nominees', data: { verdicts } };
}

/** The next paper that the file asks for and that is not there. */
export function missingPaper(
  { documents }: Procedure,
  state: DossierState,
  papers: SamplePapers,
): DossierCommand | undefined {
  const subjects = new Set([...state.nominees.values()].map(({ kind }) => kind));
  const missing = documents.find(({ code, optional, when }) => {
    const asked =
      (when?.kinds?.includes(state.kind) ?? true) && (when?.subjects?.some((each) => subjects.has(each)) ?? true);
    return asked && optional !== true && !state.documents.some(({ document }) => document === code);
  });
  if (!missing) return undefined;
  const { code, form } = missing;
  return {
    type: 'attach-document',
    data: {
      document: code,
      ...(form ? { form: { number: form.number, decree: form.decree } } : {}),
      formats: ['pdf'],
      ...papers.fileFor(code),
    },
  };
}

/** What a step is there for besides leading on: somebody is asked, answers, a list is put up, copies go out. */
export function* besides(
  at: string,
  state: DossierState,
  today: string,
): Generator<readonly [act: 'ask-opinion' | 'record-opinion' | 'open-notice' | 'send-copies', data: object]> {
  const opinions = [...state.opinions.values()].filter((opinion) => opinion.at === at);
  if (opinions.length === 0)
    yield [
      'ask-opinion',
      {
        bodies: [{ name: 'Cục Thuế tỉnh' }, { name: 'Bảo hiểm xã hội khu vực' }],
        question: 'Đề nghị cho ý kiến về việc chấp hành chính sách, pháp luật của các đối tượng trong danh sách',
        letter: { number: `${200 + state.revision}/UBND-TĐKT`, date: today },
      },
    ];
  const awaited = opinions.find(({ answer, withdrawn }) => !answer && !withdrawn);
  if (awaited)
    yield [
      'record-opinion',
      { opinionId: awaited.opinionId, answer: 'agrees', letter: { number: `${300 + state.revision}/CV`, date: today } },
    ];
  if (![...state.notices.values()].some((notice) => notice.at === at))
    yield [
      'open-notice',
      {
        where: 'Cổng thông tin điện tử tỉnh và bảng tin cơ quan',
        contact: { address: 'Sở Nội vụ, số 1 đường Hùng Vương', phone: '0200 000 000' },
      },
    ];
  if (![...state.copies.values()].some((copy) => copy.at === at))
    yield [
      'send-copies',
      { copies: [{ to: { as: 'submitter', name: 'Đơn vị trình' } }], sentOn: today, channel: 'paper' },
    ];
}
