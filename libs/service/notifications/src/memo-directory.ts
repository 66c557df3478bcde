import type { Role } from '#libs/domain/kernel';
import type { Directory, Recipient } from './directory.port.js';

/** Asks each question once, for as long as one batch lasts: a hundred dossiers of one office have the same officers. */
export class MemoDirectory implements Directory {
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(private readonly directory: Directory) {}

  assignees(role: Role, unitId: string): Promise<readonly Recipient[]> {
    return this.#once(`assignees ${role} ${unitId}`, () => this.directory.assignees(role, unitId));
  }

  headsOfSection(role: Role, unitId: string): Promise<readonly Recipient[]> {
    return this.#once(`heads ${role} ${unitId}`, () => this.directory.headsOfSection(role, unitId));
  }

  account(accountId: string): Promise<Recipient | undefined> {
    return this.#once(`account ${accountId}`, () => this.directory.account(accountId));
  }

  #once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(question) as Promise<T> | undefined;
    if (known) return known;
    const answer = ask();
    this.#answers.set(question, answer);
    return answer;
  }
}
