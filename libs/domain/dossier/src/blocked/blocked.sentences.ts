import { spanText } from '#libs/domain/calendar';
import { legalSourceText } from '#libs/domain/citation';
import {
  type Bilingual,
  dayText,
  dueText,
  type Language,
  localDateOf,
  momentText,
  paperText,
  roleNames,
  sentenceOf,
  type SentenceNames,
  UNKNOWN,
} from '#libs/domain/kernel';
import { type Act, actName, COMPLETE_STEP } from '#libs/domain/procedure';
import type { ActingPosition } from '../gate/people.js';
import type { AwaitedAct, BlockedBy, BlockedDeadline, BlockedLine } from './blocked-by.js';

/** One line in words: where, who must do what, since when, what is missing, until when, by which rule. */
export function blockedSentence(line: BlockedLine, language: Language, names: SentenceNames): string {
  const { place, rule, source } = line;
  const parts = [
    waitingFor(line, language, names),
    ...missing(line, language, names),
    ...silent(line, language),
    ...line.deadlines.map((deadline) => deadlineText(deadline, language, names)),
    ...fourEyes(line, language),
  ];
  const by = [...(source === '' ? [] : [legalSourceText(source, language)]), ...(rule ? [rule] : [])].join('; ');
  const ground = by === '' ? '' : ` ${{ vi: 'Căn cứ', en: 'By' }[language]}: ${by}.`;
  // Two bodies with one clock give the same words twice.
  return `${names.step(place)}: ${[...new Set(parts)].join('; ')}.${ground}`;
}

/** What is said of a dossier at its end. */
export function endedSentence(
  { step, on }: NonNullable<BlockedBy['ended']>,
  language: Language,
  names: SentenceNames,
): string {
  const [end, day] = [names.step(step), momentText(on)];
  return { vi: `Không chờ gì nữa: đã kết thúc lúc ${day} (${end}).`, en: `Nothing: ended at ${day} (${end}).` }[
    language
  ];
}

function waitingFor(line: BlockedLine, language: Language, names: SentenceNames): string {
  const since = momentText(line.since);
  const say = (text: Bilingual) => text[language];
  switch (line.reason) {
    case 'branches':
      return say({ vi: `đợi các nhánh khác, từ ${since}`, en: `waits for the other branches since ${since}` });
    case 'unfinished': {
      const until = momentText(line.until ?? line.since);
      return say({
        vi: `đang chờ phần còn lại của một danh sách dài, đến ${until}`,
        en: `the rest of a long list is awaited until ${until}`,
      });
    }
    case 'procedure':
      return whyNot(line, language, names);
    case 'suspended': {
      const who = whoText(
        line.acts.flatMap(({ by }) => by),
        language,
        names,
      );
      return say({
        vi: `hồ sơ tạm dừng từ ${since}, chờ ${who} cho tiếp tục`,
        en: `suspended since ${since}; it is for ${who} to resume it`,
      });
    }
    case 'time':
      return say({ vi: `đang chờ từ ${since}: `, en: `waits since ${since}: ` }) + whyNot(line, language, names);
    case 'act':
      break;
  }
  return say({
    vi: `chờ ${actsText(line, language, names)}, từ ${since}`,
    en: `awaited since ${since}: ${actsText(line, language, names)}`,
  });
}

/** The sentence of the refusal as part of a longer one. */
function whyNot({ refusal }: BlockedLine, language: Language, names: SentenceNames): string {
  if (!refusal) return { vi: 'không có việc nào làm được ở đây', en: 'nothing can be done here' }[language];
  const text = sentenceOf(refusal, language, names).replace(/\.$/, '');
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}

function missing(line: BlockedLine, language: Language, names: SentenceNames): readonly string[] {
  const { documents, refusal, reason } = line;
  const parts: string[] = [];
  if (documents.length > 0) {
    const papers = documents.map((code) => paperText(code, names)).join(', ');
    parts.push({ vi: `còn thiếu ${papers}`, en: `missing: ${papers}` }[language]);
  }
  if (refusal && reason === 'act' && !saidAlready(line)) parts.push(whyNot(line, language, names));
  return parts;
}

/** What a refusal says stands in the line without it: the papers, the silent bodies, the act that lets a time begin. */
function saidAlready({ refusal, documents, opinions, acts }: BlockedLine): boolean {
  switch (refusal?.code) {
    case 'DOCUMENTS_MISSING':
      return documents.length > 0;
    case 'OPINIONS_MISSING':
      return opinions.length > 0;
    case 'WINDOW_NOT_OVER':
      return refusal.params?.['until'] === UNKNOWN && acts.length > 0;
    default:
      return false;
  }
}

/** The bodies that were asked and have not answered, each with the day it was asked. */
function silent({ opinions }: BlockedLine, language: Language): readonly string[] {
  if (opinions.length === 0) return [];
  const asked = { vi: 'hỏi ngày', en: 'asked on' }[language];
  const list = opinions.map(({ body, askedAt }) => `${body.name} (${asked} ${dayText(localDateOf(askedAt))})`);
  const [none, silence] = {
    vi: ['chưa có ý kiến của', 'im lặng không phải là đồng ý'],
    en: ['no answer yet from', 'silence is no consent'],
  }[language] as [string, string];
  return [`${none} ${list.join(', ')}`, silence];
}

/** `chuyên viên thẩm định (Sở Nội vụ) tiếp nhận hồ sơ`; acts of the same people together. */
function actsText({ acts, place }: BlockedLine, language: Language, names: SentenceNames): string {
  const together = new Map<string, { who: string; acts: AwaitedAct[] }>();
  for (const act of acts) {
    const who = whoText(act.by, language, names);
    const group = together.get(who) ?? { who, acts: [] };
    group.acts.push(act);
    together.set(who, group);
  }
  const or = { vi: ' hoặc ', en: ' or ' }[language];
  return [...together.values()]
    .map(({ who, acts: own }) => {
      const what = whatText(own, place, language, names);
      return { vi: `${who} ${what}`, en: `${what} by ${who}` }[language];
    })
    .join(or);
}

function whatText(acts: readonly AwaitedAct[], place: string, language: Language, names: SentenceNames): string {
  const or = { vi: ' hoặc ', en: ' or ' }[language];
  const outcomes = acts.flatMap(({ act, outcome }) =>
    act === COMPLETE_STEP && outcome !== undefined ? [outcome] : [],
  );
  const others = acts.filter(({ act }) => act !== COMPLETE_STEP).map(({ act }) => actText(act, language));
  if (outcomes.length === 0) return others.join(or);
  const named = outcomes.map((outcome) => `“${names.outcome(place, outcome)}”`).join(or);
  const completion = { vi: `hoàn thành bước với kết quả ${named}`, en: `completion of the step with ${named}` }[
    language
  ];
  return [...others, completion].join(or);
}

const actText = (act: AwaitedAct['act'], language: Language): string =>
  act === 'issue-decision'
    ? { vi: 'ban hành quyết định', en: 'issue of the decision' }[language]
    : actName(act, language);

/** `chuyên viên thẩm định (Sở Nội vụ)`, each once. */
function whoText(by: readonly ActingPosition[], language: Language, names: SentenceNames): string {
  const said = by.map(({ role, unitId, recording }) => {
    const name = `${roleNames[role][language]} (${names.unit(unitId)})`;
    return recording
      ? `${name}, ${{ vi: 'người ghi thay cấp trên', en: 'who records for the level above' }[language]}`
      : name;
  });
  return [...new Set(said)].join({ vi: ' hoặc ', en: ' or ' }[language]);
}

function deadlineText(
  { clock, state, dueAt, pausedSince, late, missingYear, awaiting }: BlockedDeadline,
  language: Language,
  names: SentenceNames,
): string {
  const name = `“${names.clock(clock)}”`;
  const due = dueAt === undefined ? '' : dueText(dueAt, language);
  const since = pausedSince === undefined ? '' : momentText(pausedSince);
  const say = (text: Bilingual) => text[language];
  switch (state) {
    case 'running':
      return say({ vi: `hạn ${name}: ${due}`, en: `${name} is due at ${due}` });
    case 'paused':
      return say({ vi: `hạn ${name} tạm dừng từ ${since}`, en: `${name} stands still since ${since}` });
    case 'awaited':
      if (awaiting) {
        return say({
          vi: `hạn ${name} chưa tính được vì còn chờ thông báo cho ${spanText(awaiting, 'vi')}`,
          en: `${name} cannot be counted until the notice for ${spanText(awaiting, 'en')} is there`,
        });
      }
      return say({
        vi: `hạn ${name} chưa tính được vì chưa có lịch làm việc năm ${missingYear}`,
        en: `${name} cannot be counted until the working calendar of ${missingYear} is there`,
      });
    case 'late':
      break;
  }
  return say({
    vi: `hạn ${name} đã qua từ ${due}, ${lateText(late, 'vi')}`,
    en: `${name} was due at ${due}, ${lateText(late, 'en')}`,
  });
}

function lateText(late: BlockedDeadline['late'], language: Language): string {
  const { workingDays = 0, exact = true } = late ?? {};
  const least = exact ? { vi: '', en: '' } : { vi: 'ít nhất ', en: 'at least ' };
  if (workingDays === 0) return { vi: 'trễ chưa đến một ngày làm việc', en: 'less than a working day ago' }[language];
  const days = workingDays === 1 ? 'working day' : 'working days';
  return { vi: `trễ ${least.vi}${workingDays} ngày làm việc`, en: `${least.en}${workingDays} ${days} ago` }[language];
}

/** Who may not do it, because of what he did: only where somebody did it. */
function fourEyes({ acts }: BlockedLine, language: Language): readonly string[] {
  const done = [...new Set(acts.flatMap(({ notBy }): readonly Act[] => notBy))];
  if (done.length === 0) return [];
  const list = done.map((act) => actName(act, language)).join(', ');
  return [{ vi: `không phải người đã ${list} (R42)`, en: `not by who did: ${list} (R42)` }[language]];
}
