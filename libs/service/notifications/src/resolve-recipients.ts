import type { RungRecipient } from '#libs/domain/calendar';
import type { DeadlineState, DossierState } from '#libs/domain/dossier';
import type { Role } from '#libs/domain/kernel';
import type { Directory, Recipient, Responsible } from './directory.port.js';

export type RecipientNote = 'position_vacant';

export interface Addressee {
  readonly recipient: Recipient;
  /** Set where somebody is told because nobody else is there to be told (“vị trí đang trống”). */
  readonly note?: RecipientNote;
}

type DossierOfClock = Pick<DossierState, 'bodyId' | 'submittingUnitId'> & {
  readonly id?: string;
  readonly opinions?: DossierState['opinions'];
};

/** A unit of which somebody is told, and for which work. */
interface Side {
  readonly role: Role;
  readonly unitId: string;
  /** Whose authority is told where nobody is there. */
  readonly bodyId: string;
  /** Where the dossier has holders. */
  readonly dossierId?: string;
}

/**
 * Whom a clock is about: who is responsible for it, and where a body that works here was asked for its opinion (R41), that body
 * as well: each climbs the same ladder in its own house.
 */
function sidesOf(dossier: DossierOfClock, { terms }: DeadlineState): readonly Side[] {
  const role = terms.responsible as Role;
  const unitId = role === 'submitter' ? dossier.submittingUnitId : dossier.bodyId;
  const { id: dossierId } = dossier;
  const own = { role, unitId, bodyId: dossier.bodyId, ...(dossierId === undefined ? {} : { dossierId }) };
  const asked = terms.opinionId === undefined ? undefined : dossier.opinions?.get(terms.opinionId)?.body.unitId;
  return asked === undefined ? [own] : [own, { role: 'officer', unitId: asked, bodyId: asked }];
}

/**
 * The people behind the parts that a rung names, each once. The assignee is whoever holds the dossier for the responsible role, else the role: in the
 * submitting unit where that is the submitter, else in the body that handles the dossier. A vacant position does not swallow
 * a reminder: it goes to the head, and where there is none to the body's authority, with a note.
 */
export async function resolveRecipients(
  directory: Directory,
  dossier: DossierOfClock,
  deadline: DeadlineState,
  to: readonly RungRecipient[],
): Promise<readonly Addressee[]> {
  const found = new Map<string, Addressee>();
  const vacant: Recipient[] = [];
  for (const side of sidesOf(dossier, deadline)) {
    const people = peopleOf(directory, side);
    for (const part of to) {
      const responsibles = await people[part]();
      for (const { vacant: instead, ...recipient } of responsibles) {
        if (instead) vacant.push(recipient);
        else found.set(recipient.accountId, { recipient });
      }
      if (responsibles.length === 0)
        vacant.push(...(await people.authority()).map(({ vacant: _vacant, ...recipient }) => recipient));
    }
  }
  for (const recipient of vacant) {
    if (!found.has(recipient.accountId)) found.set(recipient.accountId, { recipient, note: 'position_vacant' });
  }
  return [...found.values()];
}

const peopleOf = (
  directory: Directory,
  { role, unitId, bodyId, dossierId }: Side,
): { readonly [R in RungRecipient]: () => Promise<readonly Responsible[]> } => ({
  assignee: () => directory.assignees(role, unitId, dossierId),
  head_of_section: () => directory.headsOfSection(role, unitId),
  deputy_head: () => directory.deputyHeads(role, unitId),
  secretary: () => directory.assignees('secretary', bodyId),
  authority: () => directory.assignees('authority', bodyId),
});
