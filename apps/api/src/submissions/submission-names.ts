import type { Refusal } from '#libs/domain/kernel';
import { covers, type ReadScope } from '#libs/service/access';
import type { Dossiers, Organization } from '#libs/service/commands';
import type { Law } from '#libs/service/law';
import { type NamesIn, procedureOf, sentenceNames } from '#libs/service/reading';

/** Where names are looked up. */
interface Books {
  readonly dossiers: Dossiers;
  readonly organization: Organization;
  readonly law: Law;
}

/**
 * The names in which the no of a dossier on a letter is told to whoever may see that dossier: its steps, papers and units. Nominees
 * keep their ids: an error names nobody.
 */
export async function namesOfNo(
  { params }: Refusal,
  scope: ReadScope | undefined,
  { dossiers, organization, law }: Books,
): Promise<NamesIn | undefined> {
  const id = params?.['dossier'];
  const dossier = scope && typeof id === 'string' ? await dossiers.load(id) : undefined;
  if (!scope || !dossier || !covers(scope, dossier)) return undefined;
  const { units } = await organization.read();
  return (language) => sentenceNames(procedureOf(law, dossier), units, language);
}
