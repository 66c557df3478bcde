import {
  type AllowedCommand,
  type DossierCommand,
  type DossierContext,
  type DossierFact,
  type DossierInForce,
  type DossierState,
  type MaybeDossier,
  type RecordedDossierFact,
  type BlockedBy,
  allowedCommands,
  blockedBy,
  concernsHistory,
  concernsWork,
  dossierDecider,
  dossierEvents,
  dossierInForce,
  foldDossier,
  isClockEvent,
  mayAct,
  procedureFor,
  splitDossierFact,
  readyForReceipt,
} from '#libs/domain/dossier';
import {
  type Actor,
  type Clock,
  type Decision,
  type Instant,
  type LocalDate,
  localDateOf,
  ok,
  refuse,
} from '#libs/domain/kernel';
import type { EventStore } from '#libs/engine/event-store';
import type { Law } from '#libs/service/law';
import { AggregateRunner, type Rehearsal, type Run, recordedFact } from './aggregate-runner.js';
import type { CommandAnswer, CommandRequest } from './command-request.js';
import { derivedId, dossierStream } from './ids.js';
import { Campaigns } from './campaigns/campaigns.js';
import { WorkingCalendars } from './calendars/working-calendars.js';
import { councilSeatsAt } from './council-seats.js';
import { Organization } from './organization.js';
import { parentBefore } from './parent-before.js';
import { DossierHolders } from './holding/dossier-holders.js';
import { Staff } from './holding/staff.js';
import { ReceiptReservations } from './eligibility/receipt-reservations.js';
import { Quotas } from './eligibility/quotas.js';
import { readDecision } from './eligibility/read-decision.js';
import { PublishedProcedures } from './procedures/published-procedures.js';
import type { NomineeHistories } from './eligibility/nominee-histories.port.js';
import type { CommandTriggerPoints } from './trigger-points.port.js';

/** What an actor may do with a dossier now. */
export interface AllowedNow {
  readonly commands: readonly AllowedCommand[];
  /** What the next receipt would refuse for the dossier's papers. */
  readonly ready: Decision<void>;
}

/** What commands ask besides the law and the log; each is optional. */
export interface DossierSources {
  /** Who holds which position; without it, as the organization's facts in the log say. */
  readonly staff?: Staff;
  /** Told between two parts of a long command. */
  readonly triggers?: CommandTriggerPoints;
  /** The calendars by which clocks are counted; without it, as the log says they are. */
  readonly calendars?: Pick<WorkingCalendars, 'office'>;
  /** What is known of earlier awards; without it nothing is, and every criterion that asks for them is left open. */
  readonly histories?: NomineeHistories;
  /** What was published; without it, as the log says it is. */
  readonly procedures?: Pick<PublishedProcedures, 'read'>;
}

/** The dossiers of the log: load one, or let a command decide about it. */
export class Dossiers {
  private readonly runner: AggregateRunner<MaybeDossier, DossierCommand, DossierFact, DossierContext>;

  private readonly staff: Staff;
  private readonly calendars: Pick<WorkingCalendars, 'office'>;
  private readonly histories: NomineeHistories | undefined;
  private readonly published: Pick<PublishedProcedures, 'read'>;
  private readonly holders: DossierHolders;
  private readonly campaigns: Campaigns;
  /** What may be used once, which receipts take and restorations take again (R15, R16, R55). */
  readonly reservations: ReceiptReservations;
  /** The places of a year, which decisions take (R23). */
  readonly quotas: Quotas;

  constructor(
    private readonly store: EventStore,
    private readonly law: Law,
    private readonly clock: Clock,
    { staff, triggers, calendars, histories, procedures }: DossierSources = {},
  ) {
    this.calendars = calendars ?? new WorkingCalendars(store, law);
    this.histories = histories;
    this.published = procedures ?? new PublishedProcedures(store, law);
    this.staff = staff ?? new Staff(new Organization(store));
    this.holders = new DossierHolders(this.staff);
    this.campaigns = new Campaigns(store, clock);
    this.quotas = new Quotas(store, (decisionId) => readDecision(store, decisionId), clock);
    this.reservations = new ReceiptReservations(store, law, clock, (dossierId) => this.load(dossierId));
    this.runner = new AggregateRunner(
      store,
      {
        decider: dossierDecider,
        schemaVersions: dossierEvents,
        isNoise: isClockEvent,
        sightOf: (dossier) => dossier,
        // Who claims what somebody has claimed meanwhile is to be told who has it, not only that he looked too early.
        saysMoreThanStale: (command) => command.type === 'claim',
        isForOutsiders: (command) => command.type === 'answer-opinion',
        pinOf: (dossier) => dossier?.procedure,
        split: splitDossierFact,
      },
      triggers,
    );
  }

  /** A dossier, and its version ready in the law, also where that was published elsewhere a moment ago. */
  async load(dossierId: string): Promise<MaybeDossier> {
    const { state } = await this.runner.load(dossierStream(dossierId));
    if (state?.procedure && !this.law.procedureByPin(state.procedure)) await this.published.read();
    return state;
  }

  /**
   * The dossier as the log held it: up to a revision, or up to what had been recorded by a moment. `undefined` where the
   * log held nothing of it yet.
   */
  async loadAsRecorded(dossierId: string, at: number | Instant): Promise<MaybeDossier> {
    return foldDossier(await this.history(dossierId, at));
  }

  /**
   * The dossier as it held in the office's world at the end of a day, by what is known now, or was recorded up to a revision or a
   * moment.
   */
  async loadInForce(dossierId: string, day: LocalDate, at?: number | Instant): Promise<DossierInForce> {
    return dossierInForce(await this.history(dossierId, at), day);
  }

  /** Which commands the actor may give now, and whether the next receipt would find the dossier full. */
  async allowed(dossier: DossierState, actor: Actor): Promise<AllowedNow> {
    const office = await this.contextNow(dossier, actor);
    const { now } = office;
    const holders = await this.holders.of(dossier, localDateOf(now));
    const asked = { ...office, holders, ...(await this.standingInPerson(actor, now)) };
    // Asked only where nothing else stands in the way of a receipt.
    const receivable = mayAct('receive', dossier, asked).ok;
    const context = receivable ? { ...asked, taken: await this.reservations.takenOf(dossier, now) } : asked;
    return { commands: allowedCommands(dossier, context), ready: readyForReceipt(dossier, context) };
  }

  /** For what the dossier waits now, whoever asks: who must do what, since when, under which rule, and what is missing. */
  async blockedBy(dossier: DossierState): Promise<BlockedBy> {
    const context = await this.contextNow(dossier, nobody);
    const blocked = blockedBy(dossier, context);
    const receivable = blocked.lines.some(({ acts }) => acts.some(({ act }) => act === 'receive'));
    if (!receivable) return blocked;
    return blockedBy(dossier, { ...context, taken: await this.reservations.takenOf(dossier, context.now) });
  }

  /** What a question about the dossier as it is now may know: law, calendar, earlier awards. */
  private async contextNow(dossier: DossierState, actor: Actor): Promise<DossierContext> {
    const now = this.clock.now();
    await this.published.read();
    const calendar = await this.calendars.office();
    const known = await this.historiesOf(dossier, { type: 'receive', data: {} }, now);
    const { procedures: versions } = this.law;
    return { dossierId: dossier.id, now, effectiveAt: now, actor, versions, calendar, ...known };
  }

  private async history(dossierId: string, at?: number | Instant): Promise<readonly RecordedDossierFact[]> {
    const facts: RecordedDossierFact[] = [];
    for await (const event of this.store.readStream(dossierStream(dossierId))) {
      if (at !== undefined && (typeof at === 'number' ? event.revision > at : event.recordedAt > at)) break;
      facts.push(recordedFact(event));
    }
    return facts;
  }

  execute(dossierId: string, command: DossierCommand, request: CommandRequest): Promise<Decision<CommandAnswer>> {
    return this.runner.run(this.runOf(dossierId, command, request, 'reserving'));
  }

  /** Whether a command would be obeyed now; nothing is written. `known`: its id was used, running it tells the answer. */
  rehearse(dossierId: string, command: DossierCommand, request: CommandRequest): Promise<Decision<Rehearsal>> {
    return this.runner.rehearse(this.runOf(dossierId, command, request));
  }

  private runOf(
    dossierId: string,
    command: DossierCommand,
    request: CommandRequest,
    reserving?: 'reserving',
  ): Run<MaybeDossier, DossierCommand, DossierContext> {
    const now = this.clock.now();
    return {
      id: dossierId,
      stream: dossierStream(dossierId),
      command,
      request,
      now,
      effectiveAt: request.effectiveAt ?? now,
      contextFor: async (state, times) => {
        // Whoever decides, decides by what was published until now, in whatever process.
        await this.published.read();
        const opens = command.type === 'open-detached' || command.type === 'open-escalated';
        const parent = opens ? await parentBefore(this.store, dossierId, command.data.parentDossierId) : undefined;
        if (opens && !parent) return refuse('NOT_FOUND', { params: { what: dossierId } });
        const context: DossierContext = {
          dossierId,
          now: times.now,
          effectiveAt: times.effectiveAt,
          actor: request.actor,
          versions: this.law.procedures,
          calendar: await this.calendars.office(),
          ...(request.backdatingReason ? { reason: request.backdatingReason } : {}),
          ...(parent ? { parent } : {}),
          ...(await this.workOf(parent ?? state, command, request)),
          ...(await this.historiesOf(state, command, times.effectiveAt)),
          ...(await this.placesFor(state, command, times.effectiveAt)),
          ...(await this.campaignOf(command)),
          ...(await this.councilOf(state, command)),
          ...(command.type === 'detach-nominees' || command.type === 'escalate-nominees'
            ? { childDossierId: derivedId('child', dossierId, request.actor.id, request.commandId) }
            : {}),
        };
        if (!isReceipt(command) || !state) return ok(context);
        const taken = await this.reservations.takenOf(state, times.effectiveAt);
        // Only a receipt that nothing else stands in the way of takes anything.
        const byLetter = command.type === 'receive-by-submission' ? ({ byLetter: true } as const) : {};
        const possible = reserving !== undefined && mayAct('receive', state, { ...context, taken, ...byLetter }).ok;
        return ok({
          ...context,
          taken: possible ? await this.reservations.takeFor(state, times.effectiveAt, request) : taken,
        });
      },
    };
  }

  /** Who holds the dossier, and for a claim or an assignment where the position stands: the decider looks nothing up. */
  private async workOf(
    dossier: MaybeDossier,
    command: DossierCommand,
    { actor }: CommandRequest,
  ): Promise<Pick<DossierContext, 'holders' | 'standing'>> {
    const now = this.clock.now();
    if (!dossier || !concernsWork(command.type, dossier, { now, versions: this.law.procedures })) return {};
    const date = localDateOf(now);
    const holders = await this.holders.of(dossier, date);
    if (command.type === 'claim') return { holders, ...(await this.standingInPerson(actor, now)) };
    if (command.type !== 'assign') return { holders };
    const standing = await this.staff.standing(command.data.accountId, command.data.positionId, date);
    return { holders, ...(standing ? { standing } : {}) };
  }

  /** For a council's result that says when the session opened: how many members the council had then. */
  private async councilOf(
    dossier: MaybeDossier,
    command: DossierCommand,
  ): Promise<Pick<DossierContext, 'councilMembers'>> {
    if (!dossier || command.type !== 'record-council-result' || command.data.openedAt === undefined) return {};
    const councilMembers = await councilSeatsAt(this.store, dossier.bodyId, command.data.openedAt);
    return councilMembers === undefined ? {} : { councilMembers };
  }

  /** For a submission in a campaign: the campaign. */
  private async campaignOf(command: DossierCommand): Promise<Pick<DossierContext, 'campaign'>> {
    if (command.type !== 'submit' || command.data.campaignId === undefined) return {};
    const campaign = await this.campaigns.load(command.data.campaignId);
    return campaign ? { campaign } : {};
  }

  /** For an approval: the places of the year that are left, where the version sets their number. */
  private async placesFor(
    dossier: MaybeDossier,
    { type }: DossierCommand,
    effectiveAt: Instant,
  ): Promise<Pick<DossierContext, 'quotaLeft'>> {
    if (!dossier || type !== 'approve') return {};
    const procedure = procedureFor(type, dossier, { effectiveAt, versions: this.law.procedures });
    if (!procedure.ok) return {};
    const of = { bodyId: dossier.bodyId, procedure: procedure.value, date: localDateOf(effectiveAt) };
    const quotaLeft = await this.quotas.left(of);
    return quotaLeft === undefined ? {} : { quotaLeft };
  }

  /** The earlier awards of the nominees whom a command is about, where the dossier's procedure asks for any. */
  private async historiesOf(
    dossier: MaybeDossier,
    command: DossierCommand,
    effectiveAt: Instant,
  ): Promise<Pick<DossierContext, 'histories'>> {
    const ofReceipt = isReceipt(command) ? 'receive' : command.type;
    const act = command.type === 'note-lost-evidence' ? 'appraise-nominees' : ofReceipt;
    if (!dossier || !this.histories || (act !== 'receive' && act !== 'appraise-nominees')) return {};
    const procedure = procedureFor(act, dossier, { effectiveAt, versions: this.law.procedures });
    if (!procedure.ok || !concernsHistory(act, procedure.value)) return {};
    const named =
      command.type === 'appraise-nominees'
        ? command.data.verdicts.map(({ nomineeId }) => nomineeId)
        : [...dossier.nominees.keys()];
    return { histories: await this.histories.of(dossier, named) };
  }

  /** Where the actor's own position stands. A mandate does not reach as far as taking a dossier for oneself. */
  private async standingInPerson(
    { id, positionId, onBehalfOf }: Actor,
    now: Instant,
  ): Promise<Pick<DossierContext, 'standing'>> {
    const standing = onBehalfOf === undefined ? await this.staff.standing(id, positionId, localDateOf(now)) : undefined;
    return standing ? { standing } : {};
  }
}

/** A receipt, alone or with the letter that brought the dossier. */
const isReceipt = ({ type }: DossierCommand): boolean => type === 'receive' || type === 'receive-by-submission';

/** Who asks for nobody in particular. */
const nobody: Actor = { id: '', positionId: '', unitId: '', roles: [] };
