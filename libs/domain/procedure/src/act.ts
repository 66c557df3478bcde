/**
 * What can be done with a dossier, named as the command that does it. This is the engine's vocabulary: which act is possible
 * where, for whom, and what follows from it stands in the procedure.
 */
export const acts = [
  'add-nominees',
  'attach-document',
  'classify',
  'submit',
  'receive',
  'request-supplement',
  'supplement',
  'return',
  'appraise-nominees',
  'complete-appraisal',
  'record-council-result',
  'approve',
  'reject',
  'forward',
  'enter-in-decision',
  'release-from-decision',
  'receive-decision',
  'confer',
  'archive',
  'withdraw',
  'suspend',
  'resume',
  'detach-nominees',
  'escalate-nominees',
  'correct-fact',
  'claim',
  'assign',
  'release',
  'ask-opinion',
  'record-opinion',
  'withdraw-opinion',
  'open-notice',
  'record-objection',
  'resolve-objection',
  'send-copies',
  'correct-copy',
  'complete-step',
] as const;

export type Act = (typeof acts)[number];

/**
 * While something is verified (R18) nothing moves. A draft decision may still be given up: that is how the nominee in
 * question leaves it.
 */
export const possibleWhileSuspended: ReadonlySet<Act> = new Set([
  'resume',
  'withdraw',
  'detach-nominees',
  'correct-fact',
  // Who looks after it may change while it stands still.
  'claim',
  'assign',
  'release',
  'classify',
  'release-from-decision',
  // Letters come whether it stands still or not, and what suspends it has to be settled.
  'record-opinion',
  'record-objection',
  'resolve-objection',
  'correct-copy',
  // The decision was issued in its own stream; this dossier can only take note of it.
  'receive-decision',
]);

/**
 * What the system does by itself, because of a fact of another stream: a decision was drafted, given up or issued. Nothing else:
 * an act that a procedure leaves to the system alone would never be done.
 */
export const actsOfTheSystem: ReadonlySet<Act> = new Set([
  'enter-in-decision',
  'release-from-decision',
  'receive-decision',
]);

/**
 * Hoàn thành bước: the one act for steps that carry no data of their own. What comes of it is one of the outcomes that the
 * procedure names there, so that a new kind of step needs no new word in the engine.
 */
export const COMPLETE_STEP = 'complete-step' satisfies Act;

/** What comes of an answer to a question when it was the last that was awaited at its level: clocks count from it (R41). */
export const ALL_ANSWERED = 'all_answered';

/** Kết quả Hội đồng: what the engine finds out of a council's counts, and by which a council's answer is written down. */
export const councilOutcomes = ['passed', 'none_passed'] as const;

export type CouncilOutcome = (typeof councilOutcomes)[number];

/** The clock of a day that an officer set for the unit's answer; every other clock is named by the procedure. */
export const ANSWER_CLOCK = 'supplement';
