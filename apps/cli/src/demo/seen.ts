import { z } from 'zod';
import type { Part, Stage } from './stage.js';

const nominee = z.object({
  id: z.string(),
  kind: z.enum(['individual', 'collective', 'household']),
  cluster: z.string().optional(),
  statedAt: z.object({ others: z.int() }),
});

const dossier = z.object({
  nominees: z.array(nominee),
  decision: z.object({ symbol: z.string(), number: z.int() }).optional(),
  deadlines: z.array(z.object({ deadlineId: z.string(), state: z.string(), dueAt: z.string() })),
});

/** The dossier as somebody of the story sees it: what the next act is decided on. */
export const dossierSeen = (stage: Stage, by: Part): Promise<z.infer<typeof dossier>> =>
  stage.read(by, `/dossiers/${stage.dossierId}`, dossier);

export const nomineesSeen = async (stage: Stage, by: Part) => (await dossierSeen(stage, by)).nominees;
