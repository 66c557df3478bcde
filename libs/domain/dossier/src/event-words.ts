import type { DossierEventType } from './dossier.events.js';

/** What an event is called in the office, and what it means: the words of `docs/events.md`. */
export interface EventWords {
  /** The Vietnamese term. */
  readonly term: string;
  readonly meaning: string;
}

/** Total by its type: an event that nobody explained does not compile. */
export const dossierEventWords: Readonly<Record<DossierEventType, EventWords>> = {
  DossierDrafted: {
    term: 'Soạn hồ sơ',
    meaning: 'A unit began a dossier. Its procedure is provisional until the receipt.',
  },
  NomineesAdded: { term: 'Thêm đối tượng', meaning: 'Nominees joined the dossier.' },
  DocumentAttached: {
    term: 'Đính kèm giấy tờ',
    meaning:
      'A component of the dossier was handed in. The file lies outside the log; of a secret one only a stub is kept (R9).',
  },
  DossierClassified: { term: 'Xác định độ mật', meaning: 'The dossier was declared secret, or open again.' },
  DossierSubmitted: { term: 'Nộp hồ sơ', meaning: 'The unit signed its letter and handed the dossier in.' },
  DossierReceived: {
    term: 'Tiếp nhận hồ sơ',
    meaning: 'The full dossier was received: it is bound to the rules of that day (R1) and its clocks start (R7).',
  },
  SupplementRequested: { term: 'Yêu cầu bổ sung', meaning: 'Something is missing, and the unit was asked for it.' },
  DossierSupplemented: { term: 'Bổ sung hồ sơ', meaning: 'The unit answered.' },
  DossierReturned: { term: 'Trả lại hồ sơ', meaning: 'Not qualified: given back in writing with the reason (R8).' },
  NomineesAppraised: {
    term: 'Thẩm định đối tượng',
    meaning: 'An officer gave verdicts. A later verdict on the same nominee replaces the earlier one.',
  },
  EvidenceLost: {
    term: 'Mất căn cứ thẩm định',
    meaning:
      'An earlier award on which verdicts rest was cancelled (R56). The verdicts stay; who handles the dossier is told what is proposed now.',
  },
  DossierAppraised: {
    term: 'Hoàn thành thẩm định',
    meaning: 'Each nominee has a verdict; the dossier goes to the council.',
  },
  DossierVoted: {
    term: 'Hội đồng xét, bỏ phiếu',
    meaning:
      'The result from the minutes or from two tellers, with the bar it was measured by. Counts only, never who voted how.',
  },
  DossierApproved: { term: 'Phê duyệt', meaning: 'The authority said yes to some nominees and no to the others.' },
  DossierRejected: { term: 'Không phê duyệt', meaning: 'No nominee is approved.' },
  DossierForwarded: { term: 'Trình cấp trên', meaning: 'The dossier went up to the superior body with a letter.' },
  DossierEnteredInSubmission: {
    term: 'Đưa vào tờ trình',
    meaning: 'The dossier stands in one letter to the level above, and so in no other.',
  },
  DossierReleasedFromSubmission: {
    term: 'Rút khỏi tờ trình',
    meaning: 'The dossier was taken off the letter, or the letter was given up.',
  },
  NomineesEnteredInDecision: {
    term: 'Đưa vào dự thảo quyết định',
    meaning: 'Nominees stand in the draft of one decision, and so in no other.',
  },
  NomineesReleasedFromDecision: { term: 'Rút khỏi dự thảo quyết định', meaning: 'The draft was given up.' },
  DecisionReceived: { term: 'Nhận quyết định', meaning: 'The decision about these nominees was issued.' },
  AwardConferred: { term: 'Trao tặng', meaning: 'The awards were conferred.' },
  DossierArchived: { term: 'Lưu trữ', meaning: 'The dossier was handed to the archive.' },
  StepCompleted: {
    term: 'Hoàn thành bước',
    meaning: 'A step that carries no data of its own was done, with one of the outcomes its procedure names.',
  },
  OpinionRequested: {
    term: 'Lấy ý kiến hiệp y',
    meaning: 'Another body was asked; each body asked has a clock of its own, and its silence is no consent (R41).',
  },
  OpinionReceived: {
    term: 'Ý kiến trả lời',
    meaning: 'A body that was asked answered: from its letter, or by itself. Also long after the dossier went on.',
  },
  OpinionWithdrawn: { term: 'Thôi lấy ý kiến', meaning: 'The question was taken back; nobody waits for its answer.' },
  PublicNoticeOpened: {
    term: 'Đăng công khai',
    meaning: 'The list hangs out for everybody to read, for as long as the procedure says (R39).',
  },
  PublicNoticeClosed: {
    term: 'Kết thúc công khai',
    meaning: 'The notice has hung out for its whole time and the dossier went on, or came to its end.',
  },
  ObjectionRecorded: {
    term: 'Ghi nhận phản ánh',
    meaning:
      'Somebody said something about the list (R40). One that is signed and brings evidence suspends the dossier (R18).',
  },
  ObjectionResolved: { term: 'Giải quyết phản ánh', meaning: 'It was answered, found without ground, or upheld.' },
  DecisionCopied: { term: 'Sao gửi quyết định', meaning: 'A copy of the decision went to whom it concerns (R47).' },
  CopyCorrected: {
    term: 'Đính chính nơi nhận',
    meaning: 'A copy had gone to the wrong place. The mistake stays recorded; this says where it is now.',
  },
  DossierWithdrawn: { term: 'Rút hồ sơ', meaning: 'The unit took the dossier back.' },
  DossierSuspended: {
    term: 'Tạm dừng',
    meaning: 'Something is being verified (R18). The place stays, the clocks stand still.',
  },
  DossierResumed: { term: 'Tiếp tục', meaning: 'What was verified is cleared.' },
  NomineesDetached: { term: 'Tách đối tượng', meaning: 'Some nominees go another way in a dossier of their own.' },
  DetachedDossierOpened: {
    term: 'Mở hồ sơ tách',
    meaning: 'A dossier that begins where its parent stood: same pin, receipt, place and remaining time.',
  },
  NomineesEscalated: {
    term: 'Trình cấp trên khen thưởng',
    meaning: 'Some nominees are proposed for another award, and leave for a dossier of their own.',
  },
  EscalatedDossierOpened: {
    term: 'Mở hồ sơ trình cấp trên',
    meaning:
      'A draft for another award, with the nominees, what they state and the papers about them: no pin, receipt, verdict, vote or clock of its parent.',
  },
  FavourableRuleApplied: {
    term: 'Áp dụng quy định có lợi hơn',
    meaning:
      'One rule of a later version, which marks it as more favourable, holds for the dossier from now on (R2). All others stay.',
  },
  FactCorrected: {
    term: 'Đính chính',
    meaning: 'An earlier fact was wrong. It stays as it was recorded; this one says what holds (R59).',
  },
  DossierClaimed: {
    term: 'Nhận xử lý',
    meaning: 'Somebody took a free dossier for himself, in a position and for one role’s work.',
  },
  DossierAssigned: {
    term: 'Phân công, giao lại',
    meaning: 'Who leads gave the dossier to somebody’s position; from somebody else only with a reason.',
  },
  DossierReleased: {
    term: 'Thôi giữ hồ sơ',
    meaning: 'The holder gave the dossier back, or it went to another body or to its end, which ends his part.',
  },
  DeadlineSet: {
    term: 'Đặt thời hạn',
    meaning: 'A clock began to run, or the moment of one that was awaited could be counted.',
  },
  DeadlineAwaited: {
    term: 'Chưa tính được thời hạn',
    meaning:
      'A clock runs, but the working calendar of a year on its way has not been entered; nothing can be missed yet.',
  },
  DeadlinePaused: { term: 'Tạm dừng thời hạn', meaning: 'The clock stands still from the act’s moment on.' },
  DeadlineResumed: { term: 'Tiếp tục thời hạn', meaning: 'The clock runs again, with the remaining time.' },
  DeadlineRestarted: {
    term: 'Tính lại thời hạn',
    meaning: 'A supplement restarted the clock where the procedure says so (R7).',
  },
  DeadlineMoved: {
    term: 'Dời hạn do lịch thay đổi',
    meaning:
      'The working calendar changed, and a clock that runs was counted anew. Met and missed ones never move (R50).',
  },
  DeadlineExtended: {
    term: 'Gia hạn',
    meaning: 'The authority gave more time, in writing and with a reason; what was missed stays missed.',
  },
  DeadlineMet: {
    term: 'Hoàn thành thời hạn',
    meaning: 'What the clock waited for was done, in time or late. A missed deadline stays missed.',
  },
  DeadlineMissed: { term: 'Quá hạn', meaning: 'The moment passed and nothing was done. It moves nothing by itself.' },
  DeadlineCancelled: {
    term: 'Hủy thời hạn',
    meaning: 'The clock has lost its purpose: the dossier was returned, withdrawn or rejected.',
  },
};
