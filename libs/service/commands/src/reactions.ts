import { lineRef } from '#libs/domain/award-history';
import { type DossierFactOf, restsOn } from '#libs/domain/dossier';
import { systemActor } from '#libs/service/access';
import type { RecordedEvent } from '#libs/engine/event-store';
import type { OpenClocks } from './calendars/open-clocks.js';
import { recountReactions, type Tell } from './calendars/recount-deadlines.js';
import type { WorkingCalendars } from './calendars/working-calendars.js';
import type { CommandRequest } from './command-request.js';
import type { Decisions } from './decisions.js';
import type { Dossiers } from './dossiers.js';
import type { AwardUses } from './eligibility/award-uses.port.js';
import { awardHistoryStream, decisionStream, derivedId, dossierStream } from './ids.js';
import type { Reaction } from './reaction-runner.js';

type Escalated = DossierFactOf<'NomineesEscalated'>['data'];

/** The system's own request, caused by an event: the same event always makes the same command. */
function becauseOf(event: RecordedEvent, reaction: string, dossierId: string): CommandRequest {
  const correlationId = event.metadata['correlationId'];
  return {
    actor: systemActor,
    commandId: derivedId(event.id, reaction, dossierId),
    fingerprint: reaction,
    correlationId: typeof correlationId === 'string' ? correlationId : event.id,
    causationId: event.id,
    effectiveAt: event.effectiveAt,
  };
}

/**
 * Everything the system does by itself because of a fact.
 * @param counting where clocks are to follow their calendars; without it they stay as they were counted.
 */
export function reactions(
  dossiers: Dossiers,
  decisions: Decisions,
  uses: AwardUses,
  counting?: { readonly calendars: WorkingCalendars; readonly clocks: OpenClocks },
): readonly Reaction[] {
  const tell: Tell = async (name, event, commands) => {
    const refused = [];
    for (const [dossierId, command] of commands) {
      const done = await dossiers.execute(dossierId, command, becauseOf(event, name, dossierId));
      if (!done.ok) refused.push({ stream: dossierStream(dossierId), refusal: done.error });
    }
    return refused;
  };
  /** Of an award that was restored meanwhile nobody is told that it is lost (R55). */
  const noteLost = async (name: string, event: RecordedEvent, refs: readonly string[]) => {
    const lost = await uses.lost(refs, event.position);
    if (lost.length === 0) return [];
    return tell(
      name,
      event,
      (await uses.restingOn(lost, event.position)).map((dossierId) => [
        dossierId,
        { type: 'note-lost-evidence', data: { refs: [...lost] } },
      ]),
    );
  };
  return [
    {
      name: 'note-cancelled-award',
      streamPrefix: decisionStream(''),
      type: 'AwardCancelled',
      react: (event) => {
        const { dossierId, nomineeId } = event.data as { dossierId: string; nomineeId: string };
        return noteLost('note-cancelled-award', event, [`${dossierId}/${nomineeId}`]);
      },
    },
    {
      name: 'note-struck-line',
      streamPrefix: awardHistoryStream(''),
      type: 'PastAwardStruck',
      react: (event) => {
        const { importId, line } = event.data as { importId: string; line: number };
        return noteLost('note-struck-line', event, [lineRef(importId, line)]);
      },
    },
    {
      // An appraisal by what was known a moment before: what it rests on may be gone already.
      name: 'note-evidence-lost-before',
      streamPrefix: dossierStream(''),
      type: 'NomineesAppraised',
      react: async (event) => {
        const { verdicts } = event.data as DossierFactOf<'NomineesAppraised'>['data'];
        const refs = [...new Set(verdicts.flatMap(({ proposal }) => restsOn(proposal)))];
        const lost = await uses.lost(refs, event.position);
        const dossierId = event.stream.slice(dossierStream('').length);
        return tell(
          'note-evidence-lost-before',
          event,
          lost.length === 0 ? [] : [[dossierId, { type: 'note-lost-evidence', data: { refs: [...lost] } }]],
        );
      },
    },
    {
      name: 'open-detached-dossier',
      streamPrefix: 'dossier-',
      type: 'NomineesDetached',
      react: (event) => {
        const { childDossierId, nominees } = event.data as { childDossierId: string; nominees: string[] };
        const parentDossierId = event.stream.slice(dossierStream('').length);
        return tell('open-detached-dossier', event, [
          [childDossierId, { type: 'open-detached', data: { parentDossierId, nominees } }],
        ]);
      },
    },
    {
      name: 'open-escalated-dossier',
      streamPrefix: dossierStream(''),
      type: 'NomineesEscalated',
      react: (event) => {
        const { childDossierId, childBodyId: bodyId, reason: _reason, ...proposed } = event.data as Escalated;
        const parentDossierId = event.stream.slice(dossierStream('').length);
        return tell('open-escalated-dossier', event, [
          [childDossierId, { type: 'open-escalated', data: { parentDossierId, bodyId, ...proposed } }],
        ]);
      },
    },
    {
      name: 'receive-decision',
      streamPrefix: 'decision-',
      type: 'DecisionIssued',
      react: async (event) =>
        tell('receive-decision', event, await decisions.receiptsOf(event.stream.slice(decisionStream('').length))),
    },
    {
      name: 'release-from-decision',
      streamPrefix: 'decision-',
      type: 'NumberGivenUp',
      react: async (event) =>
        tell('release-from-decision', event, await decisions.releasesOf(event.stream.slice(decisionStream('').length))),
    },
    ...(counting ? recountReactions(counting.calendars, counting.clocks, tell) : []),
  ];
}
