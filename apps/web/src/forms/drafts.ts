import { newKey } from './keys.js';

/** What somebody typed and has not sent, and under which key it will be sent: in every tab of this browser the same. */
export interface Draft<Values> {
  readonly key: string;
  readonly values: Values | undefined;
  /** When it was last typed in. */
  readonly at: string | undefined;
}

/** Whose draft of which form about what; never a name, since others read addresses and stores. */
export interface DraftPlace {
  readonly account: string;
  /** Id of the dossier, unit or whatever else the form is about. */
  readonly subject: string;
  readonly form: string;
}

const PREFIX = 'vinhdanh:draft:';
const nameOf = ({ account, subject, form }: DraftPlace): string => `${PREFIX}${account}:${subject}:${form}`;

/** Opens a form: takes up the draft that is there, else begins one, with its key. */
export function openDraft<Values>(place: DraftPlace): Draft<Values> {
  const kept = readDraft<Values>(place);
  if (kept) return kept;
  const begun: Draft<Values> = { key: newKey(), values: undefined, at: undefined };
  localStorage.setItem(nameOf(place), JSON.stringify(begun));
  return begun;
}

export function keepDraft<Values>(place: DraftPlace, values: Values): void {
  const { key } = openDraft<Values>(place);
  localStorage.setItem(nameOf(place), JSON.stringify({ key, values, at: new Date().toISOString() }));
}

/** It was accepted, or thrown away: the next one is another intention, under another key. */
export const dropDraft = (place: DraftPlace): void => localStorage.removeItem(nameOf(place));

function readDraft<Values>(place: DraftPlace): Draft<Values> | undefined {
  const text = localStorage.getItem(nameOf(place));
  if (text === null) return undefined;
  try {
    const draft = JSON.parse(text) as Partial<Draft<Values>>;
    return typeof draft.key === 'string' ? { key: draft.key, values: draft.values, at: draft.at } : undefined;
  } catch {
    return undefined;
  }
}
