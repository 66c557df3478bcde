import type { Role } from '#libs/domain/kernel';
import type { Directory, Recipient, Responsible } from './directory.port.js';

/** Asks each question once, for as long as one batch lasts: a hundred dossiers of one office have the same officers. */
export class MemoDirectory implements Directory {
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(private readonly directory: Directory) {}

  assignees(role: Role, unitId: string, dossierId?: string): Promise<readonly Responsible[]> {
    const question = `assignees ${role} ${unitId} ${dossierId ?? ''}`;
    return this.#once(question, () => this.directory.assignees(role, unitId, dossierId));
  }

  headsOfSection(role: Role, unitId: string): Promise<readonly Responsible[]> {
    return this.#once(`heads ${role} ${unitId}`, () => this.directory.headsOfSection(role, unitId));
  }

  deputyHeads(role: Role, unitId: string): Promise<readonly Responsible[]> {
    return this.#once(`deputies ${role} ${unitId}`, () => this.directory.deputyHeads(role, unitId));
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
