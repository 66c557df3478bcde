import type { DossierCommandOf, DossierView } from '#libs/domain/dossier';
import type { LocalDate } from '#libs/domain/kernel';
import type { Act, AwardKind, NomineeKind, Procedure, RoleAtLevel } from '#libs/domain/procedure';

/** What an office shows of the dossier, as much as the next act depends on. */
export interface DossierSeen extends Pick<DossierView, 'step' | 'places' | 'kind'> {
  readonly nominees: readonly Pick<
    DossierView['nominees'][number],
    'id' | 'kind' | 'verdict' | 'vote' | 'approval' | 'dropped'
  >[];
  readonly opinions: readonly Pick<DossierView['opinions'][number], 'opinionId' | 'at' | 'standing'>[];
  readonly notices: readonly Pick<DossierView['notices'][number], 'at'>[];
  readonly copies: readonly Pick<DossierView['copies'][number], 'at'>[];
  readonly documents: readonly Pick<DossierView['documents'][number], 'document'>[];
  readonly deadlines: readonly Pick<DossierView['deadlines'][number], 'clock' | 'state' | 'dueAt'>[];
}

/**
 * An office through which a dossier is taken: the HTTP API of a running system, or the deciders alone. It knows the dossier, the
 * people, and its own clock.
 */
export interface Office {
  begin(draft: DossierCommandOf<'draft'>['data']): Promise<void>;
  see(): Promise<DossierSeen>;
  /** Does one act as whoever acts for a role at a level. */
  act(by: RoleAtLevel, command: Act, data: object): Promise<void>;
  /** Drafts and issues a decision of a level for nominees; done when the dossier has taken note of it. */
  decide(level: string, nominees: readonly string[]): Promise<void>;
  /** The unit that stands for a level; none where nobody of it works here. */
  unitAt(level: string): string | undefined;
  /** Goes on to the next hour of work, or to the moment before which something may not be done. */
  wait(until?: string): Promise<void>;
  /** The office's day. */
  today(): LocalDate;
}

/** What is to be awarded: under which version, for which merit, to what sort of recipient. */
export interface Wanted {
  readonly procedure: Procedure;
  readonly kind: AwardKind;
  readonly subject: NomineeKind;
}
