import type { WorkingCalendar } from '#libs/domain/calendar';
import type { CampaignState } from '#libs/domain/campaign';
import type { AwardHistory } from '#libs/domain/eligibility';
import type { Actor, Instant, Role } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import type { TakenCitation } from './citations.js';
import type { DossierState, Holder, Holders } from './dossier.state.js';

/** Everything a decision may know besides the command and the dossier: no clock, no id maker and no store is asked inside. */
export interface DossierContext {
  /** What the clock port says now. */
  readonly now: Instant;
  /** When the act holds in the office's world; `now` unless somebody records it late. */
  readonly effectiveAt: Instant;
  /** Why an act is recorded on a later day than it holds from. */
  readonly reason?: string;
  readonly actor: Actor;
  /** All versions of all procedures that are loaded. */
  readonly versions: readonly Procedure[];
  readonly calendar: WorkingCalendar;
  /** For `draft`: the id of the dossier that begins. */
  readonly dossierId: string;
  /** For `detach-nominees` and `escalate-nominees`: the id of the dossier that the nominees go to, derived from the command's id. */
  readonly childDossierId?: string;
  /**
   * For `open-detached` and `open-escalated`: the parent as it stood just before its `NomineesDetached` or `NomineesEscalated`
   * (folded up to the revision before it), so that the nominees, what was found about them and the clocks are all still there.
   */
  readonly parent?: DossierState;
  /**
   * Who holds the dossier, role by role, when the unit's handovers are counted in (R60); for `open-detached`, who holds its
   * parent. Without it, as the dossier's own facts say.
   */
  readonly holders?: Holders<HolderNow>;
  /** What is known of the nominees' earlier awards, by nominee; of whom nothing is here, nothing is known. */
  readonly histories?: ReadonlyMap<string, AwardHistory>;
  /** For `receive`: what nominees cite and somebody else has. */
  readonly taken?: readonly TakenCitation[];
  /** For `approve`: how many places of the year are left, where the version sets their number (R23). */
  readonly quotaLeft?: number;
  /** For `record-council-result`: how many members the council had when the session opened, where the organization knows it. */
  readonly councilMembers?: number;
  /** For `submit` in a campaign: as it stands; absent, there is none of that id. */
  readonly campaign?: CampaignState;
  /**
   * The act is what a letter (tờ trình) that was sent or received is for this dossier: who, when and four eyes were judged there. The
   * decider sets it.
   */
  readonly byLetter?: true;
  /** For `claim` and `assign`: where the position stands and what it may do; absent, the account does not hold it. */
  readonly standing?: Standing;
}

/** A holder as he stands on the day. */
export interface HolderNow extends Holder {
  /** He holds the position no more: the work lies with whoever follows in it, else with the head. */
  readonly left?: boolean;
}

/** A position that an account holds on the day. */
export interface Standing {
  readonly unitId: string;
  readonly roles: readonly Role[];
}
