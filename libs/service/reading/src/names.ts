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

/** How those proposed in a dossier are called: for whoever may read the dossier, and nobody else. */
export const nomineeNames =
  ({ nominees, departed }: Pick<DossierState, 'nominees' | 'departed'>): SentenceNames['nominee'] =>
  (id) =>
    nominees.get(id)?.name ?? departed.get(id) ?? id;

/**
 * What steps, papers, clocks, awards, units and positions are called in a language. People go by their account and nominees by
 * their id: their names are told apart.
 */
export function sentenceNames(procedure: Procedure | undefined, units: Units, language: Language): SentenceNames {
  return {
    ...codesAsNames,
    ...(procedure ? namesOfProcedure(procedure, language) : {}),
    unit: (id) => units.get(id)?.name[language] ?? id,
    position: (id) =>
      [...units.values()].find(({ positions }) => positions.has(id))?.positions.get(id)?.title[language] ?? id,
  };
}

/** What every award of the law is called, by its newest version: a fact of one dossier may name the award of another. */
export const awardNames =
  (law: Law, language: Language): SentenceNames['award'] =>
  (code) =>
    procedureNamed(law, code)?.names[language] ?? code;

/** How codes and ids are called in each language. */
export type NamesIn = (language: Language) => SentenceNames;

/** The names with which a dossier is told to whoever may see it; people who act go by their account. */
export const namesInDossier =
  (law: Law, dossier: DossierState, units: Units): NamesIn =>
  (language) => ({
    ...sentenceNames(procedureOf(law, dossier), units, language),
    award: awardNames(law, language),
    nominee: nomineeNames(dossier),
  });
