/** A letter to the level above (tờ trình) as the API shows it. */
export interface SubmissionView {
  readonly id: string;
  readonly revision: number;
  readonly stage: 'drafted' | 'sent' | 'received' | 'abandoned';
  readonly letter: { readonly number: string; readonly date: string } | null;
  readonly dossiers: readonly {
    readonly dossierId: string;
    readonly title: string | null;
    readonly left: { readonly at: string; readonly code: string } | null;
  }[];
}
