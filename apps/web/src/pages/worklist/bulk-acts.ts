import type { WorkListName } from './worklist.queries.js';

/** Acts that make sense on several dossiers at once. */
export type BulkAct = 'claim' | 'assign' | 'release' | 'receive';

/** What can be done with several of a list; the server says of each whether it may. */
export const actsOn: Readonly<Record<WorkListName, readonly BulkAct[]>> = {
  mine: ['assign', 'release', 'receive'],
  free: ['claim', 'assign', 'receive'],
  held: ['assign'],
  waiting: ['claim'],
};

/** What became of one dossier. */
export interface BulkResult {
  readonly dossierId: string;
  readonly title: string;
  readonly outcome: 'waiting' | 'sending' | 'done' | 'unchanged' | 'refused' | 'unreachable';
  readonly details?: { readonly vi: string; readonly en: string } | undefined;
}

export interface BulkFields {
  /** Position and account, with a space between. */
  readonly to: string;
  readonly reason: string;
}

/** What is not filled in yet. */
export const lackingFor = (act: BulkAct, { to, reason }: BulkFields): 'to' | 'reason' | undefined =>
  act === 'assign' && to === '' ? 'to' : act === 'release' && reason.trim() === '' ? 'reason' : undefined;
