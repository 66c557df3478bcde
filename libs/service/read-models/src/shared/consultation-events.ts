import type { DossierEventType } from '#libs/domain/dossier';
import type { ProjectedEvent } from '#libs/engine/projections';

/**
 * Facts of opinions, public notices, objections and copies. They move no dossier and count nobody. Named one by one, so that a new
 * one stops the start until somebody has thought about it.
 */
export const consultationEvents = [
  'OpinionRequested',
  'OpinionReceived',
  'OpinionWithdrawn',
  'PublicNoticeOpened',
  'PublicNoticeClosed',
  'ObjectionRecorded',
  'ObjectionResolved',
  'DecisionCopied',
  'CopyCorrected',
] as const satisfies readonly DossierEventType[];

type ConsultationEvent = (typeof consultationEvents)[number];

/** One handler for all of them. */
export const onConsultation = <H>(handle: H): Readonly<Record<ConsultationEvent, H>> =>
  Object.fromEntries(consultationEvents.map((type) => [type, handle])) as Record<ConsultationEvent, H>;

/**
 * What is kept of an event for whoever reads a dossier. Who objected, and in which words, is for the body that examines it: the
 * unit whose people it is about would recognise who wrote it.
 */
export function dataForReaders({ type, data }: Pick<ProjectedEvent, 'type' | 'data'>): object {
  if (type !== 'ObjectionRecorded') return data as object;
  const { from: _from, text: _text, ...rest } = data as Readonly<Record<string, unknown>>;
  return rest;
}
