import { v5 as uuidv5 } from 'uuid';

/** The name space of all ids that this system derives. */
const VINH_DANH = '5f1c0f2a-6a0b-5f0e-9d61-2f5d0f1f6b1e';

/** An id that is the same whenever it is derived from the same parts: so a repeat meets what the first attempt made. */
export const derivedId = (...parts: readonly string[]): string => uuidv5(JSON.stringify(parts), VINH_DANH);

export const dossierStream = (dossierId: string): string => `dossier-${dossierId}`;

export const decisionStream = (decisionId: string): string => `decision-${decisionId}`;

export const awardHistoryStream = (unitId: string): string => `award-history-${unitId}`;

export const calendarStream = (calendarId: string): string => `calendar-${calendarId}`;

export const campaignStream = (campaignId: string): string => `campaign-${campaignId}`;

export const submissionStream = (submissionId: string): string => `submission-${submissionId}`;

export const unitStream = (unitId: string): string => `unit-${unitId}`;

export const clusterStream = (clusterId: string): string => `cluster-${clusterId}`;

export const procedureStream = (code: string): string => `procedure-${code}`;
