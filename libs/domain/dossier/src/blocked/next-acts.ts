import type { Actor, Decision, ErrorCode, Refusal } from '#libs/domain/kernel';
import { ok } from '#libs/domain/kernel';
import {
  type Act,
  actorsOfOutcome,
  actRule,
  COMPLETE_STEP,
  isActing,
  onwardFrom,
  outcomeOf,
  type Procedure,
  type WayOut,
  waysOut,
} from '#libs/domain/procedure';
import { mayAct } from '../allowed/may-act.js';
import { readyForReceipt } from '../allowed/allowed-commands.js';
import type { DossierContext } from '../dossier.context.js';
import type { DossierState } from '../dossier.state.js';
import { stepOutcomes } from '../features/step.decision.js';
import { type ActingPosition, positionsFor } from '../gate/people.js';
import { nomineesWhere } from '../nominees.js';

/** Something that can be done now, and by whom. `issue-decision` is done to the decision in which the nominees stand. */
export interface AwaitedAct {
  readonly act: Act | 'issue-decision';
  /** Of a completion of a step, with which outcome. */
  readonly outcome?: string;
  readonly by: readonly ActingPosition[];
  /** Who did one of these acts on the dossier may not (R42). */
  readonly notBy: readonly Act[];
}

export interface NextAtPlace {
  readonly acts: readonly AwaitedAct[];
  readonly refusal?: Refusal;
  readonly documents: readonly string[];
}

/** What makes possible what was refused for a reason. Where nothing is named, another way out may do. */
const enabling: Readonly<Partial<Record<ErrorCode, readonly Act[]>>> = {
  NO_NOMINEES: ['add-nominees'],
  DOCUMENTS_MISSING: ['attach-document'],
  DOCUMENT_FORM_WRONG: ['attach-document'],
  NOMINEES_NOT_COVERED: ['appraise-nominees'],
  WINDOW_NOT_OVER: ['open-notice'],
  NO_OPINION_ASKED: ['ask-opinion'],
  OPINIONS_MISSING: ['record-opinion'],
  OBJECTION_OPEN: ['resolve-objection'],
  COPIES_NOT_SENT: ['send-copies'],
};

/** Time alone helps, or what happens elsewhere: nobody is to be told to do something else meanwhile. */
const waitsFor: ReadonlySet<ErrorCode> = new Set(['WINDOW_NOT_OVER', 'NO_PROCEDURE_IN_FORCE']);

/** The acts that bring a dossier on from a place, or why none does. */
export function nextAt(place: string, procedure: Procedure, state: DossierState, context: DossierContext): NextAtPlace {
  const desk = new Desk(place, procedure, state, context);
  const ways = desk.ways();
  const target = onwardFrom(procedure, place);
  const onward = ways.filter(({ to, leaves }) => to === target && leaves === undefined);
  const tried = preferred(onward.length > 0 ? onward : ways, place, procedure).map((way) => desk.tryWay(way));
  const documents = [...new Set([...missingPapers(desk), ...tried.flatMap(({ refusal }) => papersIn(refusal))])];
  const open = tried.flatMap(({ acts }) => acts);
  // Beside what can be done there may be what only has to be waited for: a notice that is up, or was up before.
  const awaited = tried.find(({ refusal }) => refusal && waitsFor.has(refusal.code))?.refusal;
  const helping = desk.help(tried.flatMap((each) => each.refusal ?? []));
  if (open.length > 0) return { acts: [...helping, ...open], documents, ...(awaited ? { refusal: awaited } : {}) };
  const refusal = tried.find((each) => each.refusal)?.refusal;
  if (!refusal) return { acts: [], documents };
  const told = { refusal, documents };
  if (helping.length > 0) return { ...told, acts: helping };
  if (waitsFor.has(refusal.code)) return { ...told, acts: [] };
  return { ...told, acts: ways.filter((way) => !onward.includes(way)).flatMap((way) => desk.tryWay(way).acts) };
}

/** What lets a dossier that stands still go on: its resumption, or what has to be settled before. */
export function nextToResume(
  place: string,
  procedure: Procedure,
  state: DossierState,
  context: DossierContext,
): NextAtPlace {
  const desk = new Desk(place, procedure, state, context);
  const { acts, refusal } = desk.tryWay({ act: 'resume' });
  const helping = refusal ? desk.help([refusal]) : [];
  return { acts: [...acts, ...helping], documents: [], ...(refusal ? { refusal } : {}) };
}

/** What only somebody above may choose (going on without an answer) is not what is waited for, where there is anything else. */
function preferred(ways: readonly WayOut[], place: string, procedure: Procedure): readonly WayOut[] {
  const step = procedure.steps[place];
  const own = ways.filter(({ act, outcome }) => {
    const chosen = step && isActing(step) && outcome !== undefined ? step.acts[act]?.outcomes?.[outcome] : undefined;
    return chosen === undefined || outcomeOf(chosen).roles === undefined;
  });
  return own.length > 0 ? own : ways;
}

/** The papers that a receipt would miss, told while it is still before it. */
function missingPapers({ place, procedure, state, context }: Desk): readonly string[] {
  const here = actRule(procedure, place, 'receive') !== undefined;
  const next = onwardFrom(procedure, place);
  const before = next !== undefined && actRule(procedure, next, 'receive') !== undefined;
  if (!here && !before) return [];
  const ready = readyForReceipt(here ? { ...state, places: [place] } : { ...state, places: [next ?? place] }, context);
  return ready.ok ? [] : papersIn(ready.error);
}

/** The papers for want of which something is refused. */
function papersIn(refusal: Refusal | undefined): readonly string[] {
  const missing = refusal?.code === 'DOCUMENTS_MISSING' ? refusal.params?.['missing'] : undefined;
  return Array.isArray(missing) ? (missing as string[]) : [];
}

/** Tries acts at a place as somebody in the right position who has done nothing on the dossier yet. */
class Desk {
  constructor(
    readonly place: string,
    readonly procedure: Procedure,
    readonly state: DossierState,
    readonly context: DossierContext,
  ) {}

  ways(): readonly WayOut[] {
    const step = this.procedure.steps[this.place];
    const seen = new Set<Act>();
    // What the engine finds out by itself (passed, none passed) is one act, whichever comes of it.
    return (step ? waysOut(this.place, step) : []).filter(({ act }) => {
      if (act === COMPLETE_STEP) return true;
      if (seen.has(act)) return false;
      seen.add(act);
      return true;
    });
  }

  tryWay({ act, outcome }: Pick<WayOut, 'act' | 'outcome'>): {
    readonly acts: readonly AwaitedAct[];
    readonly refusal?: Refusal;
  } {
    if (act === 'receive-decision') return { acts: this.aboutDecision() };
    const chosen = act === COMPLETE_STEP ? outcome : undefined;
    const answers = this.positions(act, chosen).map((by) => ({ by, may: this.may(act, by, chosen) }));
    const by = answers.flatMap((answer) => (answer.may.ok ? [answer.by] : []));
    if (by.length > 0) return { acts: [this.awaited(act, by, chosen)] };
    const refused = answers.find(({ may }) => !may.ok)?.may;
    return { acts: [], ...(refused && !refused.ok ? { refusal: refused.error } : {}) };
  }

  /** What makes possible what was refused. */
  help(refusals: readonly Refusal[]): readonly AwaitedAct[] {
    const acts = new Set(refusals.flatMap(({ code }) => enabling[code] ?? []));
    return [...acts].flatMap((act) => this.tryAct(act));
  }

  /** An act that leaves the dossier where it is. */
  tryAct(act: Act): readonly AwaitedAct[] {
    const by = this.positions(act).filter((position) => this.may(act, position).ok);
    return by.length > 0 ? [this.awaited(act, by)] : [];
  }

  /** The dossier goes on when its decision was issued: first everybody approved has to stand in one. */
  private aboutDecision(): readonly AwaitedAct[] {
    const { procedure, place, state } = this;
    const waiting = nomineesWhere(state, ({ approval, decided }) => approval?.approved === true && !decided);
    if (waiting.some(({ decisionId }) => decisionId === undefined)) return this.tryAct('enter-in-decision');
    const level = procedure.steps[place]?.level ?? '';
    const by = positionsFor(
      procedure.decision.issueRoles.map((role) => ({ role, level })),
      procedure,
      state,
    );
    return [
      { act: 'issue-decision', by, notBy: procedure.decision.signerNotSameAs.filter((act) => this.wasDone(act)) },
    ];
  }

  private awaited(act: Act, by: readonly ActingPosition[], outcome?: string): AwaitedAct {
    const notSameAs = actRule(this.procedure, this.place, act)?.notSameAs ?? [];
    const notBy = notSameAs.filter((done) => this.wasDone(done));
    return { act, ...(outcome === undefined ? {} : { outcome }), by, notBy };
  }

  private wasDone(act: Act): boolean {
    return (this.state.actors[act]?.length ?? 0) > 0;
  }

  private positions(act: Act, outcome?: string): readonly ActingPosition[] {
    const { procedure, place, state } = this;
    const actors =
      outcome === undefined
        ? (actRule(procedure, place, act)?.actors ?? [])
        : actorsOfOutcome(procedure, place, act, outcome);
    return positionsFor(
      actors.filter(({ role }) => role !== 'system'),
      procedure,
      state,
    );
  }

  private may(act: Act, { role, unitId }: ActingPosition, outcome?: string): Decision<void> {
    const actor: Actor = { id: NOBODY, positionId: NOBODY, unitId, roles: [role] };
    const context = { ...this.context, actor };
    const { state, place } = this;
    const admitted = mayAct(act, state, context, { step: place, ...(outcome === undefined ? {} : { outcome }) });
    if (!admitted.ok) return admitted;
    if (outcome === undefined) return ok(undefined);
    const said = stepOutcomes({ ...admitted.value, state, context }).find((each) => each.outcome === outcome);
    return said?.refusal ? { ok: false, error: said.refusal } : ok(undefined);
  }
}

/** No account: it stands for whoever is in the position, and has done nothing on any dossier. */
const NOBODY = '';
