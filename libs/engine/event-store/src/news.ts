/** Where followers who have read everything wait for more. */
export class News {
  readonly #waiting = new Set<() => void>();
  #version = 0;

  /** Take it before reading, hand it to `since`: what arrives in between is then not slept through. */
  get version(): number {
    return this.#version;
  }

  /** Something was appended, or something happened after which one should look again. */
  announce(): void {
    this.#version++;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const wake of waiting) wake();
  }

  /** Resolves with the first announcement after `version`, or when told to stop. Never rejects. */
  async since(version: number, stop: AbortSignal): Promise<void> {
    if (this.#version !== version || stop.aborted) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        stop.removeEventListener('abort', wake);
        this.#waiting.delete(wake);
        resolve();
      };
      this.#waiting.add(wake);
      stop.addEventListener('abort', wake, { once: true });
    });
  }
}
