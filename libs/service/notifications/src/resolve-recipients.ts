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

/**
 * The people behind the parts that a rung names, each once. The assignee is whoever holds the dossier for the responsible role, else the role: in the
 * submitting unit where that is the submitter, else in the body that handles the dossier. A vacant position does not swallow
 * a reminder: it goes to the head, and where there is none to the body's authority, with a note.
 */
export async function resolveRecipients(
  directory: Directory,
  dossier: Pick<DossierState, 'bodyId' | 'submittingUnitId'> & { readonly id?: string },
  deadline: DeadlineState,
  to: readonly RungRecipient[],
): Promise<readonly Addressee[]> {
  const responsible = deadline.terms.responsible as Role;
  const unitId = responsible === 'submitter' ? dossier.submittingUnitId : dossier.bodyId;
  const authority = () => directory.assignees('authority', dossier.bodyId);
  const people: { readonly [R in RungRecipient]: () => Promise<readonly Responsible[]> } = {
    assignee: () => directory.assignees(responsible, unitId, dossier.id),
    head_of_section: () => directory.headsOfSection(responsible, unitId),
    deputy_head: () => directory.deputyHeads(responsible, unitId),
    secretary: () => directory.assignees('secretary', dossier.bodyId),
    authority,
  };
  const found = new Map<string, Addressee>();
  const vacant: Recipient[] = [];
  for (const part of to) {
    const responsibles = await people[part]();
    for (const { vacant: instead, ...recipient } of responsibles) {
      if (instead) vacant.push(recipient);
      else found.set(recipient.accountId, { recipient });
    }
    if (responsibles.length === 0)
      vacant.push(...(await authority()).map(({ vacant: _vacant, ...recipient }) => recipient));
  }
  for (const recipient of vacant) {
    if (!found.has(recipient.accountId)) found.set(recipient.accountId, { recipient, note: 'position_vacant' });
  }
  return [...found.values()];
}
