import type { LocalDate } from '#libs/domain/kernel';
import type { Procedure, ProcedureLife } from '#libs/domain/procedure';
import type { EventStore } from '#libs/engine/event-store';
import { PublishedProcedures } from '#libs/service/commands';
import type { Law } from '#libs/service/law';

/** A version of a procedure, and where it stands. */
export interface ListedVersion {
  readonly procedure: Procedure;
  /**
   * `file`: it came along in a file, and the log says nothing else; `published`: somebody published it in this system;
   * `file_only`: the log has versions of the award, and not this one: no dossier goes by it.
   */
  readonly origin: 'file' | 'published' | 'file_only';
  /** Of what the log says: the days on which it takes dossiers. */
  readonly from?: LocalDate;
  readonly until?: LocalDate | null;
}

/** Every version of the files, and with a log beside them what was published since. */
export async function listedVersions(law: Law, store?: EventStore): Promise<readonly ListedVersion[]> {
  if (!store) return law.shipped.map((procedure) => ({ procedure, origin: 'file' }));
  const lives = await new PublishedProcedures(store, law).read();
  const inForce = law.procedures.map((procedure) => standing(procedure, lives.get(procedure.code)));
  const known = new Set(inForce.map(({ procedure }) => procedure.hash));
  const filesOnly = law.shipped
    .filter(({ hash }) => !known.has(hash))
    .map((procedure): ListedVersion => ({ procedure, origin: 'file_only' }));
  return [...inForce, ...filesOnly].toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
}

const orderOf = ({ procedure: { code, effective, version } }: ListedVersion): string =>
  `${code} ${effective.from} ${version}`;

function standing(procedure: Procedure, life: ProcedureLife | undefined): ListedVersion {
  const version = life?.versions.get(procedure.version);
  if (version?.origin !== 'draft') return { procedure, origin: 'file' };
  const { from, until } = version;
  return { procedure, origin: 'published', from, until };
}
