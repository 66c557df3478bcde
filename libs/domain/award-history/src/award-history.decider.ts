import { type Actor, type Decider, type Decision, type LocalDate, type Role, ok, refuse } from '#libs/domain/kernel';
import type { AwardHistoryCommand, AwardHistoryCommandOf } from './award-history.commands.js';
import type { AwardHistoryFact, PastAwardLine } from './award-history.events.js';
import { evolveAwardHistory, type MaybeAwardHistory } from './award-history.state.js';

/** What a decision needs besides the lists. */
export interface AwardHistoryContext {
  /** The unit that keeps them. */
  readonly unitId: string;
  readonly actor: Actor;
  /** Of an import, derived from the command's id. */
  readonly importId: string;
  readonly today: LocalDate;
  /** Every award of the catalogue by its code, also those that are given no more: old lists hold them. */
  readonly awards: ReadonlySet<string>;
  /** For `recognise`: the body before which the dossier lies and its nominees; absent, there is no such dossier. */
  readonly dossier?: { readonly bodyId: string; readonly nominees: ReadonlySet<string> };
}

/** Who keeps a unit's lists. */
const keepers: readonly Role[] = ['officer', 'section_head', 'secretary', 'clerk'];
const NAMED_IN_A_REFUSAL = 20;

/** The awards of which a unit keeps lists (khen thưởng đã có), streams `award-history-<unit>`. */
export const awardHistoryDecider: Decider<
  MaybeAwardHistory,
  AwardHistoryCommand,
  AwardHistoryFact,
  AwardHistoryContext
> = {
  initialState: undefined,
  decide(command, state, context): Decision<readonly AwardHistoryFact[]> {
    const allowed = checkKeeper(context);
    if (!allowed.ok) return allowed;
    if (command.type === 'import') return importList(command, state, context);
    if (command.type === 'strike') return strike(command, state);
    return recognise(command, context);
  },
  evolve: evolveAwardHistory,
};

function checkKeeper({ actor, unitId }: AwardHistoryContext): Decision<void> {
  if (!keepers.some((role) => actor.roles.includes(role))) {
    return refuse('POSITION_NOT_ALLOWED', { params: { roles: keepers } });
  }
  return actor.unitId === unitId ? ok(undefined) : refuse('OTHER_UNIT');
}

/** All lines or none. The same file a second time would count every award twice. */
function importList(
  { data }: AwardHistoryCommandOf<'import'>,
  state: MaybeAwardHistory,
  { unitId, importId, today, awards }: AwardHistoryContext,
): Decision<readonly AwardHistoryFact[]> {
  const before = [...(state?.imports.values() ?? [])];
  if (data.sha256 !== undefined && before.some(({ sha256 }) => sha256 === data.sha256)) {
    return refuse('PAST_AWARDS_KNOWN_ALREADY');
  }
  const faulty = linesWhere(data.recipients, (line) => isFaulty(line, data.covers !== undefined));
  if (faulty.length > 0) return refuse('PAST_AWARD_LINE_FAULTY', { params: { lines: faulty } });
  const future = linesWhere(data.recipients, ({ decidedOn }) => decidedOn !== undefined && decidedOn > today);
  if (future.length > 0) return refuse('PAST_AWARD_IN_FUTURE', { params: { lines: future } });
  const year = Number(today.slice(0, 4));
  const ahead = linesWhere(data.recipients, ({ meritYear = year }) => meritYear > year);
  if (ahead.length > 0) return refuse('PAST_AWARD_MERIT_IN_FUTURE', { params: { year, lines: ahead } });
  const unknown = linesWhere(data.recipients, ({ award }) => award !== undefined && !awards.has(award));
  if (unknown.length > 0) return refuse('PAST_AWARD_CODE_UNKNOWN', { params: { lines: unknown } });
  const twice = twins(data.recipients);
  if (twice.length > 0) return refuse('PAST_AWARD_TWICE', { params: { lines: twice } });
  return ok([
    {
      type: 'PastAwardsImported',
      data: { unitId, importId, ...data, lines: data.recipients.length, firstLine: 1 },
    },
  ]);
}

/** A line says nothing if it has neither an award nor stands in a list that is whole; only individuals are born. */
const isFaulty = (
  { kind, birthDate, award, awardKind, meritYear, decidedOn }: PastAwardLine,
  whole: boolean,
): boolean =>
  (kind !== 'individual' && birthDate !== undefined) ||
  (award === undefined && (!whole || awardKind !== undefined || meritYear !== undefined || decidedOn !== undefined));

function linesWhere(lines: readonly PastAwardLine[], is: (line: PastAwardLine) => boolean): string[] {
  return shortened(lines.flatMap((line, index) => (is(line) ? [`${index + 1}`] : [])));
}

/** Lines that say the same, by place: `7 = 3`. */
function twins(lines: readonly PastAwardLine[]): string[] {
  const places = new Map<string, number>();
  return shortened(
    lines.flatMap((line, index) => {
      const key = JSON.stringify([
        line.kind,
        line.name.toLowerCase(),
        line.unit.toLowerCase(),
        line.code,
        line.birthDate,
        line.award,
        line.awardKind,
        line.meritYear,
        line.decidedOn,
        line.variant,
        line.grade,
      ]);
      const first = places.get(key);
      if (first !== undefined) return [`${index + 1} = ${first}`];
      places.set(key, index + 1);
      return [];
    }),
  );
}

const shortened = (all: readonly string[]): string[] =>
  all.length <= NAMED_IN_A_REFUSAL
    ? [...all]
    : [...all.slice(0, NAMED_IN_A_REFUSAL), `… (+${all.length - NAMED_IN_A_REFUSAL})`];

function strike(
  { data }: AwardHistoryCommandOf<'strike'>,
  state: MaybeAwardHistory,
): Decision<readonly AwardHistoryFact[]> {
  const list = state?.imports.get(data.importId);
  if (!list || data.line > list.lines) return refuse('PAST_AWARD_UNKNOWN', { params: { line: data.line } });
  if (list.struck.has(data.line)) return refuse('PAST_AWARD_STRUCK_ALREADY', { params: { line: data.line } });
  return ok([{ type: 'PastAwardStruck', data }]);
}

/** Nobody is recognised silently: a person says so, with the reason, about a nominee before his own body. */
function recognise(
  { data }: AwardHistoryCommandOf<'recognise'>,
  { dossier, unitId }: AwardHistoryContext,
): Decision<readonly AwardHistoryFact[]> {
  if (!dossier) return refuse('NOT_FOUND', { params: { what: data.dossierId } });
  if (dossier.bodyId !== unitId) return refuse('OTHER_UNIT');
  if (!dossier.nominees.has(data.nomineeId)) {
    return refuse('NOMINEE_UNKNOWN', { params: { nominees: [data.nomineeId] } });
  }
  if (data.ref === `${data.dossierId}/${data.nomineeId}`) return refuse('RECOGNISED_ITSELF');
  return ok([{ type: 'RecipientRecognised', data }]);
}
