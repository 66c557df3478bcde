import type { WorkingCalendar } from '#libs/domain/calendar';
import {
  type DossierCommand,
  type DossierContext,
  dossierDecider,
  dossierEvents,
  type DossierFact,
  type DossierState,
  type RecordedDossierFact,
  type Standing,
} from '#libs/domain/dossier';
import { type Actor, type Decision, type Instant, toInstant } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import { vietnam } from './law-files.js';
import { allProcedures } from './procedures.js';

const at = (id: string, positionId: string, unitId: string, role: Actor['roles'][number]): Actor => ({
  id,
  positionId,
  unitId,
  roles: [role],
});

export const UNIT = 'UNIT-1';
export const BODY = 'BODY-1';
/** A unit that is asked for its opinion, and has nothing else to do with the dossier. */
export const ASKED = 'ASKED-1';

/** The people of the office; none of them is real. */
export const people = {
  submitter: at('account-an', 'P-AN', UNIT, 'submitter'),
  officer: at('account-binh', 'P-BINH', BODY, 'officer'),
  secretary: at('account-chi', 'P-CHI', BODY, 'secretary'),
  authority: at('account-dung', 'P-DUNG', BODY, 'authority'),
  clerk: at('account-giang', 'P-GIANG', BODY, 'clerk'),
  head: at('account-hai', 'P-HAI', BODY, 'section_head'),
  auditor: at('account-hoa', 'P-HOA', BODY, 'auditor'),
  system: at('system', 'P-SYSTEM', 'SYSTEM', 'system'),
} as const;

/** Of the unit that is asked. */
export const askedOfficer = at('account-khanh', 'P-KHANH', ASKED, 'officer');

/** One act at the desk: what, and where it differs from the usual, who, when and why late. */
export interface Move {
  readonly command: DossierCommand;
  readonly by: Actor;
  /** A day (then 09:00) or a moment with an offset; without it, a minute after the act before. */
  readonly at?: string;
  /** When the clock stands elsewhere than at the moment the act holds from. */
  readonly recordedAt?: string;
  readonly reason?: string;
  readonly childDossierId?: string;
  readonly parent?: DossierState;
  /** Where the position of who claims or is assigned stands; without it, where it should. `null`: he does not hold it. */
  readonly standing?: Standing | null;
  /** Who holds the dossier where handovers have moved it. */
  readonly holders?: NonNullable<DossierContext['holders']>;
  /** What is known of the nominees' earlier awards. */
  readonly histories?: NonNullable<DossierContext['histories']>;
  /** The campaign in which it is submitted. */
  readonly campaign?: NonNullable<DossierContext['campaign']>;
  /** How many places of the year are left. */
  readonly quotaLeft?: number;
}

/** A day means its 09:00 in the office. */
export function moment(text: string): Instant {
  const instant = toInstant(text.length === 10 ? `${text}T09:00:00+07:00` : text);
  if (!instant) throw new Error(`Not a moment: ${text}.`);
  return instant;
}

const aMinuteAfter = (instant: Instant): Instant => new Date(Date.parse(instant) + 60_000).toISOString();

const FIRST_MORNING = moment('2026-08-03T08:00:00+07:00');

export interface DeskSetting {
  readonly procedures?: readonly Procedure[];
  readonly calendar?: WorkingCalendar;
  readonly dossierId?: string;
}

/**
 * An office in one drawer: takes acts, decides them with the real decider, keeps the facts as a log would and folds them. Each
 * fact decided must fit its own published shape and come back from JSON as it went in, or the desk throws.
 */
export class Desk {
  readonly facts: RecordedDossierFact[] = [];
  state: DossierState | undefined = dossierDecider.initialState;
  now: Instant = FIRST_MORNING;

  constructor(readonly setting: DeskSetting = {}) {}

  /** Decides and, if nothing speaks against it, keeps the facts. */
  take(move: Move): Decision<readonly DossierFact[]> {
    const decided = this.ask(move);
    if (decided.ok) this.keep(decided.value, this.contextOf(move));
    return decided;
  }

  /** Decides and keeps nothing. */
  ask(move: Move): Decision<readonly DossierFact[]> {
    return dossierDecider.decide(move.command, this.state, this.contextOf(move));
  }

  contextOf({
    command,
    by,
    at,
    recordedAt,
    reason,
    childDossierId,
    parent,
    standing = this.usualStanding(command, by),
    holders,
    histories,
    quotaLeft,
    campaign,
  }: Move): DossierContext {
    const effectiveAt = at === undefined ? aMinuteAfter(this.now) : moment(at);
    const { procedures = allProcedures, calendar = vietnam, dossierId = 'D1' } = this.setting;
    return {
      now: recordedAt === undefined ? effectiveAt : moment(recordedAt),
      effectiveAt,
      actor: by,
      versions: procedures,
      calendar,
      dossierId,
      ...(reason === undefined ? {} : { reason }),
      ...(childDossierId === undefined ? {} : { childDossierId }),
      ...(parent === undefined ? {} : { parent }),
      ...(standing ? { standing } : {}),
      ...(holders ? { holders } : {}),
      ...(histories ? { histories } : {}),
      ...(quotaLeft === undefined ? {} : { quotaLeft }),
      ...(campaign ? { campaign } : {}),
    };
  }

  private usualStanding(command: DossierCommand, by: Actor): Standing | null {
    if (command.type === 'claim') return by;
    return command.type === 'assign' && this.state ? { unitId: this.state.bodyId, roles: [command.data.role] } : null;
  }

  keep(facts: readonly DossierFact[], { now, effectiveAt, actor }: DossierContext): void {
    for (const fact of facts) {
      const recorded = {
        ...throughTheLog(fact),
        revision: this.facts.length,
        recordedAt: now,
        effectiveAt,
        actor: { ...actor, roles: [] },
      } as RecordedDossierFact;
      this.facts.push(recorded);
      this.state = dossierDecider.evolve(this.state, recorded);
    }
    this.now = now;
  }
}

/** The fact as its published shape reads it back from the log. */
export function throughTheLog(fact: DossierFact): DossierFact {
  const text = JSON.stringify(fact.data);
  const data: unknown = dossierEvents[fact.type].schema.parse(JSON.parse(text));
  if (JSON.stringify(sorted(data)) !== JSON.stringify(sorted(JSON.parse(text)))) {
    throw new Error(`${fact.type} changes when it is read by its own shape: ${text}`);
  }
  return { type: fact.type, data } as DossierFact;
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
