import type { ProcedureEventType } from './procedure-life.events.js';

/** What the events of a procedure's life are called in the office, and what they mean. Total by its type. */
export const procedureEventWords: Readonly<
  Record<ProcedureEventType, { readonly term: string; readonly meaning: string }>
> = {
  ProcedureDraftSaved: {
    term: 'Lưu bản nháp quy trình',
    meaning:
      'A version of an award’s procedure was written down and checked. A later text of the same version replaces it.',
  },
  ProcedureDraftDiscarded: { term: 'Bỏ bản nháp', meaning: 'The draft will not be published.' },
  ProcedureDryRunRequested: {
    term: 'Yêu cầu chạy thử',
    meaning: 'The dossiers of the award are to be replayed under exactly this draft. The worker does it.',
  },
  ProcedureDryRunRecorded: {
    term: 'Đã chạy thử',
    meaning: 'How many dossiers would have come to another outcome or another deadline under the draft.',
  },
  ProcedurePublished: {
    term: 'Công bố quy trình',
    meaning:
      'The version binds the dossiers received from its first day on (R1), and is never changed again. By somebody who had not written it; by the system for what came with it on a first start.',
  },
  ProcedureEnded: {
    term: 'Hết nhận hồ sơ mới',
    meaning: 'The version takes no new dossiers from a day on; those received go on under it to their end.',
  },
  ProcedureExpiryNoted: {
    term: 'Nhắc hết hiệu lực',
    meaning: 'The version ends soon and none follows it (R3). Told to operators, once for each end.',
  },
};
