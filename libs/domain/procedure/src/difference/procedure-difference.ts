import type { Bilingual, Language } from '#libs/domain/kernel';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import { type DifferenceSection, differenceSections, type Entity, type Field, inBoth } from './entity.js';
import { prizeEntities } from './prize.parts.js';
import { clockEntities, criteriaEntities, documentEntities, voteEntities } from './rules.parts.js';
import { sideActEntities, stepEntities } from './steps.parts.js';
import { levelEntities, wholeEntity } from './whole.parts.js';
import { windowEntities } from './window.parts.js';

/** One thing in which two procedures differ, told once. */
export interface ProcedureDifference {
  readonly section: DifferenceSection;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Where it stands in the file: `clocks.appraise.limit`; papers, levels and criteria by their code. */
  readonly path: string;
  readonly words: Bilingual;
}

/**
 * In what two procedures differ, in words, under heads in a fixed order; the same document differs in nothing. What is new or gone
 * is told as a whole, and of what is in both each thing that is said otherwise. Code and version are not compared: they say which
 * two are meant. The order in which steps, roles or papers are written is no difference.
 */
export function differencesOf(before: ProcedureDocument, after: ProcedureDocument): readonly ProcedureDifference[] {
  const [was, is] = [entitiesOf(before), entitiesOf(after)];
  const differences = [
    ...[...was.values()].flatMap((entity) => {
      const other = is.get(entity.path);
      if (other) return changesOf(entity, other);
      return entity.within !== undefined && !is.has(entity.within) ? [] : [goneOrNew('removed', entity)];
    }),
    ...[...is.values()].flatMap((entity) => {
      if (was.has(entity.path) || (entity.within !== undefined && !was.has(entity.within))) return [];
      return [goneOrNew('added', entity)];
    }),
  ];
  return differenceSections.flatMap((section) => differences.filter((each) => each.section === section));
}

function entitiesOf(procedure: ProcedureDocument): ReadonlyMap<string, Entity> {
  const all = [
    wholeEntity(procedure),
    ...levelEntities(procedure),
    ...stepEntities(procedure),
    ...clockEntities(procedure),
    ...voteEntities(procedure),
    ...documentEntities(procedure),
    ...criteriaEntities(procedure),
    ...prizeEntities(procedure),
    ...windowEntities(procedure),
    ...sideActEntities(procedure),
  ];
  return new Map(all.map((entity) => [entity.path, entity]));
}

function goneOrNew(kind: 'added' | 'removed', { path, section, names, summary }: Entity): ProcedureDifference {
  const verbs = { added: { vi: 'Thêm', en: 'Added:' }, removed: { vi: 'Bỏ', en: 'Removed:' } }[kind];
  const words = inBoth(
    (language) => `${verbs[language]} ${names[language]}${summary ? ` (${summary[language]})` : ''}.`,
  );
  return { section, kind, path, words };
}

function changesOf(before: Entity, after: Entity): readonly ProcedureDifference[] {
  const was = new Map(before.fields.map((field) => [field.path, field]));
  const is = new Map(after.fields.map((field) => [field.path, field]));
  const paths = new Set([...was.keys(), ...is.keys()]);
  return [...paths].flatMap((path) => {
    const [one, other] = [was.get(path), is.get(path)];
    if (JSON.stringify(one?.value ?? null) === JSON.stringify(other?.value ?? null)) return [];
    const field = other ?? one;
    if (!field) return [];
    const place = [after.path, path].filter((part) => part !== '').join('.');
    const words = inBoth((language) => sentence(after.names[language], field, one, other, language));
    return [{ section: field.section, kind: 'changed' as const, path: place, words }];
  });
}

/** `Thẩm định: 20 ngày làm việc → 15 ngày làm việc.` */
function sentence(
  name: string,
  { label }: Field,
  before: Field | undefined,
  after: Field | undefined,
  language: Language,
): string {
  const subject = [name, label[language]].filter((part) => part !== '').join(name === '' ? '' : ', ');
  const none = { vi: 'không nêu', en: 'not stated' }[language];
  const [was, is] = [before?.text(language) ?? none, after?.text(language) ?? none];
  // Two names that read alike are told apart by what they stand for.
  const [one, other] =
    was === is ? [JSON.stringify(before?.value ?? null), JSON.stringify(after?.value ?? null)] : [was, is];
  return `${subject.charAt(0).toLocaleUpperCase()}${subject.slice(1)}: ${one} → ${other}.`;
}

/** The heads, in both languages. */
export const differenceSectionNames: Readonly<Record<DifferenceSection, Bilingual>> = {
  procedure: { vi: 'Quy trình', en: 'The procedure' },
  levels: { vi: 'Các cấp', en: 'Levels' },
  steps: { vi: 'Các bước', en: 'Steps' },
  ways: { vi: 'Đường đi', en: 'Ways' },
  actors: { vi: 'Người làm', en: 'Who acts' },
  four_eyes: { vi: 'Bốn mắt', en: 'Four eyes' },
  limits: { vi: 'Thời hạn', en: 'Time limits' },
  votes: { vi: 'Biểu quyết', en: 'Votes' },
  documents: { vi: 'Giấy tờ', en: 'Papers' },
  criteria: { vi: 'Tiêu chuẩn, điều kiện', en: 'Criteria' },
  prize: { vi: 'Tiền thưởng', en: 'Prize' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  side_acts: { vi: 'Việc ngoài đường đi', en: 'Acts beside the way' },
  keeping: { vi: 'Lưu giữ', en: 'Keeping' },
  sources: { vi: 'Căn cứ, độ tin cậy', en: 'Sources and confidence' },
};
