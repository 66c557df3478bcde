/**
 * Facts of units, clusters and calendars: they change no dossier, so no read model of dossiers shows them. Named one by one, so that a new
 * one stops the start until somebody has thought about it.
 */
export const organizationEvents: readonly string[] = [
  'UnitEstablished',
  'UnitMoved',
  'UnitEnded',
  'PositionCreated',
  'PositionEnded',
  'AppointmentMade',
  'AppointmentEnded',
  'DelegationGiven',
  'DelegationWithdrawn',
  'HandoverProposed',
  'HandoverConfirmed',
  'HandoverCompleted',
  'HandoverWithdrawn',
  'ClusterFormed',
  'ClusterMemberJoined',
  'ClusterMemberLeft',
  'CouncilMemberPutInCharge',
  'CouncilMemberRelieved',
  'ClusterEnded',
  'OrganizationChangeAnnounced',
  'CalendarOpened',
  'CalendarNoticeEntered',
  'CalendarNoticeWithdrawn',
  'CalendarYearCompleted',
  'CalendarYearReopened',
  'CalendarYearMissing',
];
