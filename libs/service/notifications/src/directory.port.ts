import type { Role } from '#libs/domain/kernel';

/** Somebody who can be reached. Name and address are asked for when a letter is written, and kept nowhere else. */
export interface Recipient {
  readonly accountId: string;
  readonly name: string;
  /** Without one, messages inside the application are all. */
  readonly email?: string;
  /** Which language letters begin with; without it, Vietnamese. */
  readonly language?: 'vi' | 'en';
}

/** Somebody who answers for a work. */
export interface Responsible extends Recipient {
  /** He does as the head: nobody holds the position, nor has a mandate for it. */
  readonly vacant?: boolean;
}

/** The office's chart, as far as reminders need it. */
export interface Directory {
  /**
   * Who answers for a role's work in a unit: for that on one dossier its holder, if it has one; else who holds a position for it,
   * else who has a mandate, else the head (`vacant`). Empty when there is nobody at all.
   */
  assignees(role: Role, unitId: string, dossierId?: string): Promise<readonly Responsible[]>;
  /** Who leads those who hold a role in a unit; empty when nobody does, or the chart does not say. */
  headsOfSection(role: Role, unitId: string): Promise<readonly Responsible[]>;
  /** Who stands in for who leads them; without one, who leads. */
  deputyHeads(role: Role, unitId: string): Promise<readonly Responsible[]>;
  /** An account as it is now; `undefined` when it was closed. */
  account(accountId: string): Promise<Recipient | undefined>;
}
