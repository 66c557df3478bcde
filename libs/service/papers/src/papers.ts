import type { DossierState } from '#libs/domain/dossier';
import { type Actor, type Bilingual, type Clock, type Decision, localDateOf, ok, refuse } from '#libs/domain/kernel';
import { type Procedure, versionInForce } from '#libs/domain/procedure';
import type { EventStore } from '#libs/engine/event-store';
import { covers, type ReadScope, sightOfDecision } from '#libs/service/access';
import { type Decisions, type Dossiers, dossierStream, type Organization, recordedFact } from '#libs/service/commands';
import type { Law } from '#libs/service/law';
import { procedureOf, type ReceiptCodes, type RefusalTold, tellRefusal } from '#libs/service/reading';
import { checkDossierPaper, composeDossierPaper } from './compose/compose.js';
import type { ComposeContext } from './compose/context.js';
import { composeDecision } from './compose/decision.js';
import type { DecisionPaperFacts } from './facts/decision-paper-facts.js';
import { type DossierPaperFacts, dossierPaperFacts } from './facts/dossier-paper-facts.js';
import { OfficeNames } from './facts/office-names.js';
import type { Paper } from './paper.js';
import { type FileNames, fileNames } from './file-name.js';
import {
  type DecisionPaperKind,
  decisionPaperKinds,
  type DossierPaperKind,
  dossierPaperKinds,
  mediaTypeOf,
  type PaperFormat,
  type PaperKind,
  paperNames,
} from './paper-kinds.js';
import type { PaperOpenings, PaperSubject } from './paper-openings.js';
import type { PaperRenderer } from './render/paper-renderer.js';

/** Who asks for a paper: only who may read the dossier or the decision gets one. */
export interface PaperReader {
  readonly actor: Actor;
  readonly scope: ReadScope;
}

/** A paper that there is, or why there is none yet. */
export interface ListedPaper {
  readonly kind: PaperKind;
  readonly name: Bilingual;
  readonly possible: boolean;
  readonly refusal?: RefusalTold;
}

/** A paper as a file. */
export interface MadePaper extends FileNames {
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What papers are made of and by: the log, what things are called, and the thread that sets pages. */
export interface PaperSources {
  readonly events: EventStore;
  readonly dossiers: Pick<Dossiers, 'load'>;
  readonly decisions: Pick<Decisions, 'load'>;
  readonly organization: Pick<Organization, 'read'>;
  readonly law: Law;
  readonly receiptCodes: Pick<ReceiptCodes, 'shownTo'>;
  readonly openings: PaperOpenings;
  readonly renderer: PaperRenderer;
  readonly clock: Clock;
}

/** Văn bản do hệ thống lập: papers made of facts, each opening of which is recorded. */
export class Papers {
  constructor(private readonly sources: PaperSources) {}

  /** Every paper about a dossier. Refuses `NOT_FOUND` outside the scope, as if there were no such dossier. */
  async listOfDossier(dossierId: string, { scope }: PaperReader): Promise<Decision<readonly ListedPaper[]>> {
    const facts = await this.visibleFacts(dossierId, scope);
    if (!facts.ok) return facts;
    return ok(dossierPaperKinds.map((kind) => listed(kind, checkDossierPaper(kind, facts.value))));
  }

  /** Every paper about a decision. Refuses `NOT_FOUND` outside the scope. */
  async listOfDecision(decisionId: string, { scope }: PaperReader): Promise<Decision<readonly ListedPaper[]>> {
    const facts = await this.decisionFacts(decisionId, scope);
    if (!facts.ok) return facts;
    return ok(decisionPaperKinds.map((kind) => listed(kind, checkDecisionPaper(facts.value))));
  }

  /** A paper about a dossier. Refuses `NOT_FOUND`, and as `checkDossierPaper` does. */
  async ofDossier(
    dossierId: string,
    kind: DossierPaperKind,
    format: PaperFormat,
    reader: PaperReader,
  ): Promise<Decision<MadePaper>> {
    const facts = await this.visibleFacts(dossierId, reader.scope);
    if (!facts.ok) return facts;
    const { dossier } = facts.value;
    const code = kind === 'receipt' ? await this.sources.receiptCodes.shownTo(reader.actor, dossier) : undefined;
    const context = await this.contextOf(facts.value);
    const paper = composeDossierPaper(kind, facts.value, code, context);
    return paper.ok ? this.make(paper.value, format, { subject: 'dossier', id: dossierId }, reader) : paper;
  }

  /** A paper about a decision. Refuses `NOT_FOUND`, `PAPER_OF_GIVEN_UP_DECISION` and `DOSSIER_IS_SECRET` (R9). */
  async ofDecision(
    decisionId: string,
    _kind: DecisionPaperKind,
    format: PaperFormat,
    reader: PaperReader,
  ): Promise<Decision<MadePaper>> {
    const facts = await this.decisionFacts(decisionId, reader.scope);
    if (!facts.ok) return facts;
    const possible = checkDecisionPaper(facts.value);
    if (!possible.ok) return possible;
    const [first] = facts.value.dossiers;
    const context = first ? await this.contextOf(first) : await this.contextWithout();
    return this.make(composeDecision(facts.value, context), format, { subject: 'decision', id: decisionId }, reader);
  }

  /** Makes the file, and records that it was handed out. */
  private async make(
    paper: Paper,
    format: PaperFormat,
    of: PaperSubject,
    { actor }: PaperReader,
  ): Promise<Decision<MadePaper>> {
    const bytes = await this.sources.renderer.render(paper, format);
    const { kind } = paper;
    await this.sources.openings.record(of, { account: actor.id, kind, format, at: this.sources.clock.now() });
    return ok({ ...fileNames(paper, format), mediaType: mediaTypeOf[format], bytes });
  }

  private async visibleFacts(dossierId: string, scope: ReadScope): Promise<Decision<DossierPaperFacts>> {
    const facts = await this.factsOf(dossierId);
    return facts && covers(scope, facts.dossier) ? ok(facts) : notFound(dossierId);
  }

  private async decisionFacts(decisionId: string, scope: ReadScope): Promise<Decision<DecisionPaperFacts>> {
    const decision = await this.sources.decisions.load(decisionId);
    if (!decision || !covers(scope, sightOfDecision(decision))) return notFound(decisionId);
    const ids = [...new Set(decision.recipients.map(({ dossierId }) => dossierId))];
    const dossiers: DossierPaperFacts[] = [];
    for (const id of ids) {
      const facts = await this.factsOf(id);
      if (facts) dossiers.push(facts);
    }
    return ok({ decision, dossiers });
  }

  private async factsOf(dossierId: string): Promise<DossierPaperFacts | undefined> {
    const facts = [];
    for await (const event of this.sources.events.readStream(dossierStream(dossierId))) facts.push(recordedFact(event));
    return dossierPaperFacts(facts as Parameters<typeof dossierPaperFacts>[0]);
  }

  private async contextOf({ dossier, changedAt }: DossierPaperFacts): Promise<ComposeContext> {
    // Loads the version to which the dossier is bound, also where it was published elsewhere a moment ago.
    if (dossier.procedure) await this.sources.dossiers.load(dossier.id);
    return { ...(await this.contextWithout()), procedure: this.governing(dossier, changedAt) };
  }

  private async contextWithout(): Promise<ComposeContext> {
    const { units } = await this.sources.organization.read();
    return { names: new OfficeNames(units), procedure: undefined };
  }

  /** The version that binds the dossier; before its receipt the one in force when it was last changed. */
  private governing(dossier: DossierState, changedAt: string): Procedure | undefined {
    const { law } = this.sources;
    if (dossier.procedure) return procedureOf(law, dossier);
    const inForce = versionInForce(dossier.procedureCode, law.procedures, localDateOf(changedAt));
    return inForce.ok ? inForce.value.procedure : procedureOf(law, dossier);
  }
}

/** Refuses `PAPER_OF_GIVEN_UP_DECISION` and `DOSSIER_IS_SECRET` (R9). */
function checkDecisionPaper({ decision, dossiers }: DecisionPaperFacts): Decision<void> {
  if (decision.stage === 'given_up') return refuse('PAPER_OF_GIVEN_UP_DECISION');
  const secret = dossiers.some(({ dossier }) => dossier.secrecy !== 'none');
  return secret ? refuse('DOSSIER_IS_SECRET', { rule: 'R9' }) : ok(undefined);
}

const listed = (kind: PaperKind, possible: Decision<void>): ListedPaper => ({
  kind,
  name: paperNames[kind],
  possible: possible.ok,
  ...(possible.ok ? {} : { refusal: tellRefusal(possible.error) }),
});

const notFound = (id: string) => refuse('NOT_FOUND', { params: { what: id.slice(0, 80) } });
