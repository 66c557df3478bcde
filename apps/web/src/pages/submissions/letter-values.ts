import type { AllowedCommand } from '../../api/dossier.js';
import { composed } from '../../components/index.js';
import type { Letter, Waiting } from './submissions.js';

/** What the form of a new letter holds. */
export interface NewLetter {
  title: string;
  level: string;
  /** A unit's id, or `OUTSIDE`. */
  addressee: string;
  dossiers: readonly string[];
}

/** The choice that stands for a level of which no body works in the system. */
export const OUTSIDE = 'outside';

/** To whom the letter goes; nothing while that was not said. A level that is outside only needs no choice. */
export function toOf(level: string, addressee: string, ways: Waiting['ways']): Letter['to'] | undefined {
  if (addressee === OUTSIDE || !ways.some(({ toBody }) => toBody)) return ways.length > 0 ? { level } : undefined;
  return addressee === '' ? undefined : { level, bodyId: addressee };
}

export type LetterAct = 'send' | 'receive' | 'add-dossiers' | 'remove-dossier' | 'abandon';

/** What leads on stands first. */
const order: readonly LetterAct[] = ['send', 'receive', 'add-dossiers', 'remove-dossier', 'abandon'];

/** What the form about a letter holds; of the acts that are not chosen it keeps what was typed. */
export interface LetterValues {
  act: LetterAct;
  number: string;
  date: string;
  added: readonly string[];
  removed: string;
  reason: string;
}

/** Acts in the order of the form. */
export const inOrder = (may: readonly AllowedCommand[]): readonly AllowedCommand[] =>
  may.toSorted((one, other) => order.indexOf(one.command as LetterAct) - order.indexOf(other.command as LetterAct));

/** The act that is asked about: what was chosen, where it may still be done, else the first that may. */
export const actOf = (chosen: LetterAct, may: readonly AllowedCommand[]): LetterAct =>
  may.some(({ command }) => command === chosen) ? chosen : ((may[0]?.command as LetterAct | undefined) ?? chosen);

const needed = {
  send: ['number', 'date'],
  receive: [],
  'add-dossiers': ['added'],
  'remove-dossier': ['removed'],
  abandon: ['reason'],
} as const satisfies Record<LetterAct, readonly (keyof LetterValues)[]>;

/** Fields that are still empty, by their names. */
export const missingIn = (values: LetterValues) =>
  needed[values.act].filter((name) => {
    const value: string | readonly string[] = values[name];
    return typeof value === 'string' ? value.trim() === '' : value.length === 0;
  });

/** The body of the command. */
export function bodyOf({ act, number, date, added, removed, reason }: LetterValues): Record<string, unknown> {
  const text = (typed: string) => composed(typed).trim();
  if (act === 'send') return { letter: { number: text(number), date } };
  if (act === 'add-dossiers') return { dossiers: [...added] };
  if (act === 'remove-dossier') return { dossierId: removed };
  return act === 'abandon' ? { reason: text(reason) } : {};
}
