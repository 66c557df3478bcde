import { publicStates } from '#libs/service/reading';
import { z } from 'zod';
import { bilingual } from '#libs/domain/kernel';

export const publicStanding = z
  .strictObject({
    body: bilingual(),
    receivedOn: z.iso.date(),
    step: bilingual(),
    state: z.enum(publicStates),
    stateText: bilingual(),
    next: z.strictObject({ what: bilingual(), dueAt: z.iso.datetime(), text: bilingual() }).nullable(),
  })
  .meta({ id: 'PublicStanding', description: 'How a dossier stands, for whoever holds its receipt.' });
