import type { WorkingCalendar } from '#libs/domain/calendar';
import { localDateOf } from '#libs/domain/kernel';
import { type Procedure, versionInForce } from '#libs/domain/procedure';
import type { DossierContext } from '../dossier.context.js';
import { dossierDecider } from '../dossier.decider.js';
import { type DossierFact, type DossierFactOf, isClockEvent, type RecordedDossierFact } from '../dossier.events.js';
import { actBehind, evolveDossier } from '../dossier.evolve.js';
import type { DossierState, MaybeDossier } from '../dossier.state.js';
import { placeAtFirst } from '../features/draft.decision.js';
import { actorThen } from './actor-then.js';
import { endOf, otherActs, otherAnswer, otherClocks, otherDeadline } from './differences.js';
import type { OtherDeadline, Parting, Rehearsal, RehearsalLaw, RehearsedFact } from './rehearsal.js';
import { toldAct } from './told-act.js';

/**
 * Chạy thử: what a draft would have made of a dossier. Each recorded act is decided again under the draft, by the real decider, in its
 * order, at its times, by who did it then and by the calendar it was counted with; what follows from acts, the rehearsal makes
 * itself. Its way parts from the recorded one where an act is refused (there it ends), where the same counts give another answer, where
 * it ends otherwise, or, at the end of the record, where other acts are possible. A paper that the draft does not know is left out:
 * whether the dossier is full without it, the receipt says. Not rehearsed: earlier awards (what a criterion knows of them stays
 * unknown), reservations, quotas, and who may sign the decision, which stand in other streams. Under the version that decided it,
 * nothing parts. Pure.
 */
export function rehearse(history: readonly RehearsedFact[], law: RehearsalLaw): Rehearsal {
  const run = new RehearsalRun(history, law);
  return run.whole();
}

type Pin = NonNullable<DossierState['procedure']>;

/** The fact of an act, and the dossier before it. */
interface Head {
  readonly fact: RehearsedFact;
  readonly before: MaybeDossier;
}

/** Whether something new begins with a fact, or it only follows from the one before. */
const isHead = ({ type }: RehearsedFact): boolean =>
  !isClockEvent(type) || type === 'DeadlineMoved' || type === 'DeadlineExtended';

class RehearsalRun {
  private was: MaybeDossier;
  private would: MaybeDossier;
  private acts = 0;
  private parting: Parting | undefined;
  private readonly clocks = new Map<string, Pick<OtherDeadline, 'step' | 'act'>>();
  private refusedParts: DossierFactOf<'DossierApproved'>['data']['refused'] = [];
  private readonly draft: Procedure;
  private calendar: WorkingCalendar;
  /** Looked up once: most facts have the pin of the one before. */
  private bound: { readonly pin: Pin; readonly to: Procedure | undefined } | undefined;

  constructor(
    private readonly history: readonly RehearsedFact[],
    private readonly law: RehearsalLaw,
  ) {
    // Whatever day it is meant for: here it is tried on the days of the record.
    this.draft = { ...law.draft, effective: { ...law.draft.effective, from: '0001-01-01', until: null } };
    this.calendar = this.namedFrom(0) ?? law.calendars.now;
  }

  whole(): Rehearsal {
    let head: Head | undefined;
    for (const [index, fact] of this.history.entries()) {
      const before = this.was;
      if (!head || isHead(fact)) head = { fact, before };
      const goesOn = this.take(fact, index, this.governed(before, fact));
      this.was = evolveDossier(before, fact);
      if (!goesOn) return this.told(before ?? this.was);
      const next = this.history[index + 1];
      // After all that one append made: until then the two ways cannot be compared.
      if (!next || isHead(next)) this.compare(head);
    }
    if (head && !this.parting) this.compareEnds(head);
    return this.told(this.was);
  }

  /** Takes one fact over into the rehearsed way; whether that goes on. */
  private take(fact: RehearsedFact, index: number, governed: Procedure | undefined): boolean {
    if (fact.type === 'DetachedDossierOpened') return this.openDetached(fact);
    if (fact.type === 'EscalatedDossierOpened') {
      const { step: _step, places: _places, ...data } = fact.data;
      this.evolve({ type: fact.type, data: { ...data, ...placeAtFirst(this.draft) } }, fact);
      return true;
    }
    const told = toldAct(fact, this.would, this.refusedParts);
    if (fact.type === 'DossierApproved') {
      this.refusedParts = told.kind === 'part' ? [...this.refusedParts, ...fact.data.refused] : [];
    }
    if (told.kind === 'kept') this.evolve(fact, fact);
    if (fact.type === 'DeadlineMissed') this.miss(fact, fact.data.deadlineId);
    if (fact.type === 'DeadlineSet' && this.was?.awaited.has(fact.data.deadlineId)) this.settle(fact, index);
    if (told.kind !== 'act') return true;
    if (told.command.type === 'settle-deadlines') {
      this.settle(fact, index);
      return true;
    }
    if (told.command.type !== 'extend-deadline') this.missWhatMoved(fact);
    this.calendar = this.namedFrom(index + 1, 'of this act') ?? this.calendar;
    const decided = dossierDecider.decide(told.command, this.would, {
      ...this.contextAt(fact),
      actor: actorThen(fact, told.command, this.was, governed),
    });
    this.acts++;
    if (decided.ok) {
      for (const each of decided.value) this.evolve(each, fact);
      return true;
    }
    if (fact.type === 'DocumentAttached' || fact.type === 'DeadlineExtended') return true;
    const { code, rule, params } = decided.error;
    this.part(fact, this.was, {
      kind: 'refused',
      refusal: { code, ...(rule ? { rule } : {}), ...(params ? { params } : {}) },
    });
    return false;
  }

  private contextAt(fact: RehearsedFact): Omit<DossierContext, 'actor'> {
    const dossierId = fact.type === 'DossierDrafted' ? fact.data.dossierId : (this.would?.id ?? '');
    return {
      now: decidedAt(fact),
      effectiveAt: fact.effectiveAt,
      ...(fact.backdatingReason === undefined ? {} : { reason: fact.backdatingReason }),
      // The later versions of rules that were applied as more favourable; the draft comes first and governs.
      versions: [this.draft, ...this.law.versions],
      calendar: this.calendar,
      dossierId,
      ...('childDossierId' in fact.data ? { childDossierId: fact.data.childDossierId } : {}),
    };
  }

  /** Facts of the rehearsal stand at the revision of the fact that told the act, so that corrections find what they point to. */
  private evolve(fact: DossierFact, { revision, recordedAt, effectiveAt, actor }: RehearsedFact): void {
    const { type, data } = fact;
    const recorded = { type, data, revision, recordedAt, effectiveAt, actor } as RecordedDossierFact;
    this.would = evolveDossier(this.would, recorded);
  }

  /** A dossier that left another one goes on from where it was, bound to the draft. */
  private openDetached(fact: RehearsedFact & { readonly type: 'DetachedDossierOpened' }): boolean {
    const { code, version, hash, steps } = this.draft;
    const pin = fact.data.procedure ? { procedure: { code, version, hash } } : {};
    this.evolve({ type: fact.type, data: { ...fact.data, ...pin } }, fact);
    const places = fact.data.places ?? [fact.data.step];
    const strange = places.find((place) => steps[place] === undefined);
    if (strange === undefined) return true;
    this.part(fact, undefined, { kind: 'other_acts', recorded: strange, rehearsed: '' });
    return false;
  }

  /** Counted anew because the calendar changed, as it was then. */
  private settle(fact: RehearsedFact, index: number): void {
    this.calendar = this.namedFrom(index, 'of this act') ?? this.calendar;
    const actor = { ...fact.actor, roles: ['system' as const] };
    const settled = dossierDecider.decide({ type: 'settle-deadlines', data: {} }, this.would, {
      ...this.contextAt(fact),
      actor,
    });
    if (settled.ok) for (const each of settled.value) this.evolve(each, fact);
  }

  /** The sweep found the clock missed; it would have found this one too, if it had run out by then. */
  private miss(fact: RehearsedFact, deadlineId: string): void {
    const clock = this.would?.deadlines.get(deadlineId);
    if (clock?.state !== 'running' || clock.terms.dueAt > decidedAt(fact)) return;
    this.evolve({ type: 'DeadlineMissed', data: { deadlineId, dueAt: clock.terms.dueAt } }, fact);
  }

  /** A clock with another moment than the recorded one had nobody to find it missed: the sweep would have. */
  private missWhatMoved(fact: RehearsedFact): void {
    const { was, would } = this;
    if (!was || !would) return;
    for (const id of otherClocks(was, would)) this.miss(fact, id);
  }

  private governed(before: MaybeDossier, { effectiveAt, ...fact }: RehearsedFact): Procedure | undefined {
    // A receipt was judged by the version to which it bound.
    const pin = fact.type === 'DossierReceived' ? fact.data.procedure : before?.procedure;
    const { versions } = this.law;
    if (pin) {
      if (this.bound?.pin !== pin) this.bound = { pin, to: versions.find((version) => isPinned(version, pin)) };
      return this.bound.to;
    }
    const code = before?.procedureCode ?? (fact.type === 'DossierDrafted' ? fact.data.procedureCode : this.draft.code);
    const inForce = versionInForce(code, versions, localDateOf(effectiveAt));
    return inForce.ok ? inForce.value.procedure : undefined;
  }

  /** The calendar by which the next clock fact was counted. `of this act`: no further than to the next act. */
  private namedFrom(index: number, how?: 'of this act'): WorkingCalendar | undefined {
    for (let at = index; at < this.history.length; at++) {
      const fact = this.history[at];
      if (!fact) return undefined;
      if (how && !isClockEvent(fact.type)) return undefined;
      const named = calendarOf(fact);
      if (named) return this.law.calendars.at(named.id, named.version) ?? this.law.calendars.now;
    }
    return undefined;
  }

  private compare({ fact, before }: Head): void {
    const { was, would } = this;
    if (!was || !would) return;
    const act = actOf(fact);
    for (const id of otherClocks(was, would)) {
      if (!this.clocks.has(id)) this.clocks.set(id, { step: (before ?? was).step, act });
    }
    if (this.parting) return;
    const found = otherAnswer(was, would, this.governed(was, fact), this.draft);
    if (found) this.part(fact, before, found);
  }

  private compareEnds({ fact, before }: Head): void {
    const { was, would } = this;
    if (!was || !would) return;
    const governed = this.governed(was, fact);
    if (endOf(governed, was) !== undefined) return;
    const found = otherActs(was, would, governed, this.draft);
    if (found) this.part(fact, before, found);
  }

  private part(fact: RehearsedFact, before: MaybeDossier, found: Omit<Parting, 'revision' | 'step' | 'act'>): void {
    this.parting ??= { ...found, revision: fact.revision, step: before?.step ?? this.draft.start, act: actOf(fact) };
  }

  /** @param was the dossier as it was recorded where the rehearsal ended. */
  private told(was: MaybeDossier): Rehearsal {
    const { would } = this;
    const differing = was && would ? otherClocks(was, would) : [];
    const deadlines = (was ? differing : []).map((id) =>
      otherDeadline(id, was as DossierState, would, this.clocks.get(id) ?? { step: was?.step ?? '', act: '' }),
    );
    return { acts: this.acts, ...(this.parting ? { parting: this.parting } : {}), deadlines };
  }
}

const isPinned = (procedure: Procedure, { code, version, hash }: Pin): boolean =>
  procedure.hash === hash && procedure.version === version && procedure.code === code;

const actOf = ({ type }: RehearsedFact): string => (type === 'DossierDrafted' ? 'draft' : (actBehind[type] ?? type));

/**
 * What the clock of the office said when it was decided. The log has a clock of its own, which may differ; so an act is taken to have
 * been decided when it holds, unless it says that it was recorded late.
 */
const decidedAt = ({ effectiveAt, recordedAt, backdatingReason }: RehearsedFact): string =>
  backdatingReason === undefined || recordedAt < effectiveAt ? effectiveAt : recordedAt;

function calendarOf({ type, data }: RehearsedFact): { readonly id: string; readonly version: string } | undefined {
  if (!isClockEvent(type) || !('calendar' in data)) return undefined;
  return data.calendar;
}
