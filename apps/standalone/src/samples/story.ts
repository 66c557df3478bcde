import type { DossierCommand, DossierCommandOf, DossierState } from '#libs/domain/dossier';
import type { LocalDate } from '#libs/domain/kernel';
import type { Act, AwardKind } from '#libs/domain/procedure';
import type { Chance } from './chance.js';
import type { SamplePapers } from './sample-papers.js';

export type Nominees = DossierCommandOf<'add-nominees'>['data']['nominees'];

/** What a twist is told. */
export interface TwistScene {
  readonly state: DossierState;
  readonly chance: Chance;
  readonly today: LocalDate;
  readonly papers: SamplePapers;
  /** Whose account does a role's work where the dossier is. */
  readonly as: (role: 'officer' | 'section_head' | 'submitter' | 'authority' | 'secretary' | 'clerk') => string;
}

/** Something that happens on the way besides its usual acts. */
export interface Twist {
  /** It comes before this act. */
  readonly before: Act;
  /** The fact that it leaves: where that is there, it has happened. */
  readonly leaves: string;
  readonly gives: (scene: TwistScene) => { readonly by: string; readonly command: DossierCommand };
  /** Of one whose fact may stand there for another reason: whether it has happened. */
  readonly happened?: (state: DossierState) => boolean;
  /** It comes when everybody has a verdict; else before that. */
  readonly afterVerdicts?: boolean;
  /** So many working days after what came before; without it, in the next hour of work. */
  readonly afterDays?: number;
  /** The dossier stays there. */
  readonly stays?: boolean;
}

/** A letter to the level above that carries several dossiers (tờ trình), and how far it has come. */
export interface StoryLetter {
  readonly name: string;
  readonly title: string;
  /** The body that sends it. */
  readonly from: string;
  readonly to: { readonly level: string; readonly bodyId?: string };
  /** How many working days before the day of the load it was drafted. */
  readonly draftedBefore: number;
  readonly stays: 'drafted' | 'sent' | 'received';
}

/** One invented dossier: what it is about, when it began, how fast it goes, what happens and where it stays. */
export interface Story {
  readonly key: string;
  readonly award: string;
  readonly kind: AwardKind;
  readonly title: string;
  readonly submitter: string;
  readonly bodyId: string;
  readonly cluster: string;
  readonly nominees: Nominees;
  /** How many working days before the day of the load it was begun. */
  readonly began: number;
  /** Working days from one act to the next once it was received. */
  readonly pace: number;
  /** It stays before this act; without it, it goes to its end. */
  readonly until?: Act;
  /** Of an act that comes again higher up: the level at which it stays. */
  readonly untilLevel?: string;
  /** Where it stays, this letter takes it up. */
  readonly letter?: StoryLetter;
  /** Of a draft: how many of its papers are there. */
  readonly papers?: number;
  readonly twists: readonly Twist[];
  /** Dossiers of one batch come into one decision. */
  readonly batch: string;
  /** The decision of its batch stays a draft. */
  readonly unsigned?: boolean;
  /** The approval comes when the office has closed. */
  readonly signedAtNight?: boolean;
  /** The officer judges otherwise than the criteria propose, and says why. */
  readonly deviates?: boolean;
}

/** Some stories that are alike but for their names and days. */
export interface Sort {
  readonly name: string;
  readonly award: string;
  readonly count: number;
  readonly kinds?: readonly AwardKind[];
  /** Days since it was begun: from, to. */
  readonly began: readonly [number, number];
  readonly pace?: number;
  readonly until?: Act;
  readonly papers?: number;
  readonly twists?: readonly Twist[];
  readonly more?: Partial<Story>;
  /** How many dossiers come into one decision. */
  readonly batch?: number;
}
