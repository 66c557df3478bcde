import { type Language, type SentenceNames, dayText } from '#libs/domain/kernel';
import type { DossierFactOf } from '../dossier.events.js';
import { because, letter, movedTo, nomineeList, nominees } from './phrases.js';
import type { Sentences } from './sentence.js';

type Named = Pick<SentenceNames, 'nominee'>;
type Voted = DossierFactOf<'DossierVoted'>['data'];
type Verdicts = DossierFactOf<'NomineesAppraised'>['data']['verdicts'];

function verdicts(all: Verdicts, language: Language, names: Named): string {
  const refused = all.filter(({ verdict }) => verdict === 'not_qualified').map(({ nomineeId }) => nomineeId);
  const qualified = all.length - refused.length;
  const who = refused.length > 0 ? ` (${nomineeList(refused, names)})` : '';
  const otherwise = all.filter(({ deviation }) => deviation !== undefined).map(({ nomineeId }) => nomineeId);
  if (language === 'vi') {
    const deviating =
      otherwise.length > 0 ? `; khác đề xuất của hệ thống, có lý do: ${nomineeList(otherwise, names)}` : '';
    return `${qualified} đủ điều kiện, ${refused.length} không đủ điều kiện${who}${deviating}`;
  }
  const deviating =
    otherwise.length > 0 ? `; other than proposed, with a reason: ${nomineeList(otherwise, names)}` : '';
  return `${qualified} qualified, ${refused.length} not qualified${who}${deviating}`;
}

/** The bar in words: `ít nhất 4/5 tổng số thành viên`, `quá 1/2 số người có mặt`. */
function bar({ threshold }: Voted, language: Language): string {
  const share = `${threshold.numerator}/${threshold.denominator}`;
  const ofAll = threshold.of === 'all_members';
  return language === 'vi'
    ? `${threshold.strict ? 'quá' : 'ít nhất'} ${share} ${ofAll ? 'tổng số thành viên' : 'số người có mặt'}`
    : `${threshold.strict ? 'more than' : 'at least'} ${share} of ${ofAll ? 'all members' : 'those present'}`;
}

const passedOf = ({ results }: Voted): string => `${results.filter(({ passed }) => passed).length}/${results.length}`;

/** By what equals for the last place of the year were told apart. */
function tieBreak(
  { tieBreak: broken }: DossierFactOf<'DossierApproved'>['data'],
  language: Language,
  names: Named,
): string {
  if (!broken) return '';
  const tied = nomineeList(broken.tied, names);
  if (broken.by === 'preference')
    return language === 'vi' ? `; bằng phiếu (${tied}), ưu tiên nữ (R21)` : `; of equals (${tied}) women first (R21)`;
  return language === 'vi'
    ? `; bằng phiếu (${tied}), chọn theo lý do: ${broken.reason ?? ''}`
    : `; of equals (${tied}) chosen because: ${broken.reason ?? ''}`;
}

/** Who gets another grade than was proposed. */
const otherGrades = (
  { grades = [] }: DossierFactOf<'DossierApproved'>['data'],
  names: SentenceNames,
  language: Language,
): string =>
  grades
    .map(({ grade, nominees: given, reason }) => {
      const who = given.map(({ nomineeId, from }) => `${names.nominee(nomineeId)} (${names.grade(from)})`).join(', ');
      return language === 'vi'
        ? `; tặng ${names.grade(grade)} thay cho hạng đề nghị: ${who}, vì ${reason}`
        : `; ${names.grade(grade)} instead of the grade proposed: ${who}, because ${reason}`;
    })
    .join('');

const refusals = ({ refused }: DossierFactOf<'DossierApproved'>['data'], names: Named): string =>
  refused
    .map(({ nomineeId, reason }) => `${names.nominee(nomineeId)}${reason === undefined ? '' : `: ${reason}`}`)
    .join('; ');

function differing({ differingOpinions }: Voted, language: Language): string {
  const count = differingOpinions.length;
  if (count === 0) return '';
  return language === 'vi' ? `; ${count} ý kiến khác` : `; ${count} differing ${count === 1 ? 'opinion' : 'opinions'}`;
}

export const judgementSentences: Sentences<
  | 'NomineesAppraised'
  | 'EvidenceLost'
  | 'DossierAppraised'
  | 'DossierVoted'
  | 'DossierApproved'
  | 'DossierRejected'
  | 'DossierForwarded'
> = {
  NomineesAppraised: {
    vi: ({ data }, names) => `Thẩm định ${data.verdicts.length} đối tượng: ${verdicts(data.verdicts, 'vi', names)}`,
    en: ({ data }, names) => `Appraised ${data.verdicts.length} nominees: ${verdicts(data.verdicts, 'en', names)}`,
  },
  EvidenceLost: {
    vi: ({ data }, names) =>
      `Khen thưởng làm căn cứ thẩm định không còn được tính (R56): ${nominees(
        data.nominees.map(({ nomineeId }) => nomineeId),
        'vi',
        names,
      )}`,
    en: ({ data }, names) =>
      `An award on which the appraisal rests counts no more (R56): ${nominees(
        data.nominees.map(({ nomineeId }) => nomineeId),
        'en',
        names,
      )}`,
  },
  DossierAppraised: {
    vi: ({ data }, names) =>
      `Hoàn thành thẩm định: ${data.qualified} đủ điều kiện, ${data.notQualified} không đủ điều kiện${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `Appraisal completed: ${data.qualified} qualified, ${data.notQualified} not qualified${movedTo(names.step(data.step))}`,
  },
  DossierVoted: {
    vi: ({ data }, names) =>
      `Hội đồng ${data.method === 'ballot' ? 'bỏ phiếu' : 'xét'} ngày ${dayText(data.heldOn)}, biên bản ${letter(data.minutes, 'vi')}: ${data.members} thành viên, ${data.present} có mặt, ${data.written} gửi ý kiến; cần ${data.needed} phiếu (${bar(data, 'vi')}, ${data.threshold.rule}); ${passedOf(data)} đối tượng đạt${differing(data, 'vi')}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `The council ${data.method === 'ballot' ? 'voted' : 'met'} on ${dayText(data.heldOn)}, minutes ${letter(data.minutes, 'en')}: ${data.members} members, ${data.present} present, ${data.written} by letter; ${data.needed} votes needed (${bar(data, 'en')}, ${data.threshold.rule}); ${passedOf(data)} nominees passed${differing(data, 'en')}${movedTo(names.step(data.step))}`,
  },
  DossierApproved: {
    vi: ({ data }, names) =>
      `Phê duyệt ${nominees(data.approved, 'vi', names)}${data.refused.length > 0 ? `; không phê duyệt ${refusals(data, names)}` : ''}${otherGrades(data, names, 'vi')}${tieBreak(data, 'vi', names)}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `Approved ${nominees(data.approved, 'en', names)}${data.refused.length > 0 ? `; not approved: ${refusals(data, names)}` : ''}${otherGrades(data, names, 'en')}${tieBreak(data, 'en', names)}${movedTo(names.step(data.step))}`,
  },
  DossierRejected: {
    vi: ({ data }, names) => `Không phê duyệt${because(data.reason, 'vi')}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) => `Not approved${because(data.reason, 'en')}${movedTo(names.step(data.step))}`,
  },
  DossierForwarded: {
    vi: ({ data }, names) =>
      `Trình cấp trên: ${names.unit(data.toBodyId)}, văn bản ${letter(data.letter, 'vi')}${movedTo(names.step(data.step))}`,
    en: ({ data }, names) =>
      `Forwarded to ${names.unit(data.toBodyId)}, letter ${letter(data.letter, 'en')}${movedTo(names.step(data.step))}`,
  },
};
