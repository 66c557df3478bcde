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

/** The office's chart, as far as reminders need it. */
export interface Directory {
  /**
   * Who answers for a role's work in a unit: for that on one dossier its holder, if it has one, else who holds the role; empty
   * when the position is vacant.
   */
  assignees(role: Role, unitId: string, dossierId?: string): Promise<readonly Recipient[]>;
  /** Who leads those who hold a role in a unit; empty when nobody does, or the chart does not say. */
  headsOfSection(role: Role, unitId: string): Promise<readonly Recipient[]>;
  /** An account as it is now; `undefined` when it was closed. */
  account(accountId: string): Promise<Recipient | undefined>;
}
