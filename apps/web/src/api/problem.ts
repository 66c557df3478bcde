/** A "no" of the API: its code, and its sentences in both languages (RFC 9457). */
export interface ProblemBody {
  readonly status: number;
  readonly code?: string;
  readonly detail?: string;
  readonly details?: { readonly vi: string; readonly en: string };
  readonly rule?: string;
  readonly source?: string;
  readonly procedure?: {
    readonly code: string;
    readonly version: string;
    readonly names: { readonly vi: string; readonly en: string };
  };
  readonly params?: Readonly<Record<string, string | number | readonly string[]>>;
  /** Under which the log has the rest. */
  readonly instance?: string;
}

/** What a reading or a command came back with instead of its answer. */
export class Problem extends Error {
  override readonly name = 'Problem';
  /** When it was told. */
  readonly at = new Date();

  constructor(readonly body: ProblemBody) {
    super(body.code ?? String(body.status));
  }

  /** What is branched on; a bug of the server has no code of its own. */
  get code(): string {
    return this.body.code ?? 'FAULT';
  }

  sentence(language: string): string | undefined {
    return language === 'en' ? this.body.details?.en : this.body.details?.vi;
  }
}

/** The server could not be reached at all: nobody knows whether it heard. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
  readonly at = new Date();
}

export const isProblem = (error: unknown, ...codes: string[]): error is Problem =>
  error instanceof Problem && (codes.length === 0 || codes.includes(error.code));
