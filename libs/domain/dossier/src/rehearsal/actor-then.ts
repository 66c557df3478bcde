import { type Actor, personRoles, type Role } from '#libs/domain/kernel';
import { type Act, actingFor, actRule, firstLevel, type Procedure, rolesAt } from '#libs/domain/procedure';
import { type DossierCommand, systemCommands } from '../dossier.commands.js';
import type { RecordedDossierFact } from '../dossier.events.js';
import type { MaybeDossier } from '../dossier.state.js';

/**
 * Who acted, with the roles for which the version of that day let him: facts keep the position and not its roles. So a draft that
 * asks for another role refuses, and one that asks for the same does not.
 */
export function actorThen(
  { actor }: RecordedDossierFact,
  command: DossierCommand,
  was: MaybeDossier,
  governed: Procedure | undefined,
): Actor {
  if (command.type in systemCommands) return { ...actor, roles: ['system'] };
  return { ...actor, roles: [...rolesThen(command, was, governed)] };
}

function rolesThen(command: DossierCommand, was: MaybeDossier, governed: Procedure | undefined): ReadonlySet<Role> {
  if (command.type === 'extend-deadline') return new Set(['authority']);
  // No step names it: whoever works at the body that was asked may answer.
  if (command.type === 'answer-opinion') return new Set(personRoles);
  if (!governed) return new Set(personRoles);
  if (command.type === 'draft' || !was) return new Set(rolesAt(governed, governed.start));
  const units = { ...was.units, [firstLevel(governed)]: was.submittingUnitId };
  const actors = was.places.flatMap((place) => actRule(governed, place, command.type as Act)?.actors ?? []);
  return new Set(actors.flatMap((asked) => [asked.role, actingFor(governed, asked, units).role]));
}
