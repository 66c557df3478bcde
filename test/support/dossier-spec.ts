import type { DossierEventType, DossierFact, DossierFactOf, DossierState } from '#libs/domain/dossier';
import { type Decision, type ErrorCode, type Refusal, sentenceOf } from '#libs/domain/kernel';
import { Desk, type DeskSetting, type Move } from './dossier-desk.js';

type Moves = readonly (Move | readonly Move[])[];

/** A fact that is expected: its type, and what of its data the test is about. */
export interface ExpectedFact<T extends DossierEventType = DossierEventType> {
  readonly type: T;
  readonly data: Partial<DossierFactOf<T>['data']>;
}

/** `deadlinePaused({ … })` for the fact that a test expects. */
export const fact =
  <T extends DossierEventType>(type: T) =>
  (data: Partial<DossierFactOf<T>['data']> = {}): ExpectedFact<T> => ({ type, data });

export const dossierReceived = fact('DossierReceived');
export const supplementRequested = fact('SupplementRequested');
export const dossierSupplemented = fact('DossierSupplemented');
export const dossierReturned = fact('DossierReturned');
export const nomineesAppraised = fact('NomineesAppraised');
export const dossierAppraised = fact('DossierAppraised');
export const dossierVoted = fact('DossierVoted');
export const dossierApproved = fact('DossierApproved');
export const dossierRejected = fact('DossierRejected');
export const dossierForwarded = fact('DossierForwarded');
export const dossierSuspended = fact('DossierSuspended');
export const dossierResumed = fact('DossierResumed');
export const dossierWithdrawn = fact('DossierWithdrawn');
export const nomineesDetached = fact('NomineesDetached');
export const detachedDossierOpened = fact('DetachedDossierOpened');
export const nomineesEscalated = fact('NomineesEscalated');
export const escalatedDossierOpened = fact('EscalatedDossierOpened');
export const factCorrected = fact('FactCorrected');
export const decisionReceived = fact('DecisionReceived');
export const deadlineSet = fact('DeadlineSet');
export const deadlineAwaited = fact('DeadlineAwaited');
export const deadlinePaused = fact('DeadlinePaused');
export const deadlineResumed = fact('DeadlineResumed');
export const deadlineRestarted = fact('DeadlineRestarted');
export const deadlineMoved = fact('DeadlineMoved');
export const deadlineExtended = fact('DeadlineExtended');
export const deadlineMet = fact('DeadlineMet');
export const deadlineMissed = fact('DeadlineMissed');
export const deadlineCancelled = fact('DeadlineCancelled');

/** A desk at which all these acts were done; throws with the reason when one of them was refused. */
export function deskAfter(moves: Moves, setting: DeskSetting = {}): Desk {
  const desk = new Desk(setting);
  for (const move of moves.flat()) {
    const done = desk.take(move);
    if (!done.ok) throw new Error(`${move.command.type}: ${done.error.code}: ${sentenceOf(done.error, 'en')}`);
  }
  return desk;
}

/** What was done before; then what is done, and what must follow. */
export const given = (...moves: Moves) => new Given(moves);

class Given {
  constructor(
    private readonly moves: Moves,
    private readonly setting: DeskSetting = {},
  ) {}

  /** Other law or another calendar than as shipped. */
  under(setting: DeskSetting): Given {
    return new Given(this.moves, setting);
  }

  when(move: Move): Outcome {
    const desk = deskAfter(this.moves, this.setting);
    const before = desk.state;
    return new Outcome(desk, before, desk.take(move));
  }

  get state(): DossierState {
    return existing(deskAfter(this.moves, this.setting).state);
  }
}

export class Outcome {
  constructor(
    readonly desk: Desk,
    private readonly before: DossierState | undefined,
    private readonly decided: Decision<readonly DossierFact[]>,
  ) {}

  /** Exactly these facts, in this order, each holding at least what is named. */
  yields(...expected: readonly ExpectedFact[]): this {
    expect(this.decided).toMatchObject({ ok: true, value: expected });
    expect(this.types()).toEqual(expected.map(({ type }) => type));
    return this;
  }

  /** Among the facts, in this order, at least these. */
  yieldsAmongOthers(...expected: readonly ExpectedFact[]): this {
    const wanted = new Set(expected.map(({ type }) => type));
    const kept = this.decided.ok ? this.decided.value.filter(({ type }) => wanted.has(type)) : this.decided;
    expect(kept).toMatchObject(expected);
    return this;
  }

  yieldsNothing(): void {
    expect(this.decided).toEqual({ ok: true, value: [] });
  }

  /** Refused with a code and, where one stands behind it, a rule; nothing was kept. */
  refused(code: ErrorCode, details: Omit<Refusal, 'code'> = {}): void {
    expect(this.decided).toMatchObject({ ok: false, error: { code, ...details } });
    expect(this.desk.state).toBe(this.before);
  }

  get state(): DossierState {
    return existing(this.desk.state);
  }

  private types(): string[] {
    return this.decided.ok ? this.decided.value.map(({ type }) => type) : [];
  }
}

function existing(state: DossierState | undefined): DossierState {
  if (!state) throw new Error('The dossier does not exist.');
  return state;
}
