import {
  type AllowedDecisionCommand,
  type DecisionCommand,
  type DecisionCommandOf,
  type DecisionContext,
  type DecisionFact,
  type DecisionState,
  type MaybeDecision,
  type RegisterNumber,
  allowedDecisionCommands,
  checkIssue,
  checkRestore,
  decisionDecider,
  decisionEvents,
  dossierFacts,
  registerStream,
  yearOf,
  yearOfRegister,
} from '#libs/domain/decision';
import { type DossierCommand, type DossierState, procedureFor } from '#libs/domain/dossier';
import type { Procedure } from '#libs/domain/procedure';
import { type Actor, type Clock, type Decision, type LocalDate, ok } from '#libs/domain/kernel';
import type { EventStore } from '#libs/engine/event-store';
import { sightOfDecision, systemActor } from '#libs/service/access';
import type { Law } from '#libs/service/law';
import { AggregateRunner } from './aggregate-runner.js';
import type { CommandAnswer, CommandRequest } from './command-request.js';
import type { Dossiers } from './dossiers.js';
import { decisionStream, derivedId } from './ids.js';
import { type RegisterLine, Registers } from './registers.js';

/** A command that a decision sends to one of its dossiers. */
type ToDossier = readonly [dossierId: string, command: DossierCommand];

/** A line of a register: issued under this number, given up with it and why, or taken by a draft that is not issued yet. */
export interface RegisterEntry extends RegisterLine {
  readonly state: 'issued' | 'given_up' | 'taken';
  readonly symbol: string | null;
  readonly date: LocalDate | null;
  /** Why a number was given up: the register has no gap, and the gap a reason. */
  readonly reason: string | null;
  readonly recipients: number;
  readonly cancelled: number;
}

function entryOf(line: RegisterLine, register: string, decision: MaybeDecision): RegisterEntry {
  const { issue, givenUp } = decision ?? {};
  const issued = issue?.number === line.number && yearOf(issue.date) === yearOfRegister(register);
  const state = issued
    ? 'issued'
    : givenUp?.number === line.number && givenUp.register === register
      ? 'given_up'
      : 'taken';
  return {
    ...line,
    state,
    symbol: issued ? issue.symbol : null,
    date: issued ? issue.date : null,
    reason: state === 'given_up' ? (givenUp?.reason ?? null) : null,
    recipients: decision?.recipients.length ?? 0,
    cancelled: decision?.cancelled.size ?? 0,
  };
}

/** The decisions of the log, with what they need of dossiers and registers. */
export class Decisions {
  private readonly runner: AggregateRunner<MaybeDecision, DecisionCommand, DecisionFact, DecisionContext>;
  private readonly registers: Registers;

  constructor(
    store: EventStore,
    private readonly dossiers: Dossiers,
    private readonly law: Law,
    private readonly clock: Clock,
  ) {
    this.registers = new Registers(store, clock);
    this.runner = new AggregateRunner(store, {
      decider: decisionDecider,
      schemaVersions: decisionEvents,
      isNoise: () => false,
      sightOf: (decision) => decision && sightOfDecision(decision),
      pinOf: () => undefined,
    });
  }

  async load(decisionId: string): Promise<MaybeDecision> {
    return (await this.runner.load(decisionStream(decisionId))).state;
  }

  /** Which commands the actor may give now. */
  async allowed(decision: DecisionState, actor: Actor): Promise<readonly AllowedDecisionCommand[]> {
    return allowedDecisionCommands(decision, await this.lookAt(decision.id, decision.recipients, actor));
  }

  async execute(
    decisionId: string,
    command: DecisionCommand,
    request: CommandRequest,
  ): Promise<Decision<CommandAnswer>> {
    const now = this.clock.now();
    const answer = await this.runner.run({
      id: decisionId,
      stream: decisionStream(decisionId),
      command,
      request,
      now,
      effectiveAt: request.effectiveAt ?? now,
      contextFor: (state) => this.contextFor(decisionId, command, state, request),
    });
    if (answer.ok && command.type === 'draft') {
      const drafted = await this.load(decisionId);
      if (drafted) await this.enterNominees(drafted, request);
    }
    return answer;
  }

  /**
   * Sổ đăng ký quyết định: the numbers of a body's register of a year without a gap, each with what became of it (R45), after
   * a number.
   */
  async register(
    { bodyId, series, year }: { readonly bodyId: string; readonly series: string; readonly year: number },
    after: number,
    limit: number,
  ): Promise<readonly RegisterEntry[]> {
    const register = registerStream(bodyId, series, `${year}-01-01`);
    const lines = await this.registers.takenBy(register, after, limit);
    return Promise.all(lines.map(async (line) => entryOf(line, register, await this.load(line.decisionId))));
  }

  /** What the dossiers of an issued decision are told. */
  async receiptsOf(decisionId: string): Promise<readonly ToDossier[]> {
    const state = await this.load(decisionId);
    const { issue } = state ?? {};
    if (!state || !issue) return [];
    const { number, symbol, date } = issue;
    return nomineesByDossier(state).map(([dossierId, nominees]) => [
      dossierId,
      { type: 'receive-decision', data: { decisionId, number, symbol, date, nominees } },
    ]);
  }

  /** What the dossiers of a draft that was given up are told. */
  async releasesOf(decisionId: string): Promise<readonly ToDossier[]> {
    const state = await this.load(decisionId);
    const { givenUp } = state ?? {};
    if (!state || !givenUp) return [];
    return nomineesByDossier(state).map(([dossierId]) => [
      dossierId,
      { type: 'release-from-decision', data: { decisionId, reason: givenUp.reason } },
    ]);
  }

  private async contextFor(
    decisionId: string,
    command: DecisionCommand,
    state: MaybeDecision,
    request: CommandRequest,
  ): Promise<Decision<DecisionContext>> {
    const named = command.type === 'draft' ? command.data.dossiers : (state?.recipients ?? []);
    const look = () => this.lookAt(decisionId, named, request.actor);
    const context = await look();
    if (state && command.type === 'restore-award') return this.takenAgain(command, state, context, request);
    if (!state || (command.type !== 'issue' && command.type !== 'give-up')) return ok(context);
    const taken = await this.registers.numberOf(state);
    if (command.type === 'give-up') return ok(withNumber(context, taken));

    let possible = checkIssue(command, state, context);
    if (!possible.ok && possible.error.code === 'NOMINEES_NOT_ENTERED') {
      // A crash left them outside the draft. Nothing else stands in the way: entered now, under the ids of the first attempt.
      await this.enterNominees(state, request);
      possible = checkIssue(command, state, await look());
    }
    // Asked before a number is taken, so that a refused command leaves no gap in the register (R45).
    if (!possible.ok) return possible;
    const placed = await this.takePlaces(state, command.data.date, context, request);
    if (!placed.ok) return placed;
    return ok(withNumber(await look(), taken ?? (await this.registers.take(state, command.data.date, request))));
  }

  /** The places of the year (R23), where the version of the dossiers sets their number. */
  private async takePlaces(
    { id, bodyId, recipients }: DecisionState,
    date: LocalDate,
    context: DecisionContext,
    request: CommandRequest,
  ): Promise<Decision<void>> {
    const procedure = withQuota(context);
    return procedure
      ? this.dossiers.quotas.take(id, recipients.length, { bodyId, procedure, date }, request)
      : ok(undefined);
  }

  /**
   * For a restoration: takes again what the cancellation freed, or says who has it by now. Only one that nothing else stands in the
   * way of takes anything.
   */
  private async takenAgain(
    command: DecisionCommandOf<'restore-award'>,
    state: DecisionState,
    context: DecisionContext,
    request: CommandRequest,
  ): Promise<Decision<DecisionContext>> {
    const restorable = checkRestore(command, state, context);
    if (!restorable.ok) return restorable;
    const { recipient, cancellation } = restorable.value;
    const taken = await this.dossiers.reservations.takeAgain(recipient, cancellation, request);
    if (taken.length > 0) return ok({ ...context, taken });
    const procedure = withQuota(context);
    if (!procedure || !state.issue) return ok(context);
    const of = { bodyId: state.bodyId, procedure, date: state.issue.date };
    const placed = await this.dossiers.quotas.takeAgain(state, of, request);
    return placed.ok ? ok(context) : placed;
  }

  private async lookAt(
    decisionId: string,
    named: readonly { readonly dossierId: string }[],
    actor: Actor,
  ): Promise<DecisionContext> {
    const dossiers = await this.factsOf(new Set(named.map(({ dossierId }) => dossierId)));
    return { decisionId, now: this.clock.now(), actor, prizes: this.law.prizes, dossiers };
  }

  private async factsOf(dossierIds: ReadonlySet<string>): Promise<DecisionContext['dossiers']> {
    const states = await Promise.all([...dossierIds].map((dossierId) => this.dossiers.load(dossierId)));
    return states.flatMap((state) => (state ? [dossierFacts(state, this.governing(state))] : []));
  }

  /** The version that binds a dossier, with the rules that were applied as more favourable (R2). */
  private governing(state: DossierState): Procedure | undefined {
    if (!state.procedure) return undefined;
    const versions = this.law.procedures;
    const found = procedureFor('receive-decision', state, { effectiveAt: this.clock.now(), versions });
    return found.ok ? found.value : undefined;
  }

  /** Reserves the nominees in their dossiers. Who loses a race for one learns it when the decision is to be issued. */
  private async enterNominees(state: DecisionState, request: CommandRequest): Promise<void> {
    for (const [dossierId, nominees] of nomineesByDossier(state)) {
      await this.dossiers.execute(
        dossierId,
        { type: 'enter-in-decision', data: { decisionId: state.id, nominees } },
        {
          actor: { ...systemActor, onBehalfOf: request.actor.id },
          commandId: derivedId('enter-in-decision', state.id, dossierId),
          fingerprint: 'enter-in-decision',
          correlationId: request.correlationId,
        },
      );
    }
  }
}

const withQuota = ({ dossiers }: DecisionContext): Procedure | undefined =>
  dossiers.find(({ procedure }) => procedure?.criteria.quota)?.procedure;

const withNumber = (context: DecisionContext, number: RegisterNumber | undefined): DecisionContext =>
  number ? { ...context, number } : context;

function nomineesByDossier({ recipients }: DecisionState): readonly (readonly [string, string[]])[] {
  const byDossier = new Map<string, string[]>();
  for (const { dossierId, nomineeId } of recipients) {
    const nominees = byDossier.get(dossierId);
    if (nominees) nominees.push(nomineeId);
    else byDossier.set(dossierId, [nomineeId]);
  }
  return [...byDossier];
}
