import { dossierCommands, draftCommand } from '#libs/domain/dossier';
import { type Language, localDateOf } from '#libs/domain/kernel';
import type { Act, Procedure, RoleAtLevel } from '#libs/domain/procedure';
import { z } from 'zod';
import { eventually } from '../eventually.js';
import type { By, Stage } from '../stage.js';
import { StoryBroken } from '../story-broken.js';
import { Hours } from './hours.js';
import type { DossierSeen, Office } from './office.js';
import { accountFor, clerkFor, signerFor, unitOf } from './people.js';

const allowed = z.object({
  commands: z.array(
    z.object({
      command: z.string(),
      allowed: z.boolean(),
      refusal: z.object({ code: z.string(), details: z.object({ vi: z.string(), en: z.string() }) }).optional(),
    }),
  ),
});

const seen = z.looseObject({
  step: z.string(),
  places: z.array(z.string()),
  nominees: z.array(z.looseObject({ id: z.string() })),
  documents: z.array(z.looseObject({ document: z.string() })),
  deadlines: z.array(z.looseObject({ clock: z.string(), state: z.string(), dueAt: z.string() })),
  decision: z.looseObject({ id: z.string() }).optional(),
});

/** The office of a running system, by its HTTP API: nothing is done that it has not said to be allowed. */
export class ApiOffice implements Office {
  constructor(
    private readonly stage: Stage,
    private readonly procedure: Procedure,
    private readonly hours: Hours,
    private readonly language: Language,
  ) {}

  async begin(draft: Parameters<Office['begin']>[0]): Promise<void> {
    await this.stage.begin(this.account({ role: 'submitter', level: 'UNIT' }), draftCommand.parse(draft));
  }

  async see(): Promise<DossierSeen> {
    return (await this.stage.read('auditor', `/dossiers/${this.stage.dossierId}`, seen)) as unknown as DossierSeen;
  }

  async act(by: RoleAtLevel, command: Act, data: object): Promise<void> {
    const account = this.account(by);
    const { commands } = await this.stage.read(account, `/dossiers/${this.stage.dossierId}/allowed`, allowed);
    const told = commands.find((each) => each.command === command);
    if (!told?.allowed) throw new StoryBroken(`${command}, ${account}: ${told?.refusal?.details.vi ?? '?'}`);
    await this.stage.act(account, command as keyof typeof dossierCommands, data);
  }

  async decide(level: string, nominees: readonly string[]): Promise<void> {
    const clerk = clerkFor(this.procedure, level);
    const dossiers = [{ dossierId: this.stage.dossierId, nominees: [...nominees] }];
    const drafted = await this.stage.decide(clerk, '', { dossiers });
    await this.stage.look('draft decision');
    await this.wait();
    const { accountId, name = this.stage.nameOf(accountId as By) } = signerFor(this.procedure, level, this.language);
    const signer = { accountId, name, capacity: 'none' };
    await this.stage.decide(
      clerk,
      `/${drafted.id}/issue`,
      { date: this.today(), sign: 'QĐ', signer },
      drafted.revision,
    );
    await eventually(
      'DecisionReceived',
      async () => (await this.stage.read('auditor', `/dossiers/${this.stage.dossierId}`, seen)).decision,
    );
    await this.stage.look('issue decision');
  }

  unitAt(level: string): string | undefined {
    return unitOf[level];
  }

  async wait(until?: string): Promise<void> {
    this.stage.travelToInstant(this.hours.next(until));
  }

  today(): string {
    return localDateOf(this.hours.now);
  }

  private account(by: RoleAtLevel): By {
    return accountFor(this.procedure, by);
  }
}
