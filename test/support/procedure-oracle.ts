import { isTriggered, type ProcedureDocument, type WayOut, waysOut } from '#libs/domain/procedure';

/** A branch of the dossier, and through which branches of which forks it came: `fork#0`. */
interface Token {
  readonly step: string;
  readonly came: readonly string[];
}

/** How the questions stand that were asked at a step: one to a body outside, to one that answers by itself, or all are settled. */
type Asked = 'outside' | 'inside' | 'settled';

/** What is true beside where the dossier is. */
interface Facts {
  readonly running: boolean;
  /** A council passed somebody. */
  readonly passed: boolean;
  /** Papers were attached. */
  readonly papers: boolean;
  readonly asked: Readonly<Record<string, Asked>>;
}

interface Moment {
  readonly tokens: readonly Token[];
  readonly facts: Facts;
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
 * that remember where they came from. Whoever is asked answers or is silent, papers are attached or not, a council passes somebody or nobody; a way on which
 * nobody ever goes is a fault. It knows nothing of the checker, and grows with the markings, so it is for small ones.
 */
export function oracleOf(procedure: ProcedureDocument, clock = 'clock'): OraclesAnswer {
  const game = new Game(procedure, clock);
  return game.play();
}

class Game {
  #why: string | undefined;
  readonly #came = new Map<string, string>();
  readonly #distance = new Map<string, number>();
  /** The ways that somebody has taken. */
  readonly #gone = new Set<string>();

  constructor(
    private readonly procedure: ProcedureDocument,
    private readonly clock: string,
  ) {}

  play(): OraclesAnswer {
    const facts: Facts = { running: false, passed: false, papers: false, asked: {} };
    const first = this.#placed([], { step: this.procedure.start, came: [] }, facts, 0, []);
    const moments = new Map<string, { moment: Moment; next: string[] }>();
    let toDo: Moment[] = [first];
    for (let acts = 0; toDo.length > 0 && this.#why === undefined; acts++) {
      const next: Moment[] = [];
      for (const moment of toDo) {
        const key = keyOf(moment);
        if (moments.has(key)) continue;
        this.#underClock(moment);
        const after = [...this.#moves(moment, acts + 1), ...this.#questions(moment)];
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
      return waysOut(token.step, step).flatMap((way) => {
        if (!this.#isOpen(token.step, way, moment.facts)) return [];
        this.#gone.add(way.path);
        let others = moment.tokens.filter((_, each) => each !== index);
        let came = token.came;
        if (way.leaves !== undefined) {
          const depth = came.findIndex((frame) => frame.split('#')[0] === way.leaves);
          if (depth < 0) this.#no(`${way.path} leaves a block in which it is not`);
          others = others.filter((other) => !other.came.some((frame) => frame.split('#')[0] === way.leaves));
          came = came.slice(0, Math.max(depth, 0));
        }
        return [this.#placed(others, { step: way.to, came }, this.#after(token.step, way, moment.facts), acts, [])];
      });
    });
  }

  /** What is true once a way was taken. */
  #after(name: string, way: WayOut, facts: Facts): Facts {
    const rule = this.procedure.clocks[this.clock];
    const happening = {
      act: way.act,
      level: this.procedure.steps[name]?.level ?? '',
      ...(way.outcome === undefined ? {} : { outcome: way.outcome }),
      left: [],
      entered: [],
    };
    const started = rule !== undefined && isTriggered(rule.startsOn, happening);
    const ended = rule !== undefined && isTriggered(rule.cancelledBy, happening);
    const counted = way.act === 'record-council-result';
    const silent = this.#given(name, way) === 'opinion_missing';
    return {
      running: started || (facts.running && !ended),
      passed: counted ? way.outcome === 'passed' : facts.passed,
      papers: facts.papers,
      // Went on without an answer: nobody waits for it any more.
      asked: silent ? { ...facts.asked, [name]: 'settled' } : facts.asked,
    };
  }

  #given(name: string, { act, outcome = '' }: WayOut): string | undefined {
    const step = this.procedure.steps[name];
    const chosen = step && 'acts' in step && act === 'complete-step' ? step.acts[act]?.outcomes?.[outcome] : undefined;
    return typeof chosen === 'object' ? chosen.given : undefined;
  }

  /** Whether somebody can take a way now. */
  #isOpen(name: string, way: WayOut, { passed, papers, asked }: Facts): boolean {
    const step = this.procedure.steps[name];
    if (!step || !('acts' in step)) return false;
    // Whoever sends it back needs no paper, and who stays is not asked for any.
    if (step.needs?.documents && !papers && way.act !== 'return' && way.to !== name) return false;
    if (way.act === 'approve' && step.kind !== 'vote' && step.needs?.passed !== undefined) return passed;
    if (way.act !== 'complete-step') return true;
    const here = asked[name];
    const silent = here === 'outside' || here === 'inside';
    switch (this.#given(name, way)) {
      case 'opinions_answered':
        return here === 'settled';
      case 'opinion_missing':
        return silent;
      case 'no_opinion_asked':
        return here === undefined;
      default:
        return !silent || step.acts['ask-opinion'] === undefined;
    }
  }

  /** Papers are attached, somebody is asked, an answer is written down where it can be, and who works here answers wherever the dossier lies. */
  #questions({ tokens, facts }: Moment): Moment[] {
    const attached = tokens.some(({ step: name }) => {
      const step = this.procedure.steps[name];
      return step && 'acts' in step && step.acts['attach-document'] !== undefined;
    });
    const withPapers: Moment[] = attached && !facts.papers ? [{ tokens, facts: { ...facts, papers: true } }] : [];
    const become = (step: string, to: Asked): Moment => ({
      tokens,
      facts: { ...facts, asked: { ...facts.asked, [step]: to } },
    });
    const here = tokens.flatMap(({ step: name }) => {
      const step = this.procedure.steps[name];
      const acts = step && 'acts' in step ? step.acts : {};
      const now = facts.asked[name];
      return [
        ...(acts['ask-opinion'] ? [become(name, 'outside')] : []),
        ...(acts['ask-opinion'] && now !== 'outside' ? [become(name, 'inside')] : []),
        ...(acts['record-opinion'] && now !== undefined ? [become(name, 'settled')] : []),
      ];
    });
    const answers = Object.entries(facts.asked).filter(([, now]) => now === 'inside');
    return [...withPapers, ...here, ...answers.map(([name]) => become(name, 'settled'))];
  }

  /** Puts a token down; forks open, and joins that are full are passed. */
  #placed(others: readonly Token[], token: Token, facts: Facts, acts: number, seen: readonly string[]): Moment {
    const step = this.procedure.steps[token.step];
    if (seen.length > 30) {
      this.#no('a fork in its own block');
      return { tokens: [], facts };
    }
    if (step?.kind === 'fork') {
      this.#seen(token, token.came, acts);
      let moment: Moment = { tokens: others, facts };
      Object.values(step.branches).forEach((branch, index) => {
        const inBranch = { step: branch, came: [...token.came, `${token.step}#${index}`] };
        moment = this.#placed(moment.tokens, inBranch, facts, acts, [...seen, token.step]);
      });
      return moment;
    }
    if (step?.kind === 'join') return this.#joined(others, token, step.to, facts, acts, seen);
    this.#seen(token, token.came, acts);
    if (step?.kind === 'end' && (token.came.length > 0 || others.length > 0)) this.#no(`left over at ${token.step}`);
    return { tokens: [...others, token], facts };
  }

  #joined(
    others: readonly Token[],
    token: Token,
    to: string,
    facts: Facts,
    acts: number,
    seen: readonly string[],
  ): Moment {
    const [fork = ''] = token.came.at(-1)?.split('#') ?? [];
    const own = this.procedure.steps[fork];
    if (own?.kind !== 'fork' || own.join !== token.step) {
      this.#no(`a foreign way to ${token.step}`);
      return { tokens: others, facts };
    }
    const outside = token.came.slice(0, -1);
    const waiting = [...others, token];
    const mine = waiting.filter(({ step, came }) => step === token.step && came.at(-1)?.split('#')[0] === fork);
    if (mine.length < Object.keys(own.branches).length) return { tokens: waiting, facts };
    this.#seen(token, outside, acts);
    return this.#placed(
      waiting.filter((each) => !mine.includes(each)),
      { step: to, came: outside },
      facts,
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

  /** Whoever works under the clock, or waits for its end, has it running; and who waits knows when that is. */
  #underClock({ tokens, facts: { running } }: Moment): void {
    const { limit, designDefault } = this.procedure.clocks[this.clock] ?? {};
    const unknown = limit !== undefined && 'value' in limit && limit.value === 'unknown' && designDefault === undefined;
    for (const { step } of tokens) {
      const at = this.procedure.steps[step];
      if (!at || !('acts' in at)) continue;
      const waits = Object.values(at.acts).some(({ notBefore, outcomes = {} }) =>
        [
          notBefore,
          ...Object.values(outcomes).map((each) => (typeof each === 'object' ? each.notBefore : undefined)),
        ].includes(this.clock),
      );
      if ((waits || at.clocks.includes(this.clock)) && !running) this.#no(`no clock at ${step}`);
      if (waits && unknown) this.#no(`nobody knows how long at ${step}`);
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
    for (const [name, step] of Object.entries(this.procedure.steps)) {
      const shut = waysOut(name, step).find(({ path }) => !this.#gone.has(path));
      if (shut) this.#no(`nobody ever takes ${shut.path}`);
    }
  }

  #no(why: string): void {
    this.#why ??= why;
  }
}

const keyOf = ({ tokens, facts: { running, passed, papers, asked } }: Moment): string =>
  `${tokens
    .map(({ step, came }) => `${step}[${came.join(' ')}]`)
    .sort()
    .join(' ')}|${running}|${passed}|${papers}|${Object.entries(asked)
    .sort()
    .map((each) => each.join(':'))
    .join(' ')}`;
