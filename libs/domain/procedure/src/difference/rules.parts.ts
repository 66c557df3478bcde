import { type Bilingual, type Language, roleNames } from '#libs/domain/kernel';
import { actName, outcomeNames, votedAt } from '../procedure-words.js';
import type { ClockTrigger } from '../language/clock.schema.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import type { Vote } from '../language/vote.schema.js';
import { clockLimitText } from '../words/limit-words.js';
import { levelNameOf } from '../words/role-words.js';
import {
  about,
  called,
  type Entity,
  type Field,
  inBoth,
  leaves,
  plain,
  sourceFields,
  told,
  valueText,
} from './entity.js';
import { stepText } from './steps.parts.js';

/** Time limits, by their names. */
export const clockEntities = (procedure: ProcedureDocument): readonly Entity[] =>
  Object.entries(procedure.clocks).map(([name, clock]) => {
    const { limit, designDefault } = clock;
    const triggers = (path: 'startsOn' | 'metBy' | 'cancelledBy', label: Bilingual): Field =>
      told(path, 'limits', label, clock[path].map(triggerKey).toSorted(), (language) =>
        clock[path].length === 0
          ? valueText(undefined, language)
          : clock[path].map((trigger) => triggerText(procedure, trigger, language)).join(', '),
      );
    const { source: _source, confidence: _confidence, ...figures } = limit;
    const span = 'value' in figures ? { value: figures.value, unit: figures.unit } : figures;
    return {
      path: `clocks.${name}`,
      section: 'limits' as const,
      names: inBoth((language) => clockText(procedure, name, language)),
      summary: inBoth((language) => clockLimitText(clock, language)),
      fields: [
        plain('names.vi', 'limits', { vi: 'tên', en: 'Vietnamese name' }, clock.names.vi),
        plain('names.en', 'limits', { vi: 'tên tiếng Anh', en: 'English name' }, clock.names.en),
        told('limit', 'limits', { vi: '', en: '' }, { span, designDefault }, (language) =>
          clockLimitText(clock, language),
        ),
        plain(
          'limit.firstDayCounted',
          'limits',
          { vi: 'tính ngày đầu', en: 'first day counted' },
          'firstDayCounted' in limit ? limit.firstDayCounted : undefined,
        ),
        ...sourceFields('limit.', limit),
        told('binding', 'limits', { vi: 'ý nghĩa', en: 'meaning' }, clock.binding, (language) =>
          called(bindings, clock.binding, language),
        ),
        plain('rule', 'limits', { vi: 'quy tắc', en: 'rule' }, clock.rule),
        triggers('startsOn', { vi: 'bắt đầu khi', en: 'starts on' }),
        triggers('metBy', { vi: 'xong khi', en: 'met by' }),
        told('each', 'limits', { vi: 'tính riêng cho', en: 'one for each' }, clock.each, (language) =>
          clock.each === undefined ? valueText(undefined, language) : called(eachOf, clock.each, language),
        ),
        triggers('cancelledBy', { vi: 'thôi tính khi', en: 'cancelled by' }),
        told('pausedAt', 'limits', { vi: 'tạm dừng ở', en: 'stands still at' }, clock.pausedAt.toSorted(), (language) =>
          clock.pausedAt.length === 0
            ? valueText(undefined, language)
            : clock.pausedAt.map((step) => stepText(procedure, step, language)).join(', '),
        ),
        told(
          'onSupplement',
          'limits',
          { vi: 'khi yêu cầu bổ sung', en: 'on a request for a supplement' },
          clock.onSupplement,
          (language) => called(onSupplement, clock.onSupplement, language),
        ),
        told(
          'responsible',
          'actors',
          { vi: 'người chịu trách nhiệm', en: 'responsible' },
          clock.responsible,
          (language) => called(roleNames, clock.responsible, language),
        ),
        plain('ladder', 'limits', { vi: 'thang nhắc việc', en: 'reminder ladder' }, clock.ladder),
      ],
    };
  });

const eachOf = {
  opinion: { vi: 'từng nơi được hỏi', en: 'body that is asked' },
} as const satisfies Record<string, Bilingual>;

const bindings = {
  latest: { vi: 'chậm nhất', en: 'at the latest' },
  not_before: { vi: 'không sớm hơn', en: 'not before' },
} as const satisfies Record<string, Bilingual>;

const onSupplement = {
  pause: { vi: 'tạm dừng', en: 'stands still' },
  restart: { vi: 'tính lại từ đầu', en: 'starts anew' },
  run_on: { vi: 'vẫn tính', en: 'runs on' },
} as const satisfies Record<string, Bilingual>;

const triggerKey = (trigger: ClockTrigger): string =>
  typeof trigger === 'string' ? trigger : JSON.stringify(Object.entries(trigger).toSorted());

function triggerText(procedure: ProcedureDocument, trigger: ClockTrigger, language: Language): string {
  const say = (text: Bilingual) => text[language];
  if (typeof trigger === 'string') return actName(trigger, language);
  if ('entered' in trigger) {
    const step = stepText(procedure, trigger.entered, language);
    return say({ vi: `đến bước ${step}`, en: `arrival at ${step}` });
  }
  if ('left' in trigger) {
    const step = stepText(procedure, trigger.left, language);
    return say({ vi: `rời bước ${step}`, en: `leaving ${step}` });
  }
  const about = [
    ...(trigger.level === undefined ? [] : [levelNameOf(procedure, trigger.level, language)]),
    ...(trigger.outcome === undefined ? [] : [outcomeText(procedure, trigger.outcome, language)]),
  ];
  return `${actName(trigger.act, language)}${about.length > 0 ? ` (${about.join(', ')})` : ''}`;
}

/** An outcome by the name that the first step with it gives. */
function outcomeText(procedure: ProcedureDocument, outcome: string, language: Language): string {
  const named = Object.keys(procedure.steps).map((step) => outcomeNames(procedure, step, outcome));
  return named.find((names) => names !== undefined)?.[language] ?? outcome;
}

/** A clock by its name; where another has the same name, its code too. */
function clockText({ clocks }: ProcedureDocument, name: string, language: Language): string {
  const own = clocks[name]?.names[language] ?? name;
  const twins = Object.values(clocks).filter(({ names }) => names[language] === own).length;
  return twins > 1 ? `${own} (${name})` : own;
}

/** Votes: threshold, quorum, absentees, rounds. Called after the steps at which they are held. */
export const voteEntities = ({ votes, steps }: ProcedureDocument): readonly Entity[] =>
  Object.entries(votes).map(([name, vote]) => ({
    path: `votes.${name}`,
    section: 'votes' as const,
    names: {
      vi: `biểu quyết ở bước ${votedAt({ steps }, name, 'vi')}`,
      en: `vote at ${votedAt({ steps }, name, 'en')}`,
    },
    summary: inBoth((language) => thresholdText(vote, language)),
    fields: [
      told('method', 'votes', { vi: 'hình thức', en: 'method' }, vote.method, (language) =>
        called(methods, vote.method, language),
      ),
      told('threshold', 'votes', { vi: 'tỷ lệ đồng ý', en: 'threshold' }, figuresOf(vote.threshold), (language) =>
        thresholdText(vote, language),
      ),
      ...about('tỷ lệ đồng ý', 'the threshold', sourceFields('threshold.', vote.threshold)),
      told('quorum', 'votes', { vi: 'số dự họp tối thiểu', en: 'quorum' }, figuresOf(vote.quorum), (language) =>
        fractionText(vote.quorum, language),
      ),
      ...about('số dự họp', 'the quorum', sourceFields('quorum.', vote.quorum)),
      plain(
        'absentees.written',
        'votes',
        { vi: 'ý kiến bằng văn bản của người vắng', en: 'written opinions of absentees' },
        vote.absentees?.written,
      ),
      ...about('người vắng', 'absentees', sourceFields('absentees.', vote.absentees)),
      plain('rounds.max', 'votes', { vi: 'số vòng tối đa', en: 'rounds at most' }, vote.rounds?.max),
      ...about('số vòng', 'the rounds', sourceFields('rounds.', vote.rounds)),
      plain('secret.value', 'votes', { vi: 'bỏ phiếu kín', en: 'secret' }, vote.secret?.value),
      ...about('bỏ phiếu kín', 'secrecy', sourceFields('secret.', vote.secret)),
    ],
  }));

const methods = {
  minutes: { vi: 'biên bản', en: 'minutes' },
  ballot: { vi: 'bỏ phiếu', en: 'ballot' },
} as const satisfies Record<Vote['method'], Bilingual>;

const figuresOf = ({ source: _source, confidence: _confidence, ...figures }: Vote['threshold'] | Vote['quorum']) =>
  figures;

const fractionText = (figure: Vote['threshold'] | Vote['quorum'], language: Language): string =>
  'value' in figure ? valueText('unknown', language) : `${figure.numerator}/${figure.denominator} (${figure.rule})`;

const denominators: Readonly<Record<string, Bilingual>> = {
  all_members: { vi: 'tổng số thành viên', en: 'all members' },
  present: { vi: 'số người dự họp', en: 'those present' },
};

function thresholdText({ threshold }: Vote, language: Language): string {
  if ('value' in threshold) return valueText('unknown', language);
  const { strict, of } = threshold;
  const share = fractionText(threshold, language);
  const denominator = inBoth((each) => called(denominators, of, each));
  return {
    vi: `${strict ? 'trên' : 'ít nhất'} ${share} ${denominator.vi}`,
    en: `${strict ? 'more than' : 'at least'} ${share} of ${denominator.en}`,
  }[language];
}

/** Papers, by their names. */
export const documentEntities = (procedure: ProcedureDocument): readonly Entity[] =>
  procedure.documents.map((document) => {
    const { code, names, form, when, note } = document;
    return {
      path: `documents.${code}`,
      section: 'documents' as const,
      names: inBoth((language) => `“${names[language]}” (${code})`),
      ...(form ? { summary: inBoth((language) => formText(form, language)) } : {}),
      fields: [
        plain('names.vi', 'documents', { vi: 'tên', en: 'Vietnamese name' }, names.vi),
        plain('names.en', 'documents', { vi: 'tên tiếng Anh', en: 'English name' }, names.en),
        told(
          'form',
          'documents',
          { vi: 'mẫu', en: 'form' },
          form && { number: form.number, decree: form.decree },
          (language) => (form ? formText(form, language) : valueText(undefined, language)),
        ),
        ...about('mẫu', 'the form', sourceFields('form.', form)),
        plain('when.kinds', 'documents', { vi: 'khi loại khen thưởng là', en: 'for kinds' }, when?.kinds),
        plain('when.subjects', 'documents', { vi: 'khi đối tượng là', en: 'for subjects' }, when?.subjects),
        plain('optional', 'documents', { vi: 'không bắt buộc', en: 'optional' }, document.optional),
        told('neededAt', 'documents', { vi: 'cần ở cấp', en: 'needed at' }, document.neededAt, (language) =>
          levelsText(procedure, document.neededAt, language),
        ),
        plain('formats', 'documents', { vi: 'định dạng', en: 'formats' }, document.formats),
        told(
          'formatsAt',
          'documents',
          { vi: 'định dạng cần ở cấp', en: 'formats needed at' },
          document.formatsAt,
          (language) => levelsText(procedure, document.formatsAt, language),
        ),
        plain(
          'ofThisAward',
          'documents',
          { vi: 'chỉ của khen thưởng này', en: 'this award only' },
          document.ofThisAward,
        ),
        told('producedBy', 'documents', { vi: 'do bước lập', en: 'made at' }, document.producedBy, (language) =>
          stepText(procedure, document.producedBy, language),
        ),
        plain('note.vi', 'documents', { vi: 'ghi chú', en: 'note (Vietnamese)' }, note?.vi),
        plain('note.en', 'documents', { vi: 'ghi chú tiếng Anh', en: 'note' }, note?.en),
        ...sourceFields('', document),
      ],
    };
  });

const formText = (
  { number, decree }: { readonly number: string; readonly decree: string },
  language: Language,
): string => ({ vi: `mẫu ${number} (${decree})`, en: `form ${number} (${decree})` })[language];

const levelsText = (procedure: ProcedureDocument, levels: readonly string[] | undefined, language: Language): string =>
  levels === undefined
    ? { vi: 'mọi cấp', en: 'every level' }[language]
    : levels.map((level) => levelNameOf(procedure, level, language)).join(', ');

/** What a nominee must hold or be. */
export function criteriaEntities({ criteria }: ProcedureDocument): readonly Entity[] {
  const { prerequisites, conditions, uncounted, quota, preference, onceOnly } = criteria;
  const rest: readonly (readonly [string, Bilingual, object | undefined])[] = [
    ['uncounted', { vi: 'loại khen thưởng không làm căn cứ', en: 'kinds that are no ground' }, uncounted],
    ['quota', { vi: 'chỉ tiêu mỗi năm', en: 'quota of a year' }, quota],
    ['preference', { vi: 'ưu tiên', en: 'preference' }, preference],
    ['onceOnly', { vi: 'chỉ dùng một lần', en: 'used once only' }, onceOnly],
  ];
  return [
    ...prerequisites.map(({ id, ...criterion }) => ({
      path: `criteria.prerequisites.${id}`,
      section: 'criteria' as const,
      names: inBoth((language) => `“${criterion.names[language]}”`),
      fields: leaves('', 'criteria', criterion, labels),
    })),
    ...conditions.map(({ id, ...condition }) => ({
      path: `criteria.conditions.${id}`,
      section: 'criteria' as const,
      names: inBoth((language) => `“${condition.names[language]}”`),
      fields: leaves('', 'criteria', condition, labels),
    })),
    ...rest.flatMap(([path, names, value]) =>
      value
        ? [
            {
              path: `criteria.${path}`,
              section: 'criteria' as const,
              names,
              fields: leaves('', 'criteria', value, labels),
            },
          ]
        : [],
    ),
  ];
}

const labels: Readonly<Record<string, Bilingual>> = {
  vi: { vi: 'tên', en: 'Vietnamese name' },
  en: { vi: 'tên tiếng Anh', en: 'English name' },
  test: { vi: 'cách xét', en: 'test' },
  rule: { vi: 'quy tắc', en: 'rule' },
  award: { vi: 'danh hiệu, hình thức', en: 'award' },
  years: { vi: 'số năm', en: 'years' },
  count: { vi: 'số lần', en: 'how many' },
  yearsBefore: { vi: 'cách đây ít nhất (năm)', en: 'years before' },
  yearsBetween: { vi: 'cách nhau (năm)', en: 'years between' },
  numerator: { vi: 'tử số', en: 'numerator' },
  denominator: { vi: 'mẫu số', en: 'denominator' },
  subjects: { vi: 'đối tượng', en: 'subjects' },
  kinds: { vi: 'loại khen thưởng', en: 'kinds' },
  for: { vi: 'cho loại', en: 'for kinds' },
  asked: { vi: 'xét khi', en: 'asked at' },
  warnsOnly: { vi: 'chỉ cảnh báo', en: 'warns only' },
  from: { vi: 'từ ngày', en: 'from' },
  until: { vi: 'đến trước ngày', en: 'until before' },
  perYear: { vi: 'mỗi năm', en: 'a year' },
  countedLeaves: { vi: 'loại nghỉ được tính', en: 'leaves that count' },
  achievements: { vi: 'thành tích', en: 'achievements' },
  initiatives: { vi: 'sáng kiến', en: 'initiatives' },
  source: { vi: 'căn cứ', en: 'source' },
  confidence: { vi: 'độ tin cậy', en: 'confidence' },
};
