import type { DossierEventType } from '#libs/domain/dossier';

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
