import { papersOfWay } from './flow/papers-needed.js';
import { isActing, outcomeOf, waysOut } from './flow/ways-out.js';
import { ALL_ANSWERED, COMPLETE_STEP } from './act.js';
import type { ClockTrigger } from './language/clock.schema.js';
import type { ProcedureDocument } from './language/procedure.schema.js';
import type { ActingStep, Step } from './language/step.schema.js';
import { ruleAt } from './more-favourable.js';
import { type ProcedureFault, procedureFault, unlike } from './procedure-fault.js';

const kinds = {
  step: { vi: 'không có bước', en: 'there is no step' },
  level: { vi: 'không có cấp', en: 'there is no level' },
  vote: { vi: 'không có cách biểu quyết', en: 'there is no vote' },
  clock: { vi: 'không có thời hạn', en: 'there is no clock' },
  document: { vi: 'không có thành phần hồ sơ', en: 'there is no document' },
  outcome: { vi: 'không bước nào có kết quả', en: 'no step has the outcome' },
} as const;

type Kind = keyof typeof kinds;

/** The names that a procedure refers to, each checked against those it defines. */
class Names {
  readonly faults: ProcedureFault[] = [];
  readonly #known: Readonly<Record<Kind, ReadonlySet<string>>>;

  constructor({ steps, levels, votes, clocks, documents }: ProcedureDocument) {
    this.#known = {
      step: new Set(Object.keys(steps)),
      level: new Set(levels.map(({ code }) => code)),
      vote: new Set(Object.keys(votes)),
      clock: new Set(Object.keys(clocks)),
      document: new Set(documents.map(({ code }) => code)),
      outcome: new Set([
        ALL_ANSWERED,
        ...Object.entries(steps).flatMap(([name, step]) => waysOut(name, step).flatMap(({ outcome }) => outcome ?? [])),
      ]),
    };
  }

  expect(kind: Kind, name: string | undefined, path: string): void {
    if (name === undefined || this.#known[kind].has(name)) return;
    const { vi, en } = kinds[kind];
    this.faults.push(unlike(path, { vi: `${vi} ${name}`, en: `${en} ${name}` }, name, [...this.#known[kind]]));
  }

  expectAll(kind: Kind, names: readonly string[] | undefined, path: string): void {
    names?.forEach((name, index) => this.expect(kind, name, `${path}.${index}`));
  }

  /** The levels that roles name: `officer@MP`. */
  roles(roles: readonly string[] | undefined, path: string): void {
    roles?.forEach((role, index) => this.expect('level', role.split('@')[1], `${path}.${index}`));
  }

  fault(path: string, vi: string, en: string): void {
    this.faults.push(procedureFault(path, { vi, en }));
  }
}

/** Everything that a procedure names and does not have, and what contradicts itself. */
export function faultsOfNames(procedure: ProcedureDocument): readonly ProcedureFault[] {
  const names = new Names(procedure);
  names.expect('step', procedure.start, 'start');
  levelsAndPapers(procedure, names);
  for (const [name, step] of Object.entries(procedure.steps)) stepFaults(name, step, procedure, names);
  for (const [name, clock] of Object.entries(procedure.clocks)) {
    for (const field of ['startsOn', 'metBy', 'cancelledBy'] as const) {
      clock[field].forEach((trigger, index) => triggerFaults(trigger, `clocks.${name}.${field}.${index}`, names));
    }
    names.expectAll('step', clock.pausedAt, `clocks.${name}.pausedAt`);
  }
  for (const [act, side] of Object.entries(procedure.sideActs)) {
    names.expect('step', side.to, `sideActs.${act}.to`);
    names.expectAll('step', side.at, `sideActs.${act}.at`);
    names.roles(side.roles, `sideActs.${act}.roles`);
  }
  procedure.moreFavourable?.forEach(({ rule }, index) => {
    if (ruleAt(procedure, rule) === undefined)
      names.fault(`moreFavourable.${index}.rule`, `không có quy định ${rule}`, `there is no rule ${rule}`);
  });
  return names.faults;
}

function levelsAndPapers(
  { levels, documents, grades, windows, receivable, notReceivable }: ProcedureDocument,
  names: Names,
): void {
  const codes = levels.map(({ code }) => code);
  codes.forEach((code, index) => {
    if (codes.indexOf(code) < index)
      names.fault(`levels.${index}.code`, `cấp ${code} có hai lần`, `the level ${code} stands twice`);
  });
  levels.forEach(({ recordedBy }, index) => names.roles(recordedBy ? [recordedBy] : [], `levels.${index}.recordedBy`));
  documents.forEach(({ neededAt, formatsAt, producedBy }, index) => {
    names.expectAll('level', neededAt, `documents.${index}.neededAt`);
    names.expectAll('level', formatsAt, `documents.${index}.formatsAt`);
    names.expect('step', producedBy, `documents.${index}.producedBy`);
  });
  grades?.forEach(({ code }, index) => {
    if (grades.findIndex((grade) => grade.code === code) < index)
      names.fault(`grades.${index}.code`, `hạng ${code} có hai lần`, `the grade ${code} stands twice`);
  });
  windows?.forEach(({ level }, index) => names.expect('level', level, `windows.${index}.level`));
  if (receivable === (notReceivable === undefined)) return;
  names.fault(
    'notReceivable',
    'quy trình không tiếp nhận thì nêu lý do, và chỉ khi đó',
    'a procedure that takes no dossiers says why, and no other does',
  );
}

function stepFaults(name: string, step: Step, procedure: ProcedureDocument, names: Names): void {
  const path = `steps.${name}`;
  names.expect('level', step.level, `${path}.level`);
  if (step.kind === 'fork') forkFaults(path, step, procedure, names);
  if (step.kind === 'join') names.expect('step', step.to, `${path}.to`);
  if (step.kind === 'vote') names.expect('vote', step.vote, `${path}.vote`);
  if (!isActing(step)) return;
  if (step.kind !== 'vote') names.expect('vote', step.needs?.passed, `${path}.needs.passed`);
  needsFaults(name, step, procedure, names);
  names.expectAll('clock', step.clocks, `${path}.clocks`);
  names.roles(step.roles, `${path}.roles`);
  for (const { to, leaves, path: place } of waysOut(name, step)) {
    names.expect('step', to, place);
    names.expect('step', leaves, place.endsWith('.to') ? place.replace(/\.to$/, '.leaves') : `${place}.leaves`);
  }
  for (const [act, way] of Object.entries(step.acts)) {
    const at = `${path}.acts.${act}`;
    names.roles(way.roles, `${at}.roles`);
    names.expect('clock', way.notBefore, `${at}.notBefore`);
    if (way.to !== undefined && way.outcomes !== undefined) {
      names.fault(at, 'hoặc một bước tiếp theo, hoặc các kết quả', 'either one next step or outcomes, not both');
    }
    if (act === COMPLETE_STEP && Object.keys(way.outcomes ?? {}).length === 0) {
      names.fault(at, 'hoàn thành bước cần các kết quả', 'the completion of a step needs outcomes');
    }
    for (const [outcome, value] of Object.entries(way.outcomes ?? {})) {
      const { names: words, roles, notBefore, given, reason } = outcomeOf(value);
      names.roles(roles, `${at}.outcomes.${outcome}.roles`);
      names.expect('clock', notBefore, `${at}.outcomes.${outcome}.notBefore`);
      if (given === 'opinion_missing' && (roles === undefined || reason !== 'required')) {
        names.fault(
          `${at}.outcomes.${outcome}`,
          'đi tiếp khi chưa trả lời đủ thì phải nêu ai quyết định và lý do',
          'who goes on unanswered has to be named, and gives a reason',
        );
      }
      if (act === COMPLETE_STEP && words === undefined) {
        names.fault(
          `${at}.outcomes.${outcome}`,
          'kết quả cần tên hai thứ tiếng',
          'an outcome needs its names in both languages',
        );
      }
    }
  }
}

/** A paper that is not there, and papers that no way out of the step would ask for. */
function needsFaults(name: string, step: ActingStep, procedure: ProcedureDocument, names: Names): void {
  const path = `steps.${name}.needs.documents`;
  names.expectAll('document', step.needs?.documents, path);
  if (!step.needs?.documents || waysOut(name, step).some((way) => papersOfWay(procedure, name, way).length > 0)) return;
  names.fault(
    path,
    'không đường nào ở bước này đòi giấy tờ: đường nào cũng nêu lý do, ở lại bước, hoặc do hệ thống tự ghi',
    'no way out of this step asks for papers: each gives a reason, stays here or is noted by the system',
  );
}

function forkFaults(
  path: string,
  { branches, join }: Extract<Step, { kind: 'fork' }>,
  procedure: ProcedureDocument,
  names: Names,
): void {
  for (const [branch, to] of Object.entries(branches)) names.expect('step', to, `${path}.branches.${branch}`);
  names.expect('step', join, `${path}.join`);
  if (procedure.steps[join] && procedure.steps[join].kind !== 'join') {
    names.fault(`${path}.join`, `${join} không phải là bước hợp nhánh`, `${join} is no join`);
  }
  for (const [branch, to] of Object.entries(branches)) {
    if (procedure.steps[to]?.kind !== 'join') continue;
    names.fault(`${path}.branches.${branch}`, 'nhánh không có bước nào', 'the branch has no step');
  }
  const forks = Object.values(procedure.steps).filter((other) => other.kind === 'fork' && other.join === join);
  if (forks.length > 1) {
    names.fault(`${path}.join`, `${join} hợp nhánh của hai chỗ tách`, `${join} joins the branches of two forks`);
  }
  if (Object.keys(branches).length < 2) {
    names.fault(`${path}.branches`, 'tách nhánh cần ít nhất hai nhánh', 'a fork needs two branches at least');
  }
}

function triggerFaults(trigger: ClockTrigger, path: string, names: Names): void {
  if (typeof trigger === 'string') return;
  if ('entered' in trigger) names.expect('step', trigger.entered, `${path}.entered`);
  else if ('left' in trigger) names.expect('step', trigger.left, `${path}.left`);
  else {
    names.expect('level', trigger.level, `${path}.level`);
    names.expect('outcome', trigger.outcome, `${path}.outcome`);
  }
}
