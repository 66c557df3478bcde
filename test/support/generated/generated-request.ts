/** A request to be sent as it is; `{current}` in `If-Match` stands for what was last seen of the thing. */
export interface Generated {
  readonly kind: 'valid' | 'mutated' | 'hostile' | 'large';
  readonly operation: string;
  /** An account, or nobody. */
  readonly who: string | undefined;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Buffer;
}

/** A request that is still being made. */
export type Parts = { -readonly [Key in keyof Generated]: Generated[Key] };

export const encoded = (text: string): string => {
  try {
    return encodeURIComponent(text);
  } catch {
    return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '?'));
  }
};
