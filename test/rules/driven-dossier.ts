import type { DossierCommand, DossierState } from '#libs/domain/dossier';
import { type Actor, endOf, localDateOf } from '#libs/domain/kernel';
import {
  type Act,
  actingFor,
  actorsOfOutcome,
  actRule,
  type AwardKind,
  firstLevel,
  firstLevelUp,
  type NomineeKind,
  type Procedure,
  type Step,
} from '#libs/domain/procedure';
import type { z } from 'zod';
import type { dossierCommands } from '#libs/domain/dossier';
import { type Leg, nextLeg } from './route.js';
import { BODY, person, type RuleOffice, UNIT } from './rule-office.js';
import { must } from './runner.js';

type Nominees = z.input<(typeof dossierCommands)['add-nominees']>['nominees'];
export type GivenNominee = Partial<Nominees[number]>;

export interface Begin {
  readonly nominees?: readonly GivenNominee[];
  readonly kind?: AwardKind;
  readonly cluster?: string;
  /** The body before which it comes first; the other levels have units of their own. */
  readonly bodyId?: string;
  readonly title?: string;
  /** The unit whose people decide: of the level before which it comes, or of the highest that works in the system. */
  readonly decidingUnit?: string;
}

/** How many answer and how they vote, where a council is asked on the way. */
const MEMBERS = 17;

/** A dossier that an office drives along its procedure, by what the procedure says and nothing that is written here of any award. */
export class DrivenDossier {
  /** Papers were handed in, or a case says that none are. */
  private papersAreIn = false;

  private constructor(
    readonly office: RuleOffice,
    readonly id: string,
    readonly procedure: Procedure,
    private readonly bodyId: string,
    private readonly decidingUnit: string | undefined,
  ) {}

  /** Drafts it with its nominees; without any, one whom the award is for. */
  static async begin(
    office: RuleOffice,
    id: string,
    procedure: Procedure,
    { nominees = [{}], kind, cluster, decidingUnit, title = 'Đợt khen thưởng', ...begin }: Begin = {},
  ): Promise<DrivenDossier> {
    const decides = decidingLevel(procedure);
    const own = decides === firstLevelUp(procedure) ? decidingUnit : undefined;
    const bodyId = own ?? begin.bodyId ?? BODY;
    const dossier = new DrivenDossier(office, id, procedure, bodyId, decidingUnit);
    const { code } = procedure;
    await dossier.unit({
      type: 'draft',
      data: {
        procedure: code,
        kind: kind ?? procedure.kinds[0] ?? 'cong_trang',
        title,
        bodyId,
        ...(cluster === undefined ? {} : { cluster }),
      },
    });
    if (nominees.length > 0) await dossier.add(nominees);
    return dossier;
  }

  /** One that is under way already. */
  static goingOn(office: RuleOffice, id: string, procedure: Procedure): DrivenDossier {
    return new DrivenDossier(office, id, procedure, BODY, undefined);
  }

  async add(nominees: readonly GivenNominee[]): Promise<void> {
    const kind: NomineeKind = this.procedure.subjects[0] ?? 'individual';
    const { size } = (await this.state()).nominees;
    const data = nominees.map((each, index) => ({
      kind,
      name: `Đối tượng ${size + index + 1}`,
      unit: `Phòng ${size + index + 1}`,
      ...(this.procedure.grades?.[0] ? { grade: this.procedure.grades[0].code } : {}),
      ...each,
    }));
    await this.unit({ type: 'add-nominees', data: { nominees: data } });
  }

  state(): Promise<DossierState> {
    return this.office.dossier(this.id);
  }

  /** An act of the submitting unit. */
  async unit(command: DossierCommand): Promise<void> {
    must(await this.office.act(this.id, person('submitter', UNIT), command), command.type);
  }

  /** All papers that the award may need, in every format; or these only. */
  async attach(codes?: readonly string[]): Promise<void> {
    const { documents } = this.procedure;
    this.papersAreIn = true;
    for (const document of codes ?? documents.map(({ code }) => code)) {
      await this.unit({ type: 'attach-document', data: { document, formats: ['docx', 'pdf'] } });
    }
  }

  /** All papers but one without which no receipt is full. */
  async attachAllButOne(): Promise<string> {
    const { documents } = this.procedure;
    const missing = documents.findLast(({ optional, when }) => !optional && when === undefined)?.code ?? '';
    await this.attach(documents.map(({ code }) => code).filter((code) => code !== missing));
    return missing;
  }

  /** Who does an act where the dossier lies, as the procedure says. */
  async actor(act: Act, outcome?: string): Promise<Actor> {
    const state = await this.state();
    for (const place of state.places) {
      const asked =
        outcome === undefined
          ? (actRule(this.procedure, place, act)?.actors ?? [])
          : actorsOfOutcome(this.procedure, place, act, outcome);
      const [first] = asked;
      if (!first) continue;
      const units = { ...state.units, [firstLevel(this.procedure)]: state.submittingUnitId };
      const { role, level } = actingFor(this.procedure, first, units);
      if (role === 'submitter') return person(role, state.submittingUnitId);
      const several = this.procedure.levels.length > 1;
      return person(
        role,
        several && level === firstLevel(this.procedure) ? state.bodyId : (units[level] ?? state.bodyId),
      );
    }
    throw new Error(`Nobody does ${act} at ${state.places.join(', ')} of ${this.procedure.code}.`);
  }

  /** An act by who may do it. */
  async do<C extends DossierCommand>(command: C): Promise<void> {
    must(await this.tried(command), `${command.type} of ${this.procedure.code}`);
  }

  async tried(command: DossierCommand, by?: Actor) {
    const outcome = command.type === 'complete-step' ? command.data.outcome : undefined;
    return this.office.act(this.id, by ?? (await this.actor(command.type as Act, outcome)), command);
  }

  /** Goes on until somebody may do the act; at a moment, if given, from which the last step before it holds. */
  async until(act: Act | ((name: string, step: Step) => boolean), { lastAt }: { readonly lastAt?: string } = {}) {
    const wanted =
      typeof act === 'function'
        ? act
        : (name: string) =>
            actRule(this.procedure, name, act)?.beside !== true && actRule(this.procedure, name, act) !== undefined;
    for (let legs = 0; legs < 80; legs++) {
      const { places } = await this.state();
      const at = (name: string) => this.procedure.steps[name] as Step;
      if (places.some((name) => wanted(name, at(name)))) return;
      const place = places.find((name) => at(name).kind !== 'join') ?? '';
      const leg = nextLeg(this.procedure, place, wanted);
      const next = at(leg.to);
      if (lastAt !== undefined && (wanted(leg.to, next) || next.kind === 'fork')) this.office.at(lastAt);
      await this.take(leg);
    }
    throw new Error(`${this.procedure.code} never comes there.`);
  }

  /** The one act by which it goes on from a place. */
  async step(place: string, act?: string): Promise<void> {
    await this.take(nextLeg(this.procedure, place, () => true, act));
  }

  private async take(leg: Leg): Promise<void> {
    const today = localDateOf(this.office.clock.now());
    const letter = { number: '1/CV', date: today };
    const { act, outcome } = leg;
    await this.consult(leg.from);
    if (leg.notBefore !== undefined) await this.waitFor(leg.notBefore);
    if (act === 'complete-step') {
      const data = { step: leg.from, outcome: outcome ?? '', reason: 'Theo quy trình', letter };
      return this.do({ type: act, data: { ...data, ...this.sessionAt(leg.from) } });
    }
    if (act === 'submit') {
      if (!this.papersAreIn) await this.attach();
      return this.do({ type: act, data: {} });
    }
    if (act === 'complete-appraisal') await this.appraise();
    if (act === 'record-council-result') return this.voteYes();
    if (act === 'approve') return this.approve();
    if (act === 'receive-decision') return this.issue();
    if (act === 'forward') return this.do({ type: act, data: { toBodyId: this.unitOf(leg.to), letter } });
    if (act === 'confer') return this.do({ type: act, data: { heldOn: today } });
    await this.do({ type: act, data: {} } as DossierCommand);
  }

  /** The session in which a council answered whose votes are written down and not counted here: everybody was there. */
  private sessionAt(place: string) {
    if (this.procedure.steps[place]?.kind !== 'vote') return {};
    const minutes = { number: '01/BB', date: this.today() };
    return { session: { heldOn: this.today(), minutes, members: MEMBERS, present: MEMBERS, written: 0 } };
  }

  /** What a step is there for besides leading on: somebody is asked and answers, a list is put up, copies go out. */
  private async consult(place: string): Promise<void> {
    const { opinions, notices, copies } = await this.state();
    const knows = (act: Act) =>
      actRule(this.procedure, place, act)?.beside === undefined && actRule(this.procedure, place, act);
    const here = [...opinions.values()].filter(({ at }) => at === place);
    if (knows('ask-opinion') && here.length === 0) await this.stay('ask-opinion');
    if (knows('record-opinion')) {
      for (const { opinionId, answer } of (await this.state()).opinions.values()) {
        if (!answer) await this.do({ type: 'record-opinion', data: { opinionId, answer: 'agrees' } });
      }
    }
    if (knows('open-notice') && ![...notices.values()].some(({ at }) => at === place)) await this.stay('open-notice');
    if (knows('send-copies') && ![...copies.values()].some(({ at }) => at === place)) await this.stay('send-copies');
  }

  /** An act by which the dossier stays where it is. */
  async stay(act: 'ask-opinion' | 'record-opinion' | 'open-notice' | 'send-copies'): Promise<void> {
    if (act === 'ask-opinion') return this.ask(['Công an tỉnh']);
    if (act === 'open-notice') {
      return this.do({ type: act, data: { where: 'Trụ sở', contact: { address: 'Số 1' } } });
    }
    if (act === 'record-opinion') {
      const awaited = [...(await this.state()).opinions.values()].find(({ answer }) => !answer);
      return this.do({ type: act, data: { opinionId: awaited?.opinionId ?? '', answer: 'agrees' } });
    }
    const to = { as: 'submitter' as const, name: 'Đơn vị trình' };
    return this.do({ type: act, data: { copies: [{ to }], sentOn: this.today(), channel: 'paper' } });
  }

  /** Asks bodies outside for their opinions. */
  ask(bodies: readonly string[]): Promise<void> {
    return this.do({
      type: 'ask-opinion',
      data: { bodies: bodies.map((name) => ({ name })), question: 'Đề nghị cho ý kiến' },
    });
  }

  /** The unit that stands for the level of a step. */
  private unitOf(step: string): string {
    const level = this.procedure.steps[step]?.level ?? '';
    if (level === firstLevelUp(this.procedure)) return this.bodyId;
    return (level === decidingLevel(this.procedure) ? this.decidingUnit : undefined) ?? `BODY-${level}`;
  }

  private async waitFor(clock: string): Promise<void> {
    const { deadlines } = await this.state();
    const due = [...deadlines.values()].findLast(({ terms }) => terms.clock === clock)?.terms.dueAt;
    // A notice hangs out to the end of its last day.
    const over = due === undefined ? undefined : endOf(localDateOf(due));
    if (over !== undefined && over > this.office.clock.now()) this.office.at(over);
  }

  /** Everybody whom nobody has judged yet is found fit, whatever is proposed. */
  async appraise(): Promise<void> {
    const open = [...(await this.state()).nominees.values()].filter(({ verdict, dropped }) => !verdict && !dropped);
    if (open.length === 0) return;
    const verdicts = open.map(({ id }) => ({
      nomineeId: id,
      verdict: 'qualified' as const,
      reason: 'Đạt',
      evidence: [],
      deviation: 'Theo hồ sơ',
    }));
    await this.do({ type: 'appraise-nominees', data: { verdicts } });
  }

  /** The council passes all. */
  async voteYes(): Promise<void> {
    const ids = await this.qualified();
    await this.do(
      councilResult(
        ids.map((nomineeId) => ({ nomineeId, yes: MEMBERS, no: 0, other: 0 })),
        this.today(),
      ),
    );
  }

  async qualified(): Promise<readonly string[]> {
    const all = [...(await this.state()).nominees.values()];
    return all.filter(({ verdict, dropped }) => !dropped && verdict?.verdict === 'qualified').map(({ id }) => id);
  }

  async approve(approved?: readonly string[]): Promise<void> {
    const candidates = (await this.qualified()).filter((id) => !approved || approved.includes(id));
    const others = [...(await this.state()).nominees.keys()].filter((id) => !candidates.includes(id));
    const refused = others.map((nomineeId) => ({ nomineeId, reason: 'Không' }));
    await this.do({ type: 'approve', data: { approved: [...candidates], refused } });
  }

  /** A decision on all who were approved and stand in none, or these: drafted, not issued. */
  async draftDecision(decisionId = `Q-${this.id}`, nominees?: readonly string[]): Promise<Actor> {
    const all = [...(await this.state()).nominees.values()];
    const free = all.filter(({ approval, decisionId }) => approval?.approved && !decisionId).map(({ id }) => id);
    const by = await this.actor('enter-in-decision');
    const clerk = person('clerk', by.unitId);
    const dossiers = [{ dossierId: this.id, nominees: [...(nominees ?? free)] }];
    must(await this.office.decide(decisionId, clerk, { type: 'draft', data: { series: 'QĐ', dossiers } }), 'draft');
    return clerk;
  }

  /** … and issued today. */
  async issue(decisionId = `Q-${this.id}`, nominees?: readonly string[]): Promise<void> {
    const clerk = await this.draftDecision(decisionId, nominees);
    must(await this.office.decide(decisionId, clerk, issueBy(clerk.unitId, this.today())), 'issue');
    await this.office.react();
  }

  today(): string {
    return localDateOf(this.office.clock.now());
  }
}

/** The level whose people draft and issue: that of the step at which a decision comes, or who writes down what it does. */
function decidingLevel(procedure: Procedure): string | undefined {
  const steps = Object.values(procedure.steps).filter((step) => 'acts' in step);
  const issuing = steps.find(({ acts }) => acts['receive-decision']);
  const reached = steps.flatMap(({ acts }) => procedure.steps[acts.forward?.to ?? '']?.level ?? []);
  const units = Object.fromEntries(reached.map((level) => [level, level]));
  return issuing && actingFor(procedure, { role: 'clerk', level: issuing.level }, units).level;
}

type Result = { readonly nomineeId: string; readonly yes: number; readonly no: number; readonly other: number };

/** What a council's secretary writes down of a ballot, or of minutes. */
export const councilResult = (
  results: readonly Result[],
  heldOn: string,
  more: Partial<Extract<DossierCommand, { type: 'record-council-result' }>['data']> = {},
): Extract<DossierCommand, { type: 'record-council-result' }> => ({
  type: 'record-council-result',
  data: {
    method: 'ballot',
    heldOn,
    minutes: { number: '01/BB', date: heldOn },
    members: MEMBERS,
    present: MEMBERS,
    written: 0,
    tellers: ['teller-1', 'teller-2'],
    differingOpinions: [],
    ...more,
    results: [...results],
  },
});

/** The act of issuing, signed by the head of a body. */
export const issueBy = (unitId: string, date: string, accountId = `authority-${unitId}`) => ({
  type: 'issue' as const,
  data: { date, sign: 'QĐ', signer: { accountId, name: 'Người Ký', capacity: 'none' as const } },
});
