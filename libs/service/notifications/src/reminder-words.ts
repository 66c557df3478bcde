import type { Bilingual } from '#libs/domain/kernel';

/** What a reminder speaks of. */
export interface ReminderFacts {
  readonly dossierCode: string;
  readonly title: string;
  readonly clock: Bilingual;
  readonly step: Bilingual;
  /** `17:00 27/08/2026`. */
  readonly due: string;
  readonly overdue: boolean;
  /** After today, up to and including the due day; negative when late. */
  readonly workingDaysLeft: number;
  /** False where the days of a year without a calendar are not counted. */
  readonly exact: boolean;
  readonly vacant: boolean;
}

/** What is left of a limit. */
type Left = Pick<ReminderFacts, 'workingDaysLeft' | 'exact' | 'overdue'>;

export interface ReminderWords {
  readonly subject: Bilingual;
  readonly vi: readonly string[];
  readonly en: readonly string[];
}

/** The sentences of a reminder, in both languages. */
export function reminderWords(facts: ReminderFacts): ReminderWords {
  const { dossierCode, clock, due, overdue } = facts;
  return {
    subject: {
      vi: `[TĐKT] ${dossierCode}: ${lowered(clock.vi)} ${overdue ? 'đã quá hạn từ' : 'đến hạn'} ${due}`,
      en: `[TĐKT] ${dossierCode}: ${lowered(clock.en)} ${overdue ? 'was due at' : 'is due at'} ${due}`,
    },
    vi: vietnamese(facts),
    en: english(facts),
  };
}

function vietnamese(facts: ReminderFacts): string[] {
  const { dossierCode, title, clock, step, due, overdue } = facts;
  return [
    `Hồ sơ ${dossierCode} «${title}», đang ở bước «${step.vi}».`,
    `Thời hạn: ${clock.vi}. ${overdue ? 'Đã hết hạn lúc' : 'Đến hạn lúc'} ${due} (giờ Hà Nội). ${leftVi(facts)}`,
    overdue
      ? 'Việc cần làm: xử lý ngay phần việc đã quá hạn; nếu chưa thể, báo lý do cho người phụ trách.'
      : 'Việc cần làm: mở hồ sơ và hoàn thành phần việc này trước thời hạn trên.',
    facts.vacant
      ? 'Ông/bà nhận thư này vì vị trí phụ trách đang trống; đề nghị phân công người xử lý.'
      : 'Ông/bà nhận thư này vì vị trí của mình phụ trách hoặc theo dõi thời hạn nói trên.',
  ];
}

function english(facts: ReminderFacts): string[] {
  const { dossierCode, title, clock, step, due, overdue } = facts;
  return [
    `Dossier ${dossierCode} “${title}”, now at the step “${step.en}”.`,
    `Time limit: ${clock.en}. ${overdue ? 'It ended at' : 'It ends at'} ${due} (Hanoi time). ${leftEn(facts)}`,
    overdue
      ? 'What to do: deal with the overdue work now; if you cannot, tell whoever is in charge why.'
      : 'What to do: open the dossier and complete this work before the limit.',
    facts.vacant
      ? 'You receive this letter because the position in charge is vacant; please assign somebody.'
      : 'You receive this letter because your position is in charge of this time limit, or watches over it.',
  ];
}

export function leftVi({ workingDaysLeft: days, exact, overdue }: Left): string {
  if (overdue) return days === 0 ? 'Quá hạn trong hôm nay.' : `Đã trễ ${-days} ngày làm việc.`;
  return days === 0 ? 'Hạn là hôm nay.' : `Còn ${exact ? '' : 'ít nhất '}${days} ngày làm việc.`;
}

export function leftEn({ workingDaysLeft: days, exact, overdue }: Left): string {
  const count = (n: number) => `${n} working day${n === 1 ? '' : 's'}`;
  if (overdue) return days === 0 ? 'It ran out today.' : `It is ${count(-days)} late.`;
  return days === 0 ? 'It ends today.' : `${exact ? '' : 'At least '}${count(days)} left.`;
}

/** A name in the middle of a sentence: `Thẩm định` → `thẩm định`. Names in capitals (UBND) stay. */
const lowered = (name: string): string =>
  /^\p{Lu}\p{Ll}/u.test(name) || /^\p{Lu}\s/u.test(name)
    ? name.charAt(0).toLocaleLowerCase('vi') + name.slice(1)
    : name;
