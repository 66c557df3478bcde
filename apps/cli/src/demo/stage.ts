import { randomUUID } from 'node:crypto';
import { type Instant, type Language, type Result, toInstant } from '#libs/domain/kernel';
import type { dossierCommands, draftCommand } from '#libs/domain/dossier';
import { dossierStream } from '#libs/service/commands';
import { z } from 'zod';
import { ApiClient, type ApiProblem, type CommandAnswer, sentenceOfProblem } from '../http/api-client.js';
import { type Shown, type TimelineRow, disagreements, readLog, sameAsTheLog, timelineRow } from './agreement.js';
import type { Instance, Mail } from './instance.js';
import { StoryBroken } from './story-broken.js';
import type { Teller } from './teller.js';

/** Who acts, by the sample account's role in the story. */
export const cast = {
  unit: 'acc-don-vi',
  officer: 'acc-tham-dinh',
  secretary: 'acc-thu-ky',
  authority: 'acc-lanh-dao',
  clerk: 'acc-van-thu',
  auditor: 'acc-thanh-tra',
} as const;

export type Part = keyof typeof cast;

/** Who acts: by his part in the story, or by his account. */
export type By = Part | `acc-${string}`;
type Commands = typeof dossierCommands;

/** How often the log may move on while it is being compared; it does so once or twice in the whole story. */
const LOOKS = 20;

/** How often a page is asked for until it has come as far as the log: each time the API waits for some seconds. */
const MOST_ASKED = 12;

const accountOf = (by: By): string => (by in cast ? cast[by as Part] : by);

const fields = z.record(z.string(), z.unknown());
const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), behind: z.boolean() });

/** Where the story plays: one dossier of one throw-away system, reached through its HTTP API only. */
export class Stage {
  readonly #clients: Map<string, ApiClient>;
  readonly #names: Map<string, string>;
  /** Everything that was shown otherwise than the log has it. */
  readonly disagreements: string[] = [];
  /** The revisions after each act, to be asked for again at the end. */
  readonly acts: { readonly name: string; readonly revision: number }[] = [];
  comparisons = 0;
  commands = 0;
  dossierId = '';
  #revision = -1;
  #toldTo = 0;
  readonly #mailsTold = new Set<string>();

  constructor(
    private readonly instance: Instance,
    private readonly teller: Teller,
    private readonly language: Language,
  ) {
    const { accounts, url } = instance.system;
    this.#clients = new Map(accounts.map(({ account, token }) => [account.id, new ApiClient(url, token)]));
    this.#names = new Map(accounts.map(({ account }) => [account.id, account.name]));
  }

  /** Sets the clock. @param moment by the office's clock: `2026-08-20T08:00` */
  travelTo(moment: string): void {
    const instant = toInstant(`${moment}+07:00`);
    if (!instant) throw new Error(`Not a moment: ${moment}.`);
    this.travelToInstant(instant);
  }

  travelToInstant(instant: Instant): void {
    this.instance.clock.travelTo(instant);
  }

  /** Somebody comes in who is not of the sample accounts. */
  enter({ id, name }: { readonly id: string; readonly name: string }, token: string): void {
    this.#clients.set(id, new ApiClient(this.instance.system.url, token));
    this.#names.set(id, name);
    this.teller.meet(id, name);
  }

  /** How many facts the dossier's own stream holds. */
  async factsOfDossier(): Promise<number> {
    const { store } = this.instance.system.foundation;
    return (await readLog(store, this.dossierId)).events.length;
  }

  /** Begins the dossier of the story. */
  async begin(by: By, data: z.input<typeof draftCommand>): Promise<void> {
    const answer = await this.#send(by, '/dossiers', data);
    this.dossierId = answer.id;
    await this.#settle('draft');
  }

  /** One command about the dossier, resting on the revision that was last seen. */
  async act<N extends keyof Commands>(by: By, command: N, data: z.input<Commands[N]>): Promise<CommandAnswer> {
    const answer = await this.#send(by, `/dossiers/${this.dossierId}/${command}`, data, this.#revision);
    await this.#settle(command);
    return answer;
  }

  /** A command about a decision; without a revision it begins one. */
  async decide(by: By, path: string, data: unknown, revision?: number): Promise<CommandAnswer> {
    return this.#send(by, `/decisions${path}`, data, revision);
  }

  async read<T>(by: By, path: string, schema: z.ZodType<T>): Promise<T> {
    return this.#good(path, await this.#as(by).read(path, schema));
  }

  /** The mails that the system has sent since the last time they were told. */
  async newMails(): Promise<readonly Mail[]> {
    const mails = await this.instance.mails();
    return mails.filter(({ file }) => !this.#mailsTold.has(file));
  }

  tellMails(mails: readonly Mail[]): void {
    for (const { file } of mails) this.#mailsTold.add(file);
  }

  nameOf(by: By): string {
    const account = accountOf(by);
    return this.#names.get(account) ?? account;
  }

  /** Tells what is new and compares everything that is shown with the log; for what happened without a command, too. */
  async #settle(name: string): Promise<void> {
    await this.look(name);
    this.acts.push({ name, revision: this.#revision });
  }

  /** As after a command: what came by itself (a reaction, a clock) is told and compared. */
  async look(name: string): Promise<void> {
    const { store } = this.instance.system.foundation;
    for (let attempt = 1; ; attempt++) {
      const log = await readLog(store, this.dossierId);
      const shown = await this.#shown(log.events.at(-1)!.position);
      // A clock may have run meanwhile; then the two were not of the same moment.
      const after = await store.streamRevision(dossierStream(this.dossierId));
      if (after !== log.view.revision && attempt < LOOKS) continue;
      this.#revision = log.view.revision;
      this.comparisons += 4;
      this.disagreements.push(...disagreements(shown, log).map((difference) => `${name}: ${difference}`));
      return;
    }
  }

  /** Asks for the dossier as it was recorded after each act, and compares it with the fold up to there. */
  async compareThePast(): Promise<void> {
    const { store } = this.instance.system.foundation;
    for (const { name, revision } of this.acts) {
      const log = await readLog(store, this.dossierId, revision);
      const dossier = await this.read('auditor', `/dossiers/${this.dossierId}?asRecorded=${revision}`, fields);
      this.comparisons += 1;
      this.disagreements.push(
        ...sameAsTheLog(dossier, log).map((difference) => `${name}, revision ${revision}: ${difference}`),
      );
    }
  }

  async #shown(position: string): Promise<Shown> {
    const one = `/dossiers/${this.dossierId}`;
    const upTo = `minPosition=${position}&limit=200`;
    const list = await this.#pages(`/dossiers?${upTo}`, fields);
    const timeline = await this.#pages(`${one}/events?${upTo}`, timelineRow);
    this.#tell(timeline);
    const stream = dossierStream(this.dossierId);
    return {
      dossier: await this.read('auditor', one, fields),
      listRow: list.find(({ id }) => id === this.dossierId),
      openDeadlines: await this.#pages(`/deadlines?dossier=${this.dossierId}&${upTo}`, fields),
      timeline: timeline.filter((row) => row.stream === stream),
    };
  }

  #tell(timeline: readonly TimelineRow[]): void {
    const news = timeline.filter((row) => row.ordinal > this.#toldTo);
    for (const row of news) this.teller.fact(row);
    this.#toldTo = Math.max(this.#toldTo, ...news.map(({ ordinal }) => ordinal));
  }

  /** On a busy machine the first facts take longer than the API waits. */
  async #caughtUp<T extends { readonly behind: boolean }>(path: string, page: z.ZodType<T>): Promise<T> {
    for (let asked = 1; ; asked++) {
      const told = await this.read('auditor', path, page);
      if (!told.behind) return told;
      if (asked < MOST_ASKED) continue;
      this.disagreements.push(`${path}: still behind after it was asked for ${asked} times`);
      return told;
    }
  }

  async #pages<T extends z.ZodType>(path: string, item: T): Promise<readonly z.infer<T>[]> {
    const items: z.infer<T>[] = [];
    for (let cursor = ''; ;) {
      const { items: more, next } = await this.#caughtUp(path + cursor, pageOf(item));
      items.push(...more);
      if (next === null) return items;
      cursor = `&cursor=${encodeURIComponent(next)}`;
    }
  }

  async #send(by: By, path: string, body: unknown, ifMatch?: number): Promise<CommandAnswer> {
    this.commands += 1;
    const order = { body, idempotencyKey: randomUUID(), ...(ifMatch === undefined ? {} : { ifMatch }) };
    return this.#good(path, await this.#as(by).send(path, order));
  }

  #good<T>(path: string, answer: Result<T, ApiProblem>): T {
    if (answer.ok) return answer.value;
    throw new StoryBroken(
      `${path}: ${answer.error.status} ${answer.error.code}: ${sentenceOfProblem(answer.error, this.language)}`,
    );
  }

  #as(by: By): ApiClient {
    const client = this.#clients.get(accountOf(by));
    if (!client) throw new Error(`There is no sample account ${accountOf(by)}.`);
    return client;
  }
}
