import { isTriggered, type ProcedureDocument, waysOut } from '#libs/domain/procedure';

/** A branch of the dossier, and through which branches of which forks it came: `fork#0`. */
interface Token {
  readonly step: string;
  readonly came: readonly string[];
}

interface Moment {
  readonly tokens: readonly Token[];
  readonly running: boolean;
}

export interface OraclesAnswer {
  readonly sound: boolean;
  /** Why not, the first that was met. */
  readonly why: string | undefined;
  /** Step → the fewest acts after which the dossier has been there. */
  readonly distance: ReadonlyMap<string, number>;
}

/**
 * Says whether a small procedure is sound by playing every game there is: every marking, one act after the other, with tokens
 * that remember where they came from. It knows nothing of the checker, and grows with the markings, so it is for small ones.
 */
export function oracleOf(procedure: ProcedureDocument, clock = 'clock'): OraclesAnswer {
  const game = new Game(procedure, clock);
  return game.play();
}

class Game {
  #why: string | undefined;
  readonly #came = new Map<string, string>();
  readonly #distance = new Map<string, number>();

  constructor(
    private readonly procedure: ProcedureDocument,
    private readonly clock: string,
  ) {}

  play(): OraclesAnswer {
    const first = this.#placed([], { step: this.procedure.start, came: [] }, false, 0, []);
    const moments = new Map<string, { moment: Moment; next: string[] }>();
    let toDo: Moment[] = [first];
    for (let acts = 0; toDo.length > 0 && this.#why === undefined; acts++) {
      const next: Moment[] = [];
      for (const moment of toDo) {
        const key = keyOf(moment);
        if (moments.has(key)) continue;
        this.#underClock(moment);
        const after = this.#moves(moment, acts + 1);
        moments.set(key, { moment, next: after.map(keyOf) });
        next.push(...after);
      }
      toDo = next;
    }
    if (this.#why === undefined) this.#ends(moments);
    if (this.#why === undefined) this.#visited();
    return { sound: this.#why === undefined, why: this.#why, distance: this.#distance };
  }

  #moves(moment: Moment, acts: number): Moment[] {
    return moment.tokens.flatMap((token, index) => {
      const step = this.procedure.steps[token.step];
      if (!step) return [];
      return waysOut(token.step, step).map((way) => {
        const rule = this.procedure.clocks[this.clock];
        const happening = {
          act: way.act,
          level: step.level,
          ...(way.outcome === undefined ? {} : { outcome: way.outcome }),
          left: [],
          entered: [],
        };
        const started = rule !== undefined && isTriggered(rule.startsOn, happening);
        const ended = rule !== undefined && isTriggered(rule.cancelledBy, happening);
        const running = started || (moment.running && !ended);
        let others = moment.tokens.filter((_, each) => each !== index);
        let came = token.came;
        if (way.leaves !== undefined) {
          const depth = came.findIndex((frame) => frame.split('#')[0] === way.leaves);
          if (depth < 0) this.#no(`${way.path} leaves a block in which it is not`);
          others = others.filter((other) => !other.came.some((frame) => frame.split('#')[0] === way.leaves));
          came = came.slice(0, Math.max(depth, 0));
        }
        return this.#placed(others, { step: way.to, came }, running, acts, []);
      });
    });
  }

  /** Puts a token down; forks open, and joins that are full are passed. */
  #placed(others: readonly Token[], token: Token, running: boolean, acts: number, seen: readonly string[]): Moment {
    const step = this.procedure.steps[token.step];
    if (seen.length > 30) {
      this.#no('a fork in its own block');
      return { tokens: [], running };
    }
    if (step?.kind === 'fork') {
      this.#seen(token, token.came, acts);
      let moment: Moment = { tokens: others, running };
      Object.values(step.branches).forEach((branch, index) => {
        const inBranch = { step: branch, came: [...token.came, `${token.step}#${index}`] };
        moment = this.#placed(moment.tokens, inBranch, running, acts, [...seen, token.step]);
      });
      return moment;
    }
    if (step?.kind === 'join') return this.#joined(others, token, step.to, running, acts, seen);
    this.#seen(token, token.came, acts);
    if (step?.kind === 'end' && (token.came.length > 0 || others.length > 0)) this.#no(`left over at ${token.step}`);
    return { tokens: [...others, token], running };
  }

  #joined(
    others: readonly Token[],
    token: Token,
    to: string,
    running: boolean,
    acts: number,
    seen: readonly string[],
  ): Moment {
    const [fork = ''] = token.came.at(-1)?.split('#') ?? [];
    const own = this.procedure.steps[fork];
    if (own?.kind !== 'fork' || own.join !== token.step) {
      this.#no(`a foreign way to ${token.step}`);
      return { tokens: others, running };
    }
    const outside = token.came.slice(0, -1);
    const waiting = [...others, token];
    const mine = waiting.filter(({ step, came }) => step === token.step && came.at(-1)?.split('#')[0] === fork);
    if (mine.length < Object.keys(own.branches).length) return { tokens: waiting, running };
    this.#seen(token, outside, acts);
    return this.#placed(
      waiting.filter((each) => !mine.includes(each)),
      { step: to, came: outside },
      running,
      acts,
      [...seen, token.step],
    );
  }

  #seen({ step }: Token, came: readonly string[], acts: number): void {
    if (!this.#distance.has(step)) this.#distance.set(step, acts);
    const before = this.#came.get(step);
    if (before === undefined) this.#came.set(step, came.join(' '));
    else if (before !== came.join(' ')) this.#no(`${step} lies in two branches`);
  }

  /** Whoever works under the clock has it running. */
  #underClock({ tokens, running }: Moment): void {
    for (const { step } of tokens) {
      const at = this.procedure.steps[step];
      if (at && 'clocks' in at && at.clocks.includes(this.clock) && !running) this.#no(`no clock at ${step}`);
    }
  }

  /** From every moment an end is reached. */
  #ends(moments: ReadonlyMap<string, { moment: Moment; next: string[] }>): void {
    const good = new Set<string>();
    for (const [key, { moment }] of moments) {
      if (moment.tokens.some(({ step }) => this.procedure.steps[step]?.kind === 'end')) good.add(key);
    }
    for (let more = true; more;) {
      more = false;
      for (const [key, { next }] of moments) {
        if (good.has(key) || !next.some((each) => good.has(each))) continue;
        good.add(key);
        more = true;
      }
    }
    const bad = [...moments.keys()].find((key) => !good.has(key));
    if (bad !== undefined) this.#no(`no end from ${bad}`);
  }

  #visited(): void {
    const missed = Object.keys(this.procedure.steps).find((step) => !this.#distance.has(step));
    if (missed !== undefined) this.#no(`nobody comes to ${missed}`);
  }

  #no(why: string): void {
    this.#why ??= why;
  }
}

const keyOf = ({ tokens, running }: Moment): string =>
  `${tokens
    .map(({ step, came }) => `${step}[${came.join(' ')}]`)
    .sort()
    .join(' ')}|${running}`;
