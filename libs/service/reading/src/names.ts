import type { DossierState } from '#libs/domain/dossier';
import { type Language, type SentenceNames, codesAsNames } from '#libs/domain/kernel';
import type { Units } from '#libs/domain/organization';
import { type Procedure, namesOfProcedure } from '#libs/domain/procedure';
import type { Law } from '#libs/service/law';

/** The procedure whose names a dossier goes by: the pinned one, or before the receipt the newest version. */
export function procedureOf(law: Law, { procedure, procedureCode }: DossierState): Procedure | undefined {
  return procedure ? law.procedureByPin(procedure) : law.procedures.findLast(({ code }) => code === procedureCode);
}

/** A version of a procedure by its name, or the newest of the award. */
export const procedureNamed = (law: Law, code: string | null, version?: string | null): Procedure | undefined =>
  law.procedures.find((each) => each.code === code && each.version === version) ??
  law.procedures.findLast((each) => each.code === code);

/** What steps, papers, clocks, awards and units are called in a language. People go by their account: names are told apart. */
export function sentenceNames(procedure: Procedure | undefined, units: Units, language: Language): SentenceNames {
  return {
    ...codesAsNames,
    ...(procedure ? namesOfProcedure(procedure, language) : {}),
    unit: (id) => units.get(id)?.name[language] ?? id,
  };
}
