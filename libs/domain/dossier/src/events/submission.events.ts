import { id, label } from '#libs/domain/kernel';
import { z } from 'zod';

/** To whom a letter goes: a level above, and the body that stands for it where one works in the system. */
export const addressee = z.strictObject({ level: label(40), bodyId: id().optional() });

/** Đưa vào tờ trình: the dossier stands in one letter to the level above, and so in no other. */
export const dossierEnteredInSubmission = z.strictObject({ submissionId: id(), to: addressee });

/** Rút khỏi tờ trình: it was taken off the letter, or the letter was given up. */
export const dossierReleasedFromSubmission = z.strictObject({ submissionId: id() });
