import { randomUUID } from 'node:crypto';
import type { DossierCommand } from '#libs/domain/dossier';
import type { NomineeClaims } from '#libs/domain/eligibility';
import { type Actor, type Clock, type Decision, valueOf } from '#libs/domain/kernel';
import type { EventStore } from '#libs/engine/event-store';
import { sampleActor } from '#libs/service/access';
import {
  type CommandAnswer,
  type CommandRequest,
  Decisions,
  Dossiers,
  noAwardUses,
  reactions,
} from '#libs/service/commands';
import { home } from '#libs/service/foundation';
import { loadLaw } from '#libs/service/law';

const TODAY = '2026-08-21';
const clock: Clock = { now: () => `${TODAY}T02:00:00.000Z` };
const [unit, officer, secretary, authority, clerk] = ['don-vi', 'tham-dinh', 'thu-ky', 'lanh-dao', 'van-thu'].map(
  (name) => sampleActor(`acc-${name}`),
) as [Actor, Actor, Actor, Actor, Actor];

const papers = { BK_TINH: ['TT', 'DS', 'BC_CT_CN', 'BB'], CSTDCS: ['TT', 'BC_CT_CN', 'BB_PHIEU', 'SK'] } as const;
export type Award = keyof typeof papers;

/** One process of an office in which dossiers cite achievements and initiatives; several may stand on one log. */
export class CitingOffice {
  readonly dossiers: Dossiers;
  readonly decisions: Decisions;

  constructor(
    readonly store: EventStore,
    lawFolder: string = home,
  ) {
    const law = valueOf(loadLaw(lawFolder));
    this.dossiers = new Dossiers(store, law, clock);
    this.decisions = new Decisions(store, this.dossiers, law, clock);
  }

  request(actor: Actor, commandId: string = randomUUID()): CommandRequest {
    return { actor, commandId, fingerprint: 'same', correlationId: commandId };
  }

  act(id: string, actor: Actor, command: DossierCommand): Promise<Decision<CommandAnswer>> {
    return this.dossiers.execute(id, command, this.request(actor));
  }

  /** A dossier that is handed in, each nominee with his claims; the unit wrote it. */
  async submitted(id: string, claims: readonly NomineeClaims[], award: Award = 'BK_TINH'): Promise<string> {
    const nominees = claims.map((each, index) => ({
      kind: 'individual' as const,
      name: `Người ${index + 1}`,
      unit: 'Sở Mẫu',
      claims: each,
    }));
    const way: readonly DossierCommand[] = [
      { type: 'draft', data: { procedure: award, kind: 'cong_trang', title: 'Đợt 1', bodyId: 'ubnd-tinh' } },
      { type: 'add-nominees', data: { nominees } },
      ...papers[award].map((document): DossierCommand => ({ type: 'attach-document', data: { document } })),
      { type: 'submit', data: {} },
    ];
    for (const command of way) valueOf(await this.act(id, unit, command));
    return id;
  }

  receive = (id: string, request = this.request(officer)): Promise<Decision<CommandAnswer>> =>
    this.dossiers.execute(id, { type: 'receive', data: {} }, request);

  officerRequest = (commandId: string): CommandRequest => this.request(officer, commandId);

  withdraw = (id: string) => this.act(id, unit, { type: 'withdraw', data: { reason: 'Rút' } });

  detach = async (id: string, nominees: string[]): Promise<string> => {
    valueOf(await this.act(id, officer, { type: 'detach-nominees', data: { nominees, reason: 'Tách' } }));
    await this.react();
    const child = (await this.dossiers.load(id))?.detached.at(-1)?.childDossierId;
    if (child === undefined) throw new Error('Nobody was detached.');
    return child;
  };

  /** Proposed for another award; answers the dossier to which they went. */
  escalate = async (id: string, nominees: string[], procedureCode: string): Promise<string> => {
    const data = { nominees, procedureCode, bodyId: 'ubnd-tinh', reason: 'Trình lên' };
    valueOf(await this.act(id, officer, { type: 'escalate-nominees', data }));
    await this.react();
    const child = (await this.dossiers.load(id))?.escalated.at(-1)?.childDossierId;
    if (child === undefined) throw new Error('Nobody left for another award.');
    return child;
  };

  /** What the other award still lacks, and its letter. */
  async handedIn(id: string, award: Award): Promise<void> {
    for (const document of papers[award])
      valueOf(await this.act(id, unit, { type: 'attach-document', data: { document } }));
    valueOf(await this.act(id, unit, { type: 'submit', data: {} }));
  }

  /** From the receipt to the approval; whoever is not named is refused. `none` rejects the dossier. */
  async decided(id: string, approved: readonly string[]): Promise<void> {
    const ids = [...((await this.dossiers.load(id))?.nominees.keys() ?? [])];
    const verdicts = ids.map((nomineeId) => ({
      nomineeId,
      verdict: 'qualified' as const,
      reason: 'Đạt',
      evidence: [],
    }));
    const results = ids.map((nomineeId) => ({ nomineeId, yes: 17, no: 0, other: 0 }));
    valueOf(await this.act(id, officer, { type: 'appraise-nominees', data: { verdicts } }));
    valueOf(await this.act(id, officer, { type: 'complete-appraisal', data: {} }));
    const minutes = { number: '01/BB', date: TODAY };
    const count = { members: 17, present: 17, written: 0, tellers: ['t1', 't2'], differingOpinions: [] };
    const method = 'ballot' as const;
    const data = { method, heldOn: TODAY, minutes, ...count, results };
    valueOf(await this.act(id, secretary, { type: 'record-council-result', data }));
    if (approved.length === 0) {
      valueOf(await this.act(id, authority, { type: 'reject', data: { reason: 'Không đạt' } }));
      return;
    }
    const refused = ids.filter((each) => !approved.includes(each)).map((nomineeId) => ({ nomineeId, reason: 'Không' }));
    valueOf(await this.act(id, authority, { type: 'approve', data: { approved: [...approved], refused } }));
  }

  async drafted(decisionId: string, dossierId: string, nominees: string[]): Promise<void> {
    const draft = { type: 'draft' as const, data: { series: 'QĐ', dossiers: [{ dossierId, nominees }] } };
    valueOf(await this.decisions.execute(decisionId, draft, this.request(clerk)));
  }

  issue(decisionId: string): Promise<Decision<CommandAnswer>> {
    const signer = { accountId: authority.id, name: 'Người Ký', capacity: 'none' as const };
    const issue = { type: 'issue' as const, data: { date: TODAY, sign: 'QĐ-UBND', signer } };
    return this.decisions.execute(decisionId, issue, this.request(clerk));
  }

  giveUp(decisionId: string): Promise<Decision<CommandAnswer>> {
    const command = { type: 'give-up' as const, data: { reason: 'Soạn lại' } };
    return this.decisions.execute(decisionId, command, this.request(clerk));
  }

  /** A decision on approved nominees, issued and heard of by the dossier. */
  async granted(decisionId: string, dossierId: string, nominees: string[]): Promise<void> {
    await this.drafted(decisionId, dossierId, nominees);
    valueOf(await this.issue(decisionId));
    await this.react();
  }

  async cancel(decisionId: string, dossierId: string, nomineeId: string): Promise<void> {
    const data = { dossierId, nomineeId, ground: 'false_merit', reason: 'Khai sai' };
    valueOf(await this.decisions.execute(decisionId, { type: 'cancel-award', data }, this.request(authority)));
  }

  restore(
    decisionId: string,
    dossierId: string,
    nomineeId: string,
    request = this.authorityRequest(randomUUID()),
  ): Promise<Decision<CommandAnswer>> {
    const data = { dossierId, nomineeId, reason: 'Kết luận được sửa đổi' };
    return this.decisions.execute(decisionId, { type: 'restore-award', data }, request);
  }

  authorityRequest = (commandId: string): CommandRequest => this.request(authority, commandId);

  /** Everything that follows from what is in the log, as a follower would do it. */
  private async react(): Promise<void> {
    const { events } = await this.store.readAll({ after: 'start', limit: 1_000 });
    for (const event of events)
      for (const reaction of reactions(this.dossiers, this.decisions, noAwardUses))
        if (reaction.type === event.type && event.stream.startsWith(reaction.streamPrefix)) await reaction.react(event);
  }

  /** Types of the facts about what may be used once. */
  async factsOf(stream: string): Promise<readonly string[]> {
    const types: string[] = [];
    for await (const { type } of this.store.readStream(stream)) types.push(type);
    return types;
  }
}
