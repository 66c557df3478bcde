/**
 * Facts of lists of earlier awards, of reservations and quotas, and of campaigns: they change no dossier, so no read model of dossiers shows them. Named
 * one by one, so that a new one stops the start until somebody has thought about it.
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
];
