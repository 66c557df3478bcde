import type { AllowedDecisionCommand } from '#libs/domain/decision';
import type { AllowedCommand, CommandBesideSteps } from '#libs/domain/dossier';
import {
  type Bilingual,
  type Decision,
  codesAsNames,
  type Instant,
  type Language,
  type Refusal,
  dueText,
  sentenceOf,
} from '#libs/domain/kernel';
import { type NomineeKind, type Procedure, actName, namesOfProcedure } from '#libs/domain/procedure';
import type { AllowedSubmissionCommand } from '#libs/domain/submission';
import type { NamesIn } from '../names.js';

/** Why not, as a problem says it. */
export interface RefusalTold {
  readonly code: string;
  readonly details: Bilingual;
  readonly rule?: string;
  readonly source?: string;
  readonly procedure?: Refusal['procedure'];
  readonly params?: Refusal['params'];
}

/** A command, and whether it may be given. What it takes stands in the API's description under `path`. */
export interface CommandTold {
  readonly command: string;
  readonly name: Bilingual;
  readonly allowed: boolean;
  readonly method: 'POST';
  readonly path: string;
  /** Until when it should be done: the soonest clock that it meets. */
  readonly until?: {
    readonly clock: string;
    readonly name: Bilingual;
    readonly dueAt: Instant;
    readonly text: Bilingual;
    readonly missed: boolean;
  };
  /** What a step may be completed with: `step` and `outcome` are sent back as they stand here. */
  readonly outcomes?: readonly OutcomeTold[];
  /** The clocks that can be given more time: one of them stands in the path in the place of `{deadlineId}`. */
  readonly deadlines?: readonly string[];
  /** Rules of later versions that are marked as more favourable (R2): `rule` and `version` are sent as they stand here. */
  readonly rules?: AllowedCommand['rules'];
  /** Other awards for which nominees may be proposed: `procedureCode` and `grade` are sent as they stand here. */
  readonly awards?: readonly AwardTold[];
  readonly refusal?: RefusalTold;
}

/** An award, or one of its grades, for which nominees may be proposed instead. */
export interface AwardTold {
  readonly procedureCode: string;
  readonly grade?: string;
  readonly name: Bilingual;
  readonly subjects: readonly NomineeKind[];
}

/** One outcome of a step, and whether it may be chosen. */
export interface OutcomeTold {
  readonly step: string;
  readonly stepName: Bilingual;
  readonly outcome: string;
  readonly name: Bilingual;
  readonly allowed: boolean;
  readonly reason: 'required' | 'optional' | 'none';
  readonly refusal?: RefusalTold;
}

/** What the next receipt would miss. */
export interface ReceiptReadiness {
  readonly ready: boolean;
  /** Papers, or the formats of one that is there in another only. */
  readonly missing: readonly { readonly document: string; readonly format?: string; readonly name: Bilingual }[];
  readonly refusal?: RefusalTold;
}

const inBoth = (say: (language: Language) => string): Bilingual => ({ vi: say('vi'), en: say('en') });

/** A refusal with its sentences, in the names that are known. */
export const tellRefusal = (refusal: Refusal, names: NamesIn = () => codesAsNames): RefusalTold => ({
  code: refusal.code,
  details: inBoth((language) => sentenceOf(refusal, language, names(language))),
  ...(refusal.rule ? { rule: refusal.rule } : {}),
  ...(refusal.source ? { source: refusal.source } : {}),
  ...(refusal.procedure ? { procedure: refusal.procedure } : {}),
  ...(refusal.params ? { params: refusal.params } : {}),
});

const nameOf = (procedure: Procedure | undefined, part: 'clock' | 'document', code: string): Bilingual =>
  inBoth((language) => (procedure ? namesOfProcedure(procedure, language)[part](code) : code));

/** Commands that no step names: what they are called, and where they are sent. */
const besideSteps: Readonly<Record<CommandBesideSteps, { readonly name: Bilingual; readonly path: string }>> = {
  'extend-deadline': {
    name: { vi: 'gia hạn', en: 'extend a deadline' },
    path: 'deadlines/{deadlineId}/extend',
  },
  'apply-favourable': {
    name: { vi: 'áp dụng quy định có lợi hơn', en: 'apply a more favourable rule' },
    path: 'favourable-rules',
  },
};

const isBesideSteps = (command: AllowedCommand['command']): command is CommandBesideSteps => command in besideSteps;

/** Commands of a dossier, in words. */
export const tellDossierCommands = (
  dossierId: string,
  commands: readonly AllowedCommand[],
  procedure: Procedure | undefined,
  names: NamesIn = () => codesAsNames,
): readonly CommandTold[] =>
  commands.map(({ command, refusal, until, outcomes, deadlines, rules, awards }) => ({
    command,
    ...(isBesideSteps(command)
      ? { name: besideSteps[command].name, path: `/api/v1/dossiers/${dossierId}/${besideSteps[command].path}` }
      : {
          name: inBoth((language) => actName(command, language)),
          path: `/api/v1/dossiers/${dossierId}/${command}`,
        }),
    allowed: refusal === undefined,
    method: 'POST',
    ...(until
      ? {
          until: {
            ...until,
            name: nameOf(procedure, 'clock', until.clock),
            text: inBoth((language) => dueText(until.dueAt, language)),
          },
        }
      : {}),
    ...(outcomes ? { outcomes: outcomes.map((each) => tellOutcome(each, procedure, names)) } : {}),
    ...(deadlines ? { deadlines } : {}),
    ...(rules ? { rules } : {}),
    ...(awards ? { awards: awards.flatMap(tellAward) } : {}),
    ...(refusal ? { refusal: tellRefusal(refusal, names) } : {}),
  }));

/** One line for each grade, where an award has several. */
const tellAward = ({
  code: procedureCode,
  names,
  subjects,
  grades,
}: NonNullable<AllowedCommand['awards']>[number]): readonly AwardTold[] =>
  grades === undefined
    ? [{ procedureCode, name: names, subjects }]
    : grades.map((grade) => ({
        procedureCode,
        grade: grade.code,
        name: grade.names,
        subjects,
      }));

const tellOutcome = (
  { step, outcome, reason, refusal }: NonNullable<AllowedCommand['outcomes']>[number],
  procedure: Procedure | undefined,
  names: NamesIn,
): OutcomeTold => ({
  step,
  stepName: inBoth((language) => (procedure ? namesOfProcedure(procedure, language).step(step) : step)),
  outcome,
  name: inBoth((language) => (procedure ? namesOfProcedure(procedure, language).outcome(step, outcome) : outcome)),
  allowed: refusal === undefined,
  reason,
  ...(refusal ? { refusal: tellRefusal(refusal, names) } : {}),
});

const decisionCommandNames: Readonly<Record<AllowedDecisionCommand['command'], Bilingual>> = {
  issue: { vi: 'ban hành quyết định', en: 'issue the decision' },
  'give-up': { vi: 'bỏ dự thảo quyết định', en: 'give the draft up' },
  'cancel-award': { vi: 'hủy khen thưởng', en: 'cancel an award' },
  'restore-award': { vi: 'phục hồi danh hiệu', en: 'restore an award' },
};

const submissionCommandNames: Readonly<Record<AllowedSubmissionCommand['command'], Bilingual>> = {
  'add-dossiers': { vi: 'thêm hồ sơ vào tờ trình', en: 'add dossiers to the letter' },
  'remove-dossier': { vi: 'rút hồ sơ khỏi tờ trình', en: 'take a dossier off the letter' },
  send: { vi: 'gửi tờ trình', en: 'send the letter' },
  receive: { vi: 'tiếp nhận tờ trình', en: 'receive the letter' },
  abandon: { vi: 'bỏ tờ trình', en: 'give the letter up' },
};

/** Commands of a decision, in words. */
export const tellDecisionCommands = (
  decisionId: string,
  commands: readonly AllowedDecisionCommand[],
): readonly CommandTold[] =>
  commands.map(({ command, refusal }) => ({
    command,
    name: decisionCommandNames[command],
    allowed: refusal === undefined,
    method: 'POST',
    path: `/api/v1/decisions/${decisionId}/${command}`,
    ...(refusal ? { refusal: tellRefusal(refusal) } : {}),
  }));

/** Commands of a letter to the level above (tờ trình), in words. */
export const tellSubmissionCommands = (
  submissionId: string,
  commands: readonly AllowedSubmissionCommand[],
  names?: NamesIn,
): readonly CommandTold[] =>
  commands.map(({ command, refusal }) => ({
    command,
    name: submissionCommandNames[command],
    allowed: refusal === undefined,
    method: 'POST',
    path: `/api/v1/submissions/${submissionId}/${command}`,
    ...(refusal ? { refusal: tellRefusal(refusal, names) } : {}),
  }));

/** What a receipt would find missing, by the names of the version that would judge it. */
export function tellReadiness(
  ready: Decision<void>,
  procedure: Procedure | undefined,
  names: NamesIn = () => codesAsNames,
): ReceiptReadiness {
  if (ready.ok) return { ready: true, missing: [] };
  const { missing } = ready.error.params ?? {};
  const codes = ready.error.code === 'DOCUMENTS_MISSING' && Array.isArray(missing) ? (missing as string[]) : [];
  const known = new Set(procedure?.documents.map(({ code }) => code));
  return {
    ready: false,
    missing: codes.map((code) => {
      // `TT.docx` is the Word file of a paper that is there as another.
      const dot = known.has(code) ? -1 : code.lastIndexOf('.');
      const document = dot > 0 ? code.slice(0, dot) : code;
      const name = nameOf(procedure, 'document', document);
      return { document, ...(dot > 0 ? { format: code.slice(dot + 1) } : {}), name };
    }),
    refusal: tellRefusal(ready.error, names),
  };
}
