import {
  type DossierState,
  type HeldRole,
  type RecordedDossierFact,
  checkComplete,
  dossierSentence,
  foldDossier,
  procedureFor,
  unitOfWork,
  workHere,
} from '#libs/domain/dossier';
import { type Bilingual, type Clock, codesAsNames } from '#libs/domain/kernel';
import type { HandedOver } from '#libs/domain/organization';
import { type Procedure, namesOfProcedure } from '#libs/domain/procedure';
import { EventStore } from '#libs/engine/event-store';
import { dossierStream, recordedFact } from '#libs/service/commands';
import { CLOCK, LAW } from '#libs/service/foundation';
import type { Law } from '#libs/service/law';
import { nomineeNames } from '#libs/service/reading';
import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { handoverAnswer } from './handovers.answers.js';

/** How it stands towards what is due is told beside it. */
type Item = Omit<z.infer<typeof handoverAnswer>['items'][number], 'standing'>;
type Due = Item['due'][number];

/** A dossier on a handover's list, as the log holds it now. */
export interface HandedDossier {
  readonly item: HandedOver;
  readonly state: DossierState;
  readonly facts: readonly RecordedDossierFact[];
  /** It lies elsewhere by now, or is over. */
  readonly gone: boolean;
}

/** Streams read at once. */
const AT_ONCE = 16;

/** What a newcomer needs to know of each dossier: where it stands, what is due, what is missing, and all that happened. */
@Injectable()
export class NewcomerView {
  constructor(
    private readonly store: EventStore,
    @Inject(LAW) private readonly law: Law,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async dossiers(unitId: string, items: readonly HandedOver[]): Promise<readonly HandedDossier[]> {
    const found: HandedDossier[] = [];
    for (let from = 0; from < items.length; from += AT_ONCE) {
      const some = await Promise.all(items.slice(from, from + AT_ONCE).map((item) => this.dossier(unitId, item)));
      found.push(...some.flatMap((each) => each ?? []));
    }
    return found;
  }

  /** The clocks that are not met, soonest first; those without a moment last. */
  dueOf({ state, gone }: HandedDossier): readonly Due[] {
    if (gone) return [];
    const procedure = this.procedureOf(state);
    const counted = [...state.deadlines.values()].flatMap(({ terms, state: now }) =>
      now === 'running' || now === 'paused' || now === 'missed' ? [{ ...terms, state: now, dueAt: terms.dueAt }] : [],
    );
    const awaited = [...state.awaited.values()].map((terms) => ({ ...terms, state: 'awaited' as const, dueAt: null }));
    return [...counted, ...awaited]
      .map(({ deadlineId, clock, state: now, dueAt }) => {
        return { deadlineId, clock, names: namesIn(procedure, 'clock', clock), state: now, dueAt };
      })
      .sort((one, other) => ((one.dueAt ?? '~') < (other.dueAt ?? '~') ? -1 : 1));
  }

  itemOf(handed: HandedDossier): Item {
    const { item, state, facts, gone } = handed;
    const procedure = this.procedureOf(state);
    const lacking = gone || !procedure ? [] : missing(procedure, state);
    return {
      dossierId: item.dossierId,
      role: item.role,
      title: state.title,
      submittingUnitId: state.submittingUnitId,
      step: state.step,
      stepNames: namesIn(procedure, 'step', state.step),
      stepSince: state.placeSince,
      note: item.note ?? null,
      arrived: item.arrived ?? false,
      gone,
      due: [...this.dueOf(handed)],
      missing: lacking,
      missingNames: lacking.map((code) => paperNames(procedure, code)),
      history: gone ? [] : facts.map((fact) => lineOf(fact, procedure, state)),
    };
  }

  private async dossier(unitId: string, item: HandedOver): Promise<HandedDossier | undefined> {
    const facts: RecordedDossierFact[] = [];
    for await (const event of this.store.readStream(dossierStream(item.dossierId)))
      facts.push(recordedFact(event) as RecordedDossierFact);
    const state = foldDossier(facts);
    if (!state) return undefined;
    const over = workHere(state, { now: this.clock.now(), versions: this.law.procedures }).length === 0;
    return { item, state, facts, gone: over || unitOfWork(item.role as HeldRole, state) !== unitId };
  }

  private procedureOf(state: DossierState): Procedure | undefined {
    const found = procedureFor('claim', state, { effectiveAt: this.clock.now(), versions: this.law.procedures });
    return found.ok ? found.value : undefined;
  }
}

/** A component by its name, one of its formats after it. */
function paperNames(procedure: Procedure | undefined, code: string): Bilingual {
  const [component = code, format] = code.split('.');
  const { vi, en } = namesIn(procedure, 'document', component);
  return format === undefined ? { vi, en } : { vi: `${vi} (${format})`, en: `${en} (${format})` };
}

function namesIn(procedure: Procedure | undefined, what: 'step' | 'clock' | 'document', code: string): Bilingual {
  if (!procedure) return { vi: code, en: code };
  return { vi: namesOfProcedure(procedure, 'vi')[what](code), en: namesOfProcedure(procedure, 'en')[what](code) };
}

/** What the receipt would ask for: components that are not there, or of which a format or the right form is missing. */
function missing(procedure: Procedure, state: DossierState): string[] {
  const complete = checkComplete(procedure, state);
  if (complete.ok) return [];
  const { missing: codes, document } = complete.error.params ?? {};
  return [codes ?? document ?? []].flat().map(String);
}

function lineOf(
  fact: RecordedDossierFact,
  procedure: Procedure | undefined,
  state: DossierState,
): Item['history'][number] {
  const sentence = (language: 'vi' | 'en') =>
    dossierSentence(fact, language, {
      ...codesAsNames,
      ...(procedure ? namesOfProcedure(procedure, language) : {}),
      nominee: nomineeNames(state),
    });
  const { revision, type, recordedAt, effectiveAt, actor } = fact;
  return {
    revision,
    type,
    recordedAt,
    effectiveAt,
    actorId: actor.id,
    sentence: { vi: sentence('vi'), en: sentence('en') },
  };
}
