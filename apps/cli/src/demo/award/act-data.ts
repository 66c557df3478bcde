import type { Bilingual, Language } from '#libs/domain/kernel';
import { type Move, type NomineeKind, papersOfAct, type Procedure, voteAt } from '#libs/domain/procedure';
import type { DossierSeen, Office, Wanted } from './office.js';

/** A council of seventeen: sixteen have come, as the heroes' central council needs (R25), one has written. All say yes. */
const COUNCIL = { members: 17, present: 16, written: 1 };
const HEARD = COUNCIL.present + COUNCIL.written;

const invented: Readonly<Record<NomineeKind, string>> = {
  individual: 'Đỗ Thị Thanh Xuân',
  collective: 'Tổ Quản lý đê điều số 2',
  household: 'Hộ gia đình ông Phùng Bá Lộc',
};

export const nomineeFor = (subject: NomineeKind, { grades }: Pick<Procedure, 'grades'>) => ({
  kind: subject,
  ...(grades?.[0] ? { grade: grades[0].code } : {}),
  name: invented[subject],
  unit: 'Chi cục Thủy lợi và Phòng, chống thiên tai',
  ...(subject === 'individual' ? { sex: 'female' as const, standing: 'direct_worker' as const } : {}),
});

/** The papers that the file asks for, at whatever level, of such a dossier, and those that the step asks for of a move. */
export const papersFor = ({ procedure, kind, subject }: Wanted, { at, act, outcome }: Move) => {
  const atStep = papersOfAct(procedure, at, act, outcome);
  return procedure.documents
    .filter(({ code, optional, when }) => {
      const asked = (when?.kinds?.includes(kind) ?? true) && (when?.subjects?.includes(subject) ?? true);
      return asked && (optional !== true || atStep.includes(code));
    })
    .map(({ code, form }) => ({
      document: code,
      ...(form ? { form: { number: form.number, decree: form.decree } } : {}),
      formats: ['docx', 'pdf'],
    }));
};

const said: Readonly<
  Record<
    'verdict' | 'reason' | 'place' | 'shelf' | 'asked' | 'question' | 'posted' | 'address' | 'submitter',
    Bilingual
  >
> = {
  asked: { vi: 'Công an tỉnh', en: 'Provincial police' },
  question: { vi: 'Đề nghị cho ý kiến về việc chấp hành pháp luật', en: 'Has the law been kept?' },
  posted: { vi: 'Cổng thông tin điện tử', en: 'The portal' },
  address: { vi: 'Sở Nội vụ', en: 'Department of Home Affairs' },
  submitter: { vi: 'Đơn vị trình', en: 'The submitting unit' },
  verdict: { vi: 'Đủ tiêu chuẩn, báo cáo có xác nhận', en: 'Meets the standards; the report is confirmed' },
  reason: { vi: 'Theo hồ sơ', en: 'As the dossier says' },
  place: { vi: 'Hội trường UBND tỉnh', en: 'Hall of the Provincial People’s Committee' },
  shelf: { vi: 'Kho lưu trữ cơ quan, giá 3', en: 'Archive of the agency, shelf 3' },
};

/** What the file and the dossier make of an act: everybody qualifies, is voted for and approved. */
export function dataFor(
  move: Move,
  seen: DossierSeen,
  office: Office,
  procedure: Procedure,
  language: Language,
): object {
  const letter = { number: `${numberOf(seen)}/CV`, date: office.today() };
  const open = seen.nominees.filter(({ dropped, approval }) => !dropped && approval?.approved !== false);
  const ids = open.map(({ id }) => id);
  switch (move.act) {
    case 'submit':
      return { letter };
    case 'forward':
      return { toBodyId: office.unitAt(procedure.steps[move.to]?.level ?? ''), letter };
    case 'record-council-result':
      return {
        method: voteAt(procedure, move.at)?.method,
        ...minutes(letter),
        tellers: voteAt(procedure, move.at)?.method === 'ballot' ? ['kiem-phieu-1', 'kiem-phieu-2'] : [],
        results: ids.map((nomineeId) => ({ nomineeId, yes: HEARD, no: 0, other: 0 })),
      };
    case 'complete-step':
      return {
        step: move.at,
        outcome: move.outcome,
        ...(move.reasoned ? { reason: said.reason[language] } : {}),
        ...(isOutside(procedure, move) ? { letter } : {}),
        ...(procedure.steps[move.at]?.kind === 'vote' ? { session: minutes(letter) } : {}),
      };
    case 'approve':
      return { approved: ids };
    case 'confer':
      return { heldOn: office.today(), place: said.place[language] };
    case 'archive':
      return { location: said.shelf[language] };
    default:
      return {};
  }
}

export const questionFor = (language: Language): object => ({
  bodies: [{ name: said.asked[language] }],
  question: said.question[language],
});

export const noticeFor = (language: Language): object => ({
  where: said.posted[language],
  contact: { address: said.address[language] },
});

export const copiesFor = (language: Language, sentOn: string): object => ({
  copies: [{ to: { as: 'submitter', name: said.submitter[language] } }],
  sentOn,
  channel: 'paper',
});

export const verdictsFor = (seen: DossierSeen, language: Language): object => ({
  verdicts: seen.nominees
    .filter(({ dropped }) => !dropped)
    .map(({ id }) => ({ nomineeId: id, verdict: 'qualified', reason: said.verdict[language], evidence: [] })),
});

const minutes = (letter: { readonly number: string; readonly date: string }) => ({
  heldOn: letter.date,
  minutes: letter,
  ...COUNCIL,
});

/** Nobody of the level works in the system: what it answers comes by letter. */
const isOutside = ({ levels, steps }: Procedure, { at }: Pick<Move, 'at'>): boolean =>
  levels.find(({ code }) => code === steps[at]?.level)?.recordedBy !== undefined;

/** Letters are told apart by what the dossier has grown to. */
const numberOf = ({ deadlines, documents }: DossierSeen): number => 1 + deadlines.length + documents.length;
