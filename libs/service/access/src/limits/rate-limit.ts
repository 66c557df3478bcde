import { type Decision, ok, refuse } from '#libs/domain/kernel';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How much one account, or one address where nobody is signed in, may ask for in a minute. Counted by each process for itself. */
export class RateLimit {
  readonly #limiter: RateLimiterMemory;

  constructor(perMinute: number) {
    this.#limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  }

  /** Takes one request off the budget; refuses with `RATE_LIMITED` and says when to come back. */
  async take(key: string): Promise<Decision<void>> {
    try {
      await this.#limiter.consume(key);
      return ok(undefined);
    } catch (rejected) {
      if (!(rejected instanceof RateLimiterRes)) throw rejected;
      return refuse('RATE_LIMITED', { params: { seconds: Math.max(1, Math.ceil(rejected.msBeforeNext / 1_000)) } });
    }
  }
}
