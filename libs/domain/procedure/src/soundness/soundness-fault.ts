import type { Bilingual } from '#libs/domain/kernel';

/** What can make a procedure one that nobody should begin a dossier under. */
export type SoundnessCode =
  /** No run ever comes to the step. */
  | 'UNREACHABLE_STEP'
  /** From there no run comes to an end. */
  | 'NO_WAY_TO_AN_END'
  /** A step that is entered from inside a block and from outside it, or from two branches. */
  | 'BLOCKS_NOT_NESTED'
  /** A branch that reaches an end while the others go on. */
  | 'LEFT_OVER_AT_END'
  /** A join that is entered from elsewhere than the branches of its own fork. */
  | 'FOREIGN_JOIN'
  /** A way that leaves a block in which it is not. */
  | 'LEAVES_NO_BLOCK'
  /** A vote without a quorum rule, or one whose result would have to be computed with an unknown bar. */
  | 'VOTE_WITHOUT_RULE'
  /** A step that is left by nobody who works in the system. */
  | 'NOBODY_CAN_GO_ON'
  /** A way that is left to the system alone, which never takes it by itself. */
  | 'SYSTEM_NEVER_ACTS'
  /** A way that waits for answers at a step where nobody can be asked. */
  | 'OPINION_NEVER_ASKED'
  /** Once somebody is asked, nothing lets the dossier go on: no answer can be written down, and no question taken back. */
  | 'OPINION_NEVER_ANSWERED'
  /** A way for which a time has to pass whose length nobody knows. */
  | 'WINDOW_NEVER_OVER'
  /** An approval for which a vote has to have passed that is held nowhere on the way. */
  | 'VOTE_NEVER_PASSED'
  /** A step from which only such an approval leads on, and to which a dossier may come that the vote did not pass. */
  | 'VOTE_MAY_FAIL'
  /** Papers without which a step is not left, where nobody can attach any, there or before. */
  | 'PAPERS_NEVER_ATTACHED'
  /** A step that is left only with papers to which a dossier may come without them, and where nobody can attach any. */
  | 'PAPERS_MAY_BE_MISSING'
  /** Four eyes for which an office does not have the people. */
  | 'FOUR_EYES_LEAVE_NOBODY'
  /** A step done under a clock that does not run on every way to it. */
  | 'CLOCK_NOT_STARTED'
  /** A not-before clock that does not run on every way to where it is asked. */
  | 'WINDOW_NOT_STARTED'
  /** A step at which a dossier may stand still, and where nobody can let it go on. */
  | 'NO_RESUMPTION';

/** One thing that was done on a run: the step, what was done there, and with which outcome. */
export interface RunStep {
  readonly step: string;
  /** An act, or the signing of a decision, which is done in a stream of its own. */
  readonly act: string;
  readonly outcome?: string;
}

/** A fault of a procedure as a whole, with the shortest run that shows it; where nothing leads to the fault, the run is empty. */
export interface SoundnessFault {
  readonly code: SoundnessCode;
  /** Where it shows. */
  readonly step: string;
  readonly path: string;
  readonly words: Bilingual;
  readonly run: readonly RunStep[];
}
