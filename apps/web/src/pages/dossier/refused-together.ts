/** What is refused, as the server says it: the act, why, and on what that rests. */
export interface RefusedAct {
  readonly name: string;
  readonly why: string;
  readonly ground: string | undefined;
}

/** One reason, and every act that it holds against. */
interface Reason {
  readonly why: string;
  readonly acts: readonly string[];
}

/** One ground, and the reasons that rest on it: it is said once, whatever it refuses. */
export interface OnOneGround {
  readonly ground: string | undefined;
  readonly reasons: readonly Reason[];
}

/** Together by ground, then by reason; both in the order in which they first come, and every act once. */
export function refusedTogether(refused: readonly RefusedAct[]): readonly OnOneGround[] {
  const grounds = [...new Set(refused.map(({ ground }) => ground))];
  return grounds.map((ground) => {
    const here = refused.filter((each) => each.ground === ground);
    const reasons = [...new Set(here.map(({ why }) => why))];
    return {
      ground,
      reasons: reasons.map((why) => ({
        why,
        acts: here.filter((each) => each.why === why).map(({ name }) => name),
      })),
    };
  });
}
