import { proposal } from '#libs/domain/eligibility';
import { bilingual } from '#libs/domain/kernel';
import { awardKinds, nomineeKinds } from '#libs/domain/procedure';
import type { Page } from '#libs/service/read-models';
import { z } from 'zod';
import { answerOf, asOf, day, pageAnswer } from '../http/answers.js';
import type { AsOf } from '../http/reading.js';
import type { PastAwardTold, ProposalTold } from './tell-history.js';

const pastAward = answerOf<PastAwardTold>()(
  z
    .strictObject({
      ref: z.string().meta({ description: 'What `recognise` and evidence call it.' }),
      kind: z.enum(nomineeKinds),
      name: z.string(),
      unit: z.string(),
      code: z.string().optional(),
      birthDate: day().optional(),
      award: z.string().optional().meta({ description: 'Absent where the line says that there was none.' }),
      awardKind: z.enum(awardKinds).optional(),
      grade: z.string().optional(),
      meritYear: z.int().optional(),
      variant: z.string().optional(),
      decidedOn: day().optional(),
      decision: z.string().optional(),
      decidedBy: z.string().optional(),
      source: z
        .string()
        .optional()
        .meta({ description: 'Where the list comes from; absent for a dossier of this system.' }),
      struck: z.boolean(),
      cancelled: z.boolean(),
      covers: z.strictObject({ from: z.int().optional(), to: z.int() }).optional(),
      position: z.string(),
    })
    .meta({ id: 'PastAward', description: 'An earlier award, from a decided dossier or an imported list.' }),
);

export const proposalsPage = answerOf<Page<ProposalTold>>()(
  pageAnswer(
    z
      .strictObject({
        nomineeId: z.string(),
        proposal: proposal.optional(),
        told: z.array(bilingual()),
        history: z.array(
          z.strictObject({
            by: z.enum(['code', 'confirmed', 'namesake']).meta({
              description:
                'Why it is taken for this nominee’s. A namesake’s award counts only once a person has said so.',
            }),
            pastAward,
          }),
        ),
      })
      .meta({
        id: 'NomineeProposal',
        description: 'What the system proposes about a nominee, and what is known of him.',
      }),
    {},
  ),
);

export const pastAwardsPage = answerOf<Page<PastAwardTold> & AsOf>()(pageAnswer(pastAward, asOf));
