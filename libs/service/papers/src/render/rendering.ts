import type { Paper } from '../paper.js';
import type { PaperFormat } from '../paper-kinds.js';

/** What the thread is asked for. */
export interface Rendering {
  readonly id: number;
  readonly paper: Paper;
  readonly format: PaperFormat;
}

/** What it answers. */
export type Rendered =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failed: string };
