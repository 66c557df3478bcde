import { Hours, AWARD_STORY_BEGINS } from '../../apps/cli/src/demo/award/hours.js';
import type { DossierSeen, Office, Wanted } from '../../apps/cli/src/demo/award/office.js';
import { accountFor, clerkFor, signerFor, unitOf } from '../../apps/cli/src/demo/award/people.js';
import { takeAlong } from '../../apps/cli/src/demo/award/take-along.js';
import { type DecisionCommand, dossierFacts, registerStream } from '#libs/domain/decision';
import { allowedCommands, type DossierCommand, viewDossier } from '#libs/domain/dossier';
import { type Actor, type LocalDate, type Role, sentenceOf } from '#libs/domain/kernel';
import { type Act, actingFor, type Procedure, type RoleAtLevel } from '#libs/domain/procedure';
import { DecisionOffice, prizeLaw } from './decision-office.js';
import { Desk, people } from './dossier-desk.js';

/** The office of the demonstration without a system around it: the same people and hours, the deciders alone. */
export class AwardDesk implements Office {
  readonly desk: Desk;
  readonly decision: DecisionOffice;
  /** Every act with who did it, in order. */
  readonly done: string[] = [];
  private readonly hours = new Hours(AWARD_STORY_BEGINS);

  constructor(
    private readonly procedure: Procedure,
    private readonly stopAt?: string,
  ) {
    this.desk = new Desk({ procedures: [procedure] });
    this.decision = new DecisionOffice({ decisionId: 'Q1', prizes: prizeLaw });
  }

  async begin(data: Parameters<Office['begin']>[0]): Promise<void> {
    this.hours.next();
    this.give(this.actor({ role: 'submitter', level: 'UNIT' }), { type: 'draft', data });
  }

  async see(): Promise<DossierSeen> {
    if (!this.desk.state) throw new Error('There is no dossier.');
    if (this.stopAt !== undefined && this.desk.state.places.includes(this.stopAt)) throw new Stopped();
    return viewDossier(this.desk.state);
  }

  async act(by: RoleAtLevel, command: Act, data: object): Promise<void> {
    const actor = this.actor(by);
    const order = { type: command, data: withDefaults(data) } as unknown as DossierCommand;
    const context = this.desk.contextOf({ command: order, by: actor, at: this.hours.now });
    const told = this.desk.state && allowedCommands(this.desk.state, context).find((each) => each.command === command);
    if (!told || told.refusal) throw new Error(`${command} is not allowed: ${told?.refusal?.code ?? '?'}`);
    this.give(actor, order);
  }

  async decide(level: string, nominees: readonly string[]): Promise<void> {
    const clerk = { ...this.person(clerkFor(this.procedure, level), 'clerk'), unitId: this.desk.state?.bodyId ?? '' };
    const decide = (command: DecisionCommand, more: object = {}): void => {
      const dossiers = this.desk.state ? [dossierFacts(this.desk.state, this.procedure)] : [];
      this.decision.when(command, { actor: clerk, now: this.hours.now, dossiers, ...more });
      const [refused] = this.decision.refusals;
      if (refused) throw new Error(`${command.type}: ${refused.code}`);
    };
    decide({ type: 'draft', data: { series: 'QĐ', dossiers: [{ dossierId: 'D1', nominees: [...nominees] }] } });
    this.give(people.system, { type: 'enter-in-decision', data: { decisionId: 'Q1', nominees: [...nominees] } });
    await this.wait();
    const date = this.today();
    const signer = { name: 'Lê Văn Thử', ...signerFor(this.procedure, level, 'vi'), capacity: 'none' as const };
    const number = { register: registerStream(clerk.unitId, 'QĐ', date), number: 1 };
    decide({ type: 'issue', data: { date, sign: 'QĐ', signer } }, { number });
    const told = { decisionId: 'Q1', number: 1, symbol: '1/QĐ', date, nominees: [...nominees] };
    this.give(people.system, { type: 'receive-decision', data: told });
  }

  unitAt(level: string): string | undefined {
    return unitOf[level];
  }

  async wait(until?: string): Promise<void> {
    this.hours.next(until);
  }

  today(): LocalDate {
    return this.hours.today;
  }

  private give(by: Actor, command: DossierCommand): void {
    const done = this.desk.take({ command, by, at: this.hours.now });
    const at = this.desk.state?.places.join(', ') ?? 'draft';
    if (!done.ok) throw new Error(`${command.type} at ${at}: ${done.error.code}, ${sentenceOf(done.error, 'en')}`);
    this.done.push(`${command.type} by ${by.id}`);
  }

  /** Who acts for a role at a level. */
  actor(asked: RoleAtLevel): Actor {
    const { role, level } = actingFor(this.procedure, asked, unitOf);
    return { ...this.person(accountFor(this.procedure, asked), role), unitId: unitOf[level] ?? '' };
  }

  private person(id: string, role: Role): Actor {
    return { id, positionId: `pos-${id}`, unitId: '', roles: [role] };
  }
}

class Stopped extends Error {}

/** What the published shapes would add to what is left out. */
const withDefaults = (data: object): object => ({
  ...('approved' in data ? { refused: [] } : {}),
  ...('results' in data ? { differingOpinions: [] } : {}),
  ...data,
});

/** A dossier taken to its end by its file; the office as it then is. */
export async function takenAlong(wanted: Wanted): Promise<{ readonly office: AwardDesk; readonly end: string }> {
  const office = new AwardDesk(wanted.procedure);
  return { office, end: await takeAlong(wanted, office, 'vi') };
}

/** A dossier taken along until it comes to a step, where somebody else goes on. */
export async function takenTo(step: string, wanted: Wanted): Promise<AwardDesk> {
  const office = new AwardDesk(wanted.procedure, step);
  try {
    await takeAlong(wanted, office, 'vi');
  } catch (error) {
    if (error instanceof Stopped) return office;
    throw error;
  }
  throw new Error(`${wanted.procedure.code} never came to ${step}.`);
}
