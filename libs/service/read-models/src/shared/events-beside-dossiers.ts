/**
 * Facts of lists of earlier awards, of reservations and quotas, of campaigns, and of letters that carry dossiers: they change no dossier, so no read model
 * of dossiers shows them (what a letter does to a dossier stands in the dossier). Named one by one, so that a new one stops the start until somebody has thought about it.
 */
export const eventsBesideDossiers: readonly string[] = [
  'PastAwardsImported',
  'PastAwardStruck',
  'RecipientRecognised',
  'ReservationTaken',
  'ReservationReleased',
  'QuotaPlacesTaken',
  'CampaignOpened',
  'CampaignExtended',
  'CampaignClosed',
  'SubmissionDrafted',
  'DossiersAddedToSubmission',
  'DossierRemovedFromSubmission',
  'SubmissionSent',
  'SubmissionReceived',
  'DossierLeftBehind',
  'SubmissionAbandoned',
];
