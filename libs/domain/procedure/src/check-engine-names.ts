import type { Bilingual } from '#libs/domain/kernel';
import { type Act, ALL_ANSWERED, ANSWER_CLOCK, COMPLETE_STEP, councilOutcomes } from './act.js';
import { bindingLevel } from './binding-level.js';
import { isActing } from './flow/ways-out.js';
import type { ProcedureDocument } from './language/procedure.schema.js';
import type { ActingStep } from './language/step.schema.js';
import { nearestName } from './nearest-name.js';
import { type ProcedureFault, procedureFault, unlike } from './procedure-fault.js';
import { actNames } from './procedure-words.js';

const COUNT: Act = 'record-council-result';

/**
 * The names that the engine gives, and a procedure only uses: the results of a council, that everybody has answered, the clock of
 * a supplement. A document that was published is read without this check: whoever is bound to it has to go on.
 */
export const faultsOfEngineNames = (procedure: ProcedureDocument): readonly ProcedureFault[] => [
  ...Object.entries(procedure.steps).flatMap(([name, step]) =>
    isActing(step) ? [...actsWithOutcomes(name, step), ...writtenDown(name, step)] : [],
  ),
  ...answerClock(procedure),
  ...bindingReceipt(procedure),
  ...outcomesAwaited(procedure),
];

/** Only a council's counts and the completion of a step come to different results; any other act would leave the dossier where it is. */
function actsWithOutcomes(name: string, step: ActingStep): readonly ProcedureFault[] {
  return Object.entries(step.acts).flatMap(([key, way]) => {
    const act = key as Act;
    if (way?.outcomes === undefined || act === COMPLETE_STEP) return [];
    const path = `steps.${name}.acts.${act}`;
    if (act === COUNT) return councilResults(`${path}.outcomes`, Object.keys(way.outcomes));
    return procedureFault(`${path}.outcomes`, {
      vi: `việc “${actNames[act].vi}” không chia kết quả: ghi bước tiếp theo ở “to”`,
      en: `the act “${actNames[act].en}” has no outcomes: say the next step by “to”`,
    });
  });
}

/** Where a result is not counted but written down, its outcomes are called the same: by them the engine asks who was there (R24). */
function writtenDown(name: string, { kind, acts }: ActingStep): readonly ProcedureFault[] {
  const outcomes = acts[COMPLETE_STEP]?.outcomes;
  if (kind !== 'vote' || outcomes === undefined || acts[COUNT] !== undefined) return [];
  const given = Object.keys(outcomes);
  return councilResults(
    `steps.${name}.acts.${COMPLETE_STEP}.outcomes`,
    // What else may come of it, such as that the council did not meet, the procedure names.
    given.filter((outcome) => isCouncilOutcome(outcome) || nearestName(outcome, councilOutcomes) !== undefined),
  );
}

const isCouncilOutcome = (outcome: string): boolean => (councilOutcomes as readonly string[]).includes(outcome);

function councilResults(path: string, given: readonly string[]): readonly ProcedureFault[] {
  const absent = councilOutcomes.filter((outcome) => !given.includes(outcome));
  const unknown = given
    .filter((outcome) => !isCouncilOutcome(outcome))
    .map((outcome) =>
      procedureFault(`${path}.${outcome}`, noResult(outcome), nearestName(outcome, absent) ?? absent[0]),
    );
  const meant = new Set(unknown.map(({ suggestion }) => suggestion));
  const missing = absent
    .filter((outcome) => !meant.has(outcome))
    .map((outcome) =>
      procedureFault(path, {
        vi: `thiếu kết quả “${outcome}”: Hội đồng trả lời như vậy thì hồ sơ nằm lại bước này mãi`,
        en: `the outcome “${outcome}” is missing: a dossier that a council answers so would stay here for ever`,
      }),
    );
  return [...unknown, ...missing];
}

const noResult = (outcome: string): Bilingual => ({
  vi: `Hội đồng không có kết quả “${outcome}”, chỉ có ${councilOutcomes.join(' và ')}`,
  en: `a council has no outcome “${outcome}”, only ${councilOutcomes.join(' and ')}`,
});

const answerClock = ({ clocks }: ProcedureDocument): readonly ProcedureFault[] =>
  Object.hasOwn(clocks, ANSWER_CLOCK)
    ? [
        procedureFault(`clocks.${ANSWER_CLOCK}`, {
          vi: `tên “${ANSWER_CLOCK}” dành riêng cho hạn bổ sung do cán bộ đặt; đặt tên khác cho thời hạn này`,
          en: `the name “${ANSWER_CLOCK}” is kept for the day that an officer sets for a supplement; give this clock another`,
        }),
      ]
    : [];

/** Where one level receives, its receipt is the first and the last that can bind. */
function bindingReceipt(procedure: ProcedureDocument): readonly ProcedureFault[] {
  if (procedure.transition?.pinAt !== 'deciding_level') return [];
  const before = procedure.levels.slice(
    0,
    Math.max(
      0,
      procedure.levels.findIndex(({ code }) => code === bindingLevel(procedure)),
    ),
  );
  const receives = Object.values(procedure.steps).some(
    (step) => isActing(step) && step.acts.receive !== undefined && before.some(({ code }) => code === step.level),
  );
  if (receives) return [];
  return [
    procedureFault('transition.pinAt', {
      vi: 'trước cấp quyết định không cấp nào tiếp nhận hồ sơ: ghi first_receipt',
      en: 'no level receives dossiers before the one that decides: say first_receipt',
    }),
  ];
}

/** A clock that waits for a result which never comes of that act would never start, or never be met. */
function outcomesAwaited(procedure: ProcedureDocument): readonly ProcedureFault[] {
  return Object.entries(procedure.clocks).flatMap(([clock, rule]) =>
    (['startsOn', 'metBy', 'cancelledBy'] as const).flatMap((field) =>
      rule[field].flatMap((trigger, index) => {
        if (typeof trigger === 'string' || !('act' in trigger) || trigger.outcome === undefined) return [];
        const { act, outcome } = trigger;
        const known = outcomesOf(procedure, act);
        if (known.includes(outcome)) return [];
        const words = {
          vi: `việc “${actNames[act].vi}” không có kết quả “${outcome}”`,
          en: `the act “${actNames[act].en}” has no outcome “${outcome}”`,
        };
        return unlike(`clocks.${clock}.${field}.${index}.outcome`, words, outcome, [...new Set(known)]);
      }),
    ),
  );
}

/** What may come of an act, wherever it is done. */
function outcomesOf({ steps }: ProcedureDocument, act: Act): readonly string[] {
  if (act === COUNT) return councilOutcomes;
  if (act === 'record-opinion' || act === 'withdraw-opinion') return [ALL_ANSWERED];
  if (act !== COMPLETE_STEP) return [];
  return Object.values(steps).flatMap((step) =>
    isActing(step) ? Object.keys(step.acts[COMPLETE_STEP]?.outcomes ?? {}) : [],
  );
}
