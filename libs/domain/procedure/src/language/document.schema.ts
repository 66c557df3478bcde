import { bilingual, sourced } from '#libs/domain/kernel';
import { z } from 'zod';
import { awardKinds, documentCode, levelName, nomineeKinds, stepName } from './names.schema.js';

/** A component of the dossier (thành phần hồ sơ). A form number counts only together with its decree (R11). */
export const requiredDocument = z.strictObject({
  code: documentCode,
  names: bilingual(),
  form: z.strictObject({ number: z.string(), decree: z.string(), ...sourced }).nullable(),
  /** When it is needed; without it, always. */
  when: z
    .strictObject({ kinds: z.array(z.enum(awardKinds)).optional(), subjects: z.array(z.enum(nomineeKinds)).optional() })
    .optional(),
  /** Needed only where the note says, or an officer: it may be handed in, and no receipt asks for it. */
  optional: z.boolean().optional(),
  /** The levels whose receipt needs it; without it, every receipt does. */
  neededAt: z.array(levelName).min(1).optional(),
  /** File formats of which each must be there (R6: Word and PDF for state awards). */
  formats: z.array(z.enum(['docx', 'pdf'])).optional(),
  /** The levels whose receipt asks for the formats; without it, each that needs the paper. */
  formatsAt: z.array(levelName).min(1).optional(),
  /** The step of this procedure that makes the paper. Only shown: receipts ask for papers by `neededAt`, steps by their `needs`. */
  producedBy: stepName
    .optional()
    .describe('Shown: the step that makes the paper. Receipts ask for papers by neededAt, steps by needs.documents.'),
  /** It proposes or judges this award, as a letter or minutes do: who leaves for another award does not take it along. */
  ofThisAward: z.boolean().optional(),
  /** Said where the paper depends on something that no field of a dossier holds: an initiative that is claimed, budget duties. */
  note: bilingual().optional(),
  ...sourced,
});
