import * as acts from '../support/dossier-acts.js';
import { received } from '../support/dossier-paths.js';
import type { ReminderOffice } from './reminder-office.js';

/** The office receives a dossier on 01/10/2026; the appraisal is due on 29/10/2026 at 17:00, T-2 is 27/10 at 08:00. */
export async function receiveDossier(office: ReminderOffice, dossierId: string): Promise<void> {
  await office.act(dossierId, ...received({ on: '2026-10-01' }), acts.appraise(['N1', 'N2'], [], { at: '2026-10-02' }));
}

export const T_2 = '2026-10-27T08:00:03+07:00';
