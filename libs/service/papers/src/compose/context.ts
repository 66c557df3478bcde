import type { DossierState, NomineeState } from '#libs/domain/dossier';
import { codesAsNames, type LocalDate, type SentenceNames } from '#libs/domain/kernel';
import {
  awardKindNames,
  namesOfProcedure,
  type NomineeKind,
  nomineeKindNames,
  nomineeKinds,
  type Procedure,
} from '#libs/domain/procedure';
import type { OfficeNames } from '../facts/office-names.js';
import { counted } from '../words/official.js';

/** What every composer may look up. */
export interface ComposeContext {
  readonly names: OfficeNames;
  /** The procedure to which the dossier is bound, or by which it will be received. */
  readonly procedure: Procedure | undefined;
}

/** What the award is called. */
export const awardOf = ({ procedure }: ComposeContext, { procedureCode }: DossierState): string =>
  procedure?.names.vi ?? procedureCode;

export const kindOf = ({ kind }: DossierState): string => awardKindNames[kind].vi;

/** `09 tập thể, 52 cá nhân`, in the order in which papers name them. */
export function countsOf(nominees: Iterable<{ readonly kind: NomineeKind }>, none = '0'): string {
  const list = [...nominees];
  const counts = kindsInOrder
    .map((kind) => ({ kind, count: list.filter((each) => each.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return counts.map(({ kind, count }) => counted(count, nomineeKindNames[kind].vi)).join(', ') || none;
}

/** Collectives before people: so decisions and lists name them. */
export const kindsInOrder: readonly NomineeKind[] = Object.keys(nomineeKindNames).filter((kind): kind is NomineeKind =>
  (nomineeKinds as readonly string[]).includes(kind),
);

/** Those of a dossier who were not ruled out at a lower level. */
export const standing = ({ nominees }: DossierState): readonly NomineeState[] =>
  [...nominees.values()].filter(({ dropped }) => !dropped);

/** What papers, steps and clocks are called. */
export const sayIn = ({ procedure }: ComposeContext): SentenceNames => ({
  ...codesAsNames,
  ...(procedure ? namesOfProcedure(procedure, 'vi') : {}),
});

/** Each component that was handed in, once, by its name. */
export const documentNames = (context: ComposeContext, documents: readonly { readonly document: string }[]) =>
  [...new Set(documents.map(({ document }) => document))].map((code) => sayIn(context).document(code));

/** What a clock waits for, as the first word of a cell. */
export function clockName(context: ComposeContext, clock: string): string {
  const name = sayIn(context).clock(clock);
  return name.charAt(0).toLocaleUpperCase('vi') + name.slice(1);
}

/** The day whose law a paper names: that of the receipt, to whose rules the dossier is bound (R1), or its own. */
export const dayOfLaw = (receivedOn: LocalDate | undefined, own: LocalDate): LocalDate => receivedOn ?? own;
