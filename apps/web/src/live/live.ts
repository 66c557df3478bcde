import { readLine, type LiveMessage } from './event-source.js';

/** What has changed about one thing: its id and the types of the facts. */
interface Change {
  readonly id: string;
  readonly types: readonly string[];
}

export interface Facts {
  readonly dossiers: readonly Change[];
  readonly decisions: readonly Change[];
  readonly units: readonly Change[];
  readonly clusters: readonly Change[];
}

export type LiveState =
  | { readonly is: 'off' | 'connecting' }
  | { readonly is: 'live' }
  /** The line is broken; `seconds` until it is tried again. */
  | { readonly is: 'lost'; readonly seconds: number };

export interface LiveView {
  readonly state: LiveState;
  /** How far what is shown has come, and when that was heard. */
  readonly upTo: { readonly position: string; readonly at: Date } | undefined;
}

const WAITS_SECONDS = [2, 5, 10, 30];

/**
 * One line to the server per tab. It is closed while nobody looks at the tab, since a browser has few of them for one server, and
 * resumes from the last that was told: nothing is lost in between.
 */
export class Live {
  #view: LiveView = { state: { is: 'off' }, upTo: undefined };
  #lastId: string | undefined;
  #line: AbortController | undefined;
  #failures = 0;
  #retry: ReturnType<typeof setInterval> | undefined;
  #wanted = false;
  #heard: Facts[] = [];
  readonly #watchers = new Set<() => void>();
  readonly #readers = new Set<(facts: readonly Facts[]) => void>();

  /** For `useSyncExternalStore`. */
  readonly watch = (changed: () => void): (() => void) => {
    this.#watchers.add(changed);
    return () => void this.#watchers.delete(changed);
  };
  readonly view = (): LiveView => this.#view;

  /** Told of facts as soon as lists and pages show them. */
  onVisible(told: (facts: readonly Facts[]) => void): () => void {
    this.#readers.add(told);
    return () => void this.#readers.delete(told);
  }

  start(): void {
    if (this.#wanted) return;
    this.#wanted = true;
    document.addEventListener('visibilitychange', this.#look);
    this.#look();
  }

  /** Forgets where it was: whoever comes next hears from now on. */
  stop(): void {
    this.#wanted = false;
    document.removeEventListener('visibilitychange', this.#look);
    this.#hangUp();
    this.#lastId = undefined;
    this.#heard = [];
    this.#show({ state: { is: 'off' }, upTo: undefined });
  }

  /** Tries again at once. */
  readonly tryNow = (): void => {
    this.#hangUp();
    this.#look();
  };

  readonly #look = (): void => {
    if (!this.#wanted || document.hidden) return this.#hangUp();
    if (!this.#line && this.#retry === undefined) void this.#listen();
  };

  #hangUp(): void {
    this.#line?.abort();
    this.#line = undefined;
    clearInterval(this.#retry);
    this.#retry = undefined;
  }

  async #listen(): Promise<void> {
    const line = new AbortController();
    this.#line = line;
    if (this.#view.state.is !== 'live') this.#show({ ...this.#view, state: { is: 'connecting' } });
    try {
      const after = this.#lastId;
      const { status } = await readLine('/api/v1/live', {
        after,
        signal: line.signal,
        heard: (each) => this.#hear(each),
      });
      // A log that was put back does not know our place: from now on, then.
      if (status === 400) this.#lastId = undefined;
    } catch {
      // Broken, or closed by ourselves.
    }
    if (line.signal.aborted) return;
    this.#line = undefined;
    this.#waitToRetry();
  }

  #waitToRetry(): void {
    let seconds = WAITS_SECONDS[Math.min(this.#failures, WAITS_SECONDS.length - 1)] ?? 30;
    this.#failures += 1;
    this.#show({ ...this.#view, state: { is: 'lost', seconds } });
    this.#retry = setInterval(() => {
      seconds -= 1;
      if (seconds > 0) return this.#show({ ...this.#view, state: { is: 'lost', seconds } });
      clearInterval(this.#retry);
      this.#retry = undefined;
      return this.#look();
    }, 1_000);
  }

  #hear({ event, id, data }: LiveMessage): void {
    if (id !== undefined) this.#lastId = id;
    if (event === '') return;
    const message = JSON.parse(data) as { position: string; visible?: string } & Facts;
    if (event === 'facts') return void this.#heard.push(message);
    if (event === 'begin') this.#failures = 0;
    this.#show({ state: { is: 'live' }, upTo: { position: message.visible ?? message.position, at: new Date() } });
    if (event === 'visible' && this.#heard.length > 0) {
      const facts = this.#heard.splice(0);
      for (const told of this.#readers) told(facts);
    }
  }

  #show(view: LiveView): void {
    this.#view = view;
    for (const changed of this.#watchers) changed();
  }
}

export const live = new Live();
