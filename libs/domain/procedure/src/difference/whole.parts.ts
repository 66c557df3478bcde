import { legalSourceText } from '#libs/domain/citation';
import { type Bilingual, dayText, type Language, roleNames } from '#libs/domain/kernel';
import { actName, awardKindNames, nomineeKindNames } from '../procedure-words.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import {
  about,
  called,
  type DifferenceSection,
  type Entity,
  type Field,
  inBoth,
  leaves,
  plain,
  sourceFields,
  told,
  valueText,
} from './entity.js';
import { sorted, stepText } from './steps.parts.js';

const bindingReceipts: Readonly<Record<NonNullable<ProcedureDocument['transition']>['pinAt'], Bilingual>> = {
  first_receipt: { vi: 'được tiếp nhận lần đầu', en: 'their first receipt' },
  deciding_level: { vi: 'cấp quyết định tiếp nhận', en: 'the receipt at the level that decides' },
};

/** What is said of the procedure as a whole. Code and version are what two documents are told apart by, and no difference. */
export function wholeEntity(procedure: ProcedureDocument): Entity {
  const { names, effective, carriedOver, transition, notReceivable, backdating, retention, cancellation } = procedure;
  const list = (
    path: string,
    section: DifferenceSection,
    label: Bilingual,
    values: readonly string[],
    text: (value: string, language: Language) => string,
  ): Field =>
    told(path, section, label, sorted(values), (language) => values.map((value) => text(value, language)).join(', '));
  return {
    path: '',
    section: 'procedure',
    names: { vi: '', en: '' },
    fields: [
      plain('names.vi', 'procedure', { vi: 'tên', en: 'Vietnamese name' }, names.vi),
      plain('names.en', 'procedure', { vi: 'tên tiếng Anh', en: 'English name' }, names.en),
      plain('family', 'procedure', { vi: 'nhóm quy trình', en: 'family' }, procedure.family),
      plain('regime', 'procedure', { vi: 'thời kỳ pháp lý', en: 'legal regime' }, procedure.regime),
      dayField('effective.from', { vi: 'hiệu lực từ', en: 'in force from' }, effective.from),
      dayField('effective.until', { vi: 'hiệu lực đến trước', en: 'in force until before' }, effective.until),
      plain(
        'effective.warnDaysBefore',
        'procedure',
        { vi: 'báo trước khi hết hiệu lực (ngày)', en: 'warns before it expires (days)' },
        effective.warnDaysBefore,
      ),
      ...about('hiệu lực', 'entry into force', sourceFields('effective.', effective)),
      plain('carriedOver.from', 'procedure', { vi: 'chuyển tiếp từ', en: 'carried over from' }, carriedOver?.from),
      plain(
        'carriedOver.reason.vi',
        'procedure',
        { vi: 'lý do chuyển tiếp', en: 'why carried over (Vietnamese)' },
        carriedOver?.reason.vi,
      ),
      plain(
        'carriedOver.reason.en',
        'procedure',
        { vi: 'lý do chuyển tiếp (tiếng Anh)', en: 'why carried over' },
        carriedOver?.reason.en,
      ),
      told(
        'transition.pinAt',
        'procedure',
        { vi: 'hồ sơ gắn với phiên bản khi', en: 'dossiers are bound by' },
        transition?.pinAt,
        (language) =>
          transition === undefined
            ? valueText(undefined, language)
            : called(bindingReceipts, transition.pinAt, language),
      ),
      plain(
        'transition.receivedBefore',
        'procedure',
        { vi: 'hồ sơ đã tiếp nhận trước', en: 'dossiers received before' },
        transition?.receivedBefore,
      ),
      plain(
        'transition.moreFavourable',
        'procedure',
        { vi: 'quy định có lợi hơn', en: 'a more favourable rule' },
        transition?.moreFavourable,
      ),
      ...about('chuyển tiếp', 'transition', sourceFields('transition.', transition)),
      plain('receivable', 'procedure', { vi: 'tiếp nhận hồ sơ', en: 'takes dossiers' }, procedure.receivable),
      plain(
        'notReceivable.reason.vi',
        'procedure',
        { vi: 'lý do không tiếp nhận', en: 'why none (Vietnamese)' },
        notReceivable?.reason.vi,
      ),
      plain(
        'notReceivable.reason.en',
        'procedure',
        { vi: 'lý do không tiếp nhận (tiếng Anh)', en: 'why none' },
        notReceivable?.reason.en,
      ),
      ...(procedure.openQuestions ?? []).flatMap(({ vi, en }, index) => [
        plain(`openQuestions.${index}.vi`, 'procedure', { vi: 'điều chưa rõ', en: 'open question (Vietnamese)' }, vi),
        plain(`openQuestions.${index}.en`, 'procedure', { vi: 'điều chưa rõ (tiếng Anh)', en: 'open question' }, en),
      ]),
      plain(
        'notReceivable.toRead',
        'procedure',
        { vi: 'văn bản cần đọc', en: 'what has to be read' },
        notReceivable?.toRead,
      ),
      list('subjects', 'procedure', { vi: 'đối tượng', en: 'subjects' }, procedure.subjects, (value, language) =>
        called(nomineeKindNames, value, language),
      ),
      list(
        'kinds',
        'procedure',
        { vi: 'loại khen thưởng', en: 'kinds of commendation' },
        procedure.kinds,
        (value, language) => called(awardKindNames, value, language),
      ),
      told('start', 'ways', { vi: 'bắt đầu ở', en: 'begins at' }, procedure.start, (language) =>
        stepText(procedure, procedure.start, language),
      ),
      plain('ladder', 'limits', { vi: 'thang nhắc việc chung', en: 'reminder ladder' }, procedure.ladder),
      plain(
        'backdating.workingDays',
        'limits',
        { vi: 'ghi lùi nhiều nhất (ngày làm việc)', en: 'back-dated by at most (working days)' },
        backdating.workingDays,
      ),
      ...about('ghi lùi', 'back-dating', sourceFields('backdating.', backdating)),
      ...decisionFields(procedure),
      plain(
        'cancellation.grounds',
        'decision',
        { vi: 'căn cứ hủy khen thưởng', en: 'grounds for cancelling an award' },
        cancellation.grounds,
      ),
      ...about('hủy khen thưởng', 'cancellation', sourceFields('cancellation.', cancellation)),
      told(
        'cancellation.restorable.roles',
        'decision',
        { vi: 'người phục hồi danh hiệu đã hủy', en: 'who restores a cancelled award' },
        sorted(cancellation.restorable?.roles),
        (language) =>
          cancellation.restorable?.roles.map((role) => called(roleNames, role, language)).join(', ') ??
          valueText(undefined, language),
      ),
      ...about('phục hồi danh hiệu', 'restoration', sourceFields('cancellation.restorable.', cancellation.restorable)),
      told(
        'retention.years',
        'keeping',
        { vi: 'lưu giữ hồ sơ', en: 'the dossier is kept' },
        retention?.years,
        (language) => yearsText(retention?.years, language),
      ),
      told(
        'retention.exceptions',
        'keeping',
        { vi: 'lưu giữ khác với', en: 'kept otherwise' },
        sorted(retention?.exceptions?.map((each) => JSON.stringify(each))),
        (language) => exceptionsText(retention?.exceptions, language),
      ),
      ...about('lưu giữ', 'keeping', sourceFields('retention.', retention)),
      told(
        'sources',
        'sources',
        { vi: 'căn cứ của quy trình', en: 'sources of the procedure' },
        procedure.sources,
        (language) => procedure.sources.map((source) => legalSourceText(source, language)).join('; '),
      ),
      ...about(
        'quy trình',
        'the procedure',
        sourceFields('', { source: '', confidence: procedure.confidence }).slice(1),
      ),
    ],
  };
}

const dayField = (path: string, label: Bilingual, day: string | null): Field =>
  told(path, 'procedure', label, day, (language) =>
    day === null ? { vi: 'không thời hạn', en: 'open' }[language] : dayText(day),
  );

const yearsText = (years: number | string | undefined, language: Language): string => {
  if (years === 'permanent') return { vi: 'vĩnh viễn', en: 'for ever' }[language];
  return typeof years === 'number'
    ? { vi: `${years} năm`, en: `${years} years` }[language]
    : valueText(years, language);
};

function exceptionsText(
  exceptions: NonNullable<ProcedureDocument['retention']>['exceptions'],
  language: Language,
): string {
  if (!exceptions) return valueText(undefined, language);
  const said = exceptions.map(({ kinds, years }) => {
    const names = kinds.map((kind) => called(awardKindNames, kind, language)).join(', ');
    return `${names}: ${yearsText(years, language)}`;
  });
  return said.join('; ');
}

function decisionFields({ decision }: ProcedureDocument): Field[] {
  const roles = (path: 'draftRoles' | 'issueRoles' | 'cancelRoles', label: Bilingual): Field =>
    told(`decision.${path}`, 'decision', label, sorted(decision[path]), (language) =>
      decision[path].map((role) => called(roleNames, role, language)).join(', '),
    );
  return [
    roles('draftRoles', { vi: 'người dự thảo quyết định', en: 'who drafts the decision' }),
    roles('issueRoles', { vi: 'người ban hành quyết định', en: 'who issues the decision' }),
    roles('cancelRoles', { vi: 'người hủy khen thưởng', en: 'who cancels an award' }),
    told(
      'decision.signerNotSameAs',
      'four_eyes',
      { vi: 'người ký không cùng người với', en: 'the signer is not who did' },
      sorted(decision.signerNotSameAs),
      (language) =>
        decision.signerNotSameAs.length === 0
          ? valueText(undefined, language)
          : decision.signerNotSameAs.map((act) => actName(act, language)).join(', '),
    ),
  ];
}

export const levelEntities = ({ levels }: ProcedureDocument): readonly Entity[] =>
  levels.map(({ code, ...level }, index) => ({
    path: `levels.${code}`,
    section: 'levels' as const,
    names: inBoth((language) => `${{ vi: 'cấp', en: 'level' }[language]} “${level.names[language]}”`),
    fields: [
      ...leaves('', 'levels', level, {
        vi: { vi: 'tên', en: 'Vietnamese name' },
        en: { vi: 'tên tiếng Anh', en: 'English name' },
        recordedBy: { vi: 'người ghi thay', en: 'written down by' },
        outside: { vi: 'ngoài hệ thống', en: 'outside the system' },
        persons: { vi: 'số người', en: 'persons' },
      }),
      plain('order', 'levels', { vi: 'thứ tự', en: 'place in the order' }, index + 1),
    ],
  }));
