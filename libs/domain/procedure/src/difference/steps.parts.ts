import type { Bilingual, Language } from '#libs/domain/kernel';
import { actName, actNames } from '../procedure-words.js';
import type { Act } from '../act.js';
import { isActing, outcomeOf, waysOut } from '../flow/ways-out.js';
import { roleAtLevel } from '../flow/role-at.js';
import type { ProcedureDocument } from '../language/procedure.schema.js';
import type { Outcome, OutcomeCondition, Step, Way } from '../language/step.schema.js';
import { actorText, levelNameOf } from '../words/role-words.js';
import { stepKindNames } from '../words/step-words.js';
import { wayText } from '../words/way-words.js';
import { called, type Entity, type Field, inBoth, plain, sourceFields, told, valueText } from './entity.js';

/** Each step, each act that is done there, and each outcome of it. */
export const stepEntities = (procedure: ProcedureDocument): readonly Entity[] =>
  Object.entries(procedure.steps).flatMap(([name, step]) => [
    stepEntity(procedure, name, step),
    ...(isActing(step)
      ? Object.entries(step.acts).flatMap(([act, way]) =>
          way ? wayEntities(procedure, name, step, act as Act, way) : [],
        )
      : []),
  ]);

/** A step by its name; where another has the same name, its code too. */
export function stepText({ steps }: ProcedureDocument, name: string | undefined, language: Language): string {
  if (name === undefined) return valueText(undefined, language);
  const own = steps[name]?.names[language];
  if (own === undefined) return name;
  const twins = Object.values(steps).filter(({ names }) => names[language] === own).length;
  return twins > 1 ? `“${own}” (${name})` : `“${own}”`;
}

const stepsText = (procedure: ProcedureDocument, names: readonly string[] | undefined, language: Language): string =>
  names === undefined || names.length === 0
    ? valueText(undefined, language)
    : names.map((name) => stepText(procedure, name, language)).join(', ');

const rolesText = (
  procedure: ProcedureDocument,
  roles: readonly string[] | undefined,
  level: string,
  language: Language,
): string =>
  roles === undefined || roles.length === 0
    ? valueText(undefined, language)
    : roles.map((role) => actorText(procedure, roleAtLevel(role, level), language, level)).join(', ');

const actsText = (acts: readonly Act[] | undefined, language: Language): string =>
  acts === undefined || acts.length === 0
    ? valueText(undefined, language)
    : acts.map((act) => actName(act, language)).join(', ');

const clockNamesText = ({ clocks }: ProcedureDocument, names: readonly string[], language: Language): string =>
  names.length === 0
    ? valueText(undefined, language)
    : names.map((name) => clocks[name]?.names[language] ?? name).join(', ');

const papersText = (
  { documents }: ProcedureDocument,
  codes: readonly string[] | undefined,
  language: Language,
): string =>
  codes === undefined
    ? valueText(undefined, language)
    : codes
        .map((code) => {
          const name = documents.find((document) => document.code === code)?.names[language];
          return name === undefined ? code : `“${name}” (${code})`;
        })
        .join(', ');

function stepEntity(procedure: ProcedureDocument, name: string, step: Step): Entity {
  const names = inBoth((language) => `${{ vi: 'bước', en: 'step' }[language]} ${stepText(procedure, name, language)}`);
  const fields: Field[] = [
    plain('names.vi', 'steps', { vi: 'tên', en: 'Vietnamese name' }, step.names.vi),
    plain('names.en', 'steps', { vi: 'tên tiếng Anh', en: 'English name' }, step.names.en),
    told('kind', 'steps', { vi: 'loại bước', en: 'kind' }, step.kind, (language) =>
      called(stepKindNames, step.kind, language),
    ),
    told('level', 'steps', { vi: 'cấp', en: 'level' }, step.level, (language) =>
      levelNameOf(procedure, step.level, language),
    ),
    ...fieldsByKind(procedure, step),
  ];
  return { path: `steps.${name}`, section: 'steps', names, fields, summary: summaryOf(procedure, name, step) };
}

function fieldsByKind(procedure: ProcedureDocument, step: Step): readonly Field[] {
  if (step.kind === 'end') {
    return [plain('outcome', 'steps', { vi: 'hồ sơ kết thúc là', en: 'the dossier ends as' }, step.outcome)];
  }
  const to = (path: string, label: Bilingual, target: string): Field =>
    told(path, 'ways', label, target, (language) => stepText(procedure, target, language));
  if (step.kind === 'join')
    return [to('to', { vi: 'sau khi hợp nhánh đến', en: 'after the join it goes to' }, step.to)];
  if (step.kind === 'fork') {
    return [
      to('join', { vi: 'hợp nhánh tại', en: 'the branches meet at' }, step.join),
      ...Object.entries(step.branches).map(([branch, first]) =>
        to(`branches.${branch}`, { vi: `nhánh ${branch} bắt đầu ở`, en: `the branch ${branch} begins at` }, first),
      ),
    ];
  }
  const vote = step.kind === 'vote' ? step.vote : step.needs?.passed;
  return [
    told('roles', 'actors', { vi: 'người làm', en: 'who acts' }, sorted(step.roles), (language) =>
      rolesText(procedure, step.roles, step.level, language),
    ),
    told('clocks', 'limits', { vi: 'làm trong thời hạn', en: 'works under' }, sorted(step.clocks), (language) =>
      clockNamesText(procedure, step.clocks, language),
    ),
    plain(
      step.kind === 'vote' ? 'vote' : 'needs.passed',
      'votes',
      step.kind === 'vote' ? { vi: 'cách biểu quyết', en: 'vote' } : { vi: 'cần biểu quyết', en: 'needs the vote' },
      vote,
    ),
    told(
      'needs.documents',
      'documents',
      { vi: 'giấy tờ phải có để đi tiếp', en: 'papers needed to go on' },
      sorted(step.needs?.documents),
      (language) => papersText(procedure, step.needs?.documents, language),
    ),
    plain(
      'backdating.workingDays',
      'limits',
      { vi: 'ghi lùi nhiều nhất (ngày làm việc)', en: 'back-dated by at most (working days)' },
      step.backdating?.workingDays,
    ),
    ...sourceFields('backdating.', step.backdating),
  ];
}

/** `chờ, Bộ Nội vụ, chuyên viên thẩm định; đồng ý → “Trình”`. */
const summaryOf = (procedure: ProcedureDocument, name: string, step: Step): Bilingual =>
  inBoth((language) => {
    const about = [
      called(stepKindNames, step.kind, language).toLocaleLowerCase(),
      levelNameOf(procedure, step.level, language),
      ...(isActing(step) && step.roles.length > 0 ? [rolesText(procedure, step.roles, step.level, language)] : []),
    ].join(', ');
    const ways = waysOut(name, step).map(
      (way) => `${wayText(procedure, name, way, language)} → ${stepText(procedure, way.to, language)}`,
    );
    return [about, ...ways].join('; ');
  });

function wayEntities(procedure: ProcedureDocument, name: string, step: Step, act: Act, way: Way): readonly Entity[] {
  const path = `steps.${name}.acts.${act}`;
  const names = inBoth((language) => `${stepText(procedure, name, language)}: ${actNames[act][language]}`);
  const leads = way.to === undefined ? undefined : inBoth((language) => `→ ${stepText(procedure, way.to, language)}`);
  const entity: Entity = {
    path,
    section: 'ways',
    names,
    within: `steps.${name}`,
    ...(leads ? { summary: leads } : {}),
    fields: [
      ...targetFields(procedure, way),
      told('roles', 'actors', { vi: 'người làm', en: 'who acts' }, sorted(way.roles), (language) =>
        way.roles === undefined
          ? { vi: 'như của bước', en: 'as at the step' }[language]
          : rolesText(procedure, way.roles, step.level, language),
      ),
      told(
        'notSameAs',
        'four_eyes',
        { vi: 'không cùng người với', en: 'not by who did' },
        sorted(way.notSameAs),
        (language) => actsText(way.notSameAs, language),
      ),
    ],
  };
  const outcomes = Object.entries(way.outcomes ?? {}).map(([code, value]) =>
    outcomeEntity(procedure, name, step, { act, code, outcome: outcomeOf(value), within: path }),
  );
  return [entity, ...outcomes];
}

function outcomeEntity(
  procedure: ProcedureDocument,
  name: string,
  step: Step,
  { act, code, outcome, within }: { act: Act; code: string; outcome: Outcome; within: string },
): Entity {
  const said = (language: Language) => wayText(procedure, name, { act, outcome: code }, language);
  return {
    path: `${within}.outcomes.${code}`,
    section: 'ways',
    names: inBoth((language) => `${stepText(procedure, name, language)}: “${said(language)}”`),
    within,
    summary: inBoth((language) => `→ ${stepText(procedure, outcome.to, language)}`),
    fields: [
      plain('names.vi', 'ways', { vi: 'tên', en: 'Vietnamese name' }, outcome.names?.vi),
      plain('names.en', 'ways', { vi: 'tên tiếng Anh', en: 'English name' }, outcome.names?.en),
      ...targetFields(procedure, outcome),
      told('roles', 'actors', { vi: 'người chọn', en: 'who may choose it' }, sorted(outcome.roles), (language) =>
        outcome.roles === undefined
          ? { vi: 'như của bước', en: 'as at the step' }[language]
          : rolesText(procedure, outcome.roles, step.level, language),
      ),
      told('reason', 'ways', { vi: 'lý do', en: 'reason' }, outcome.reason, (language) =>
        called(reasons, outcome.reason, language),
      ),
      told('given', 'ways', { vi: 'chỉ khi', en: 'only if' }, outcome.given, (language) =>
        outcome.given === undefined ? valueText(undefined, language) : called(conditions, outcome.given, language),
      ),
    ],
  };
}

const reasons: Readonly<Record<Outcome['reason'], Bilingual>> = {
  required: { vi: 'bắt buộc', en: 'required' },
  optional: { vi: 'có thể nêu', en: 'optional' },
  none: { vi: 'không cần', en: 'none' },
};

const conditions: Readonly<Record<OutcomeCondition, Bilingual>> = {
  opinions_answered: { vi: 'mọi nơi được hỏi đã trả lời', en: 'everybody asked has answered' },
  no_opinion_asked: { vi: 'không hỏi ý kiến nơi nào', en: 'nobody was asked' },
  opinion_missing: { vi: 'còn nơi chưa trả lời', en: 'somebody has not answered' },
  no_objection: { vi: 'không có phản ánh', en: 'nobody objected' },
  objections_settled: { vi: 'không còn khiếu nại, tố cáo chưa giải quyết', en: 'no complaint or denunciation is open' },
  copies_sent: { vi: 'quyết định đã gửi đủ nơi nhận', en: 'the decision was sent to everybody concerned' },
};

function targetFields(
  procedure: ProcedureDocument,
  { to, leaves, notBefore }: Pick<Way, 'to' | 'leaves' | 'notBefore'>,
): Field[] {
  return [
    told('to', 'ways', { vi: 'đến', en: 'leads to' }, to, (language) => stepText(procedure, to, language)),
    told('leaves', 'ways', { vi: 'bỏ các nhánh của', en: 'gives up the branches of' }, leaves, (language) =>
      stepText(procedure, leaves, language),
    ),
    told('notBefore', 'limits', { vi: 'không trước khi hết', en: 'not before the end of' }, notBefore, (language) =>
      notBefore === undefined ? valueText(undefined, language) : clockNamesText(procedure, [notBefore], language),
    ),
  ];
}

/** Acts beside the way: withdraw, suspend, correct. */
export const sideActEntities = (procedure: ProcedureDocument): readonly Entity[] =>
  Object.entries(procedure.sideActs).flatMap(([act, side]) =>
    side
      ? [
          {
            path: `sideActs.${act}`,
            section: 'side_acts' as const,
            names: actNames[act as Act],
            fields: [
              told('at', 'side_acts', { vi: 'ở các bước', en: 'at the steps' }, sorted(side.at), (language) =>
                stepsText(procedure, side.at, language),
              ),
              told('roles', 'actors', { vi: 'người làm', en: 'who acts' }, sorted(side.roles), (language) =>
                rolesText(procedure, side.roles, '', language),
              ),
              told('to', 'side_acts', { vi: 'đến', en: 'leads to' }, side.to, (language) =>
                stepText(procedure, side.to, language),
              ),
              told(
                'notSameAs',
                'four_eyes',
                { vi: 'không cùng người với', en: 'not by who did' },
                sorted(side.notSameAs),
                (language) => actsText(side.notSameAs, language),
              ),
            ],
          },
        ]
      : [],
  );

/** The order in which roles, acts and steps are written says nothing. */
export const sorted = (names: readonly string[] | undefined): readonly string[] | undefined => names?.toSorted();
