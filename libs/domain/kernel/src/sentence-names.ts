import { shortId } from './office-words.js';

/**
 * How the codes and ids in facts are called where a sentence is shown: in the language of the reader, from the procedure to
 * which the dossier is bound and from the lists of units and accounts. A code that nobody knows is answered as it is.
 */
export interface SentenceNames {
  /** A step of the procedure. */
  step(code: string): string;
  /** An outcome of a step of the procedure. */
  outcome(step: string, code: string): string;
  /** An act on a dossier. */
  act(code: string): string;
  /** A component of the dossier. */
  document(code: string): string;
  /** A clock of the procedure. */
  clock(code: string): string;
  /** The award of a procedure, by the procedure's code. */
  award(code: string): string;
  /** A grade of the award of a procedure. */
  grade(code: string): string;
  /** A unit, or the body that receives and decides. */
  unit(id: string): string;
  /** A person, by account. */
  actor(accountId: string): string;
  /** Who or what is proposed, by its id in the dossier: a name, where the reader may see the dossier. */
  nominee(id: string): string;
  /** A position of the office. */
  position(id: string): string;
  /** Another dossier, by its title in quotes, where the reader may see it; else by the first figures of its id. */
  dossier(id: string): string;
  /** A letter to the level above, likewise. */
  letter(id: string): string;
}

const itself = (code: string): string => code;

/** Calls everything by its code: what is left when names cannot be looked up. */
export const codesAsNames: SentenceNames = {
  step: itself,
  outcome: (_step, code) => code,
  act: itself,
  document: itself,
  clock: itself,
  award: itself,
  grade: itself,
  unit: itself,
  actor: itself,
  nominee: itself,
  position: itself,
  dossier: shortId,
  letter: shortId,
};
