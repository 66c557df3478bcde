import { z } from 'zod';
import { eventually } from './eventually.js';
import { dossierSeen, nomineesSeen } from './seen.js';
import { type Stage, cast } from './stage.js';
import type { Teller } from './teller.js';

const decision = z.object({
  valid: z.int(),
  validByKind: z.record(z.string(), z.int()),
});

/** One decision with a number of the register for all 61, the conferment and the archive. */
export async function decideAndConfer(stage: Stage, teller: Teller): Promise<void> {
  teller.chapter({
    vi: 'Một quyết định cho 61 đối tượng, một số trong sổ',
    en: 'One decision for 61 nominees, one number of the register',
  });
  stage.travelTo('2026-09-14T09:00');
  const nominees = (await nomineesSeen(stage, 'clerk')).map(({ id }) => id);
  const drafted = await stage.decide('clerk', '', { dossiers: [{ dossierId: stage.dossierId, nominees }] });
  await stage.look('draft decision');

  stage.travelTo('2026-09-15T10:00');
  await stage.decide(
    'clerk',
    `/${drafted.id}/issue`,
    {
      date: '2026-09-15',
      sign: 'QĐ-UBND',
      signer: { accountId: cast.authority, name: stage.nameOf('authority'), capacity: 'none' },
    },
    drafted.revision,
  );
  // The dossier learns of it by itself: a follower of the log tells it.
  await eventually('DecisionReceived', async () => (await dossierSeen(stage, 'clerk')).decision);
  await stage.look('issue decision');
  const { valid, validByKind } = await stage.read('clerk', `/decisions/${drafted.id}`, decision);
  const { collective = 0, individual = 0 } = validByKind;
  teller.aside({
    vi: `Quyết định có ${valid} người nhận: ${collective} tập thể, ${individual} cá nhân.`,
    en: `The decision has ${valid} recipients: ${collective} collectives, ${individual} individuals.`,
  });

  teller.chapter({ vi: 'Trao tặng và lưu trữ', en: 'Conferment and archive' });
  stage.travelTo('2026-09-25T08:30');
  await stage.act('secretary', 'confer', { heldOn: '2026-09-25', place: 'Hội trường UBND tỉnh' });
  stage.travelTo('2026-09-28T15:00');
  await stage.act('clerk', 'archive', { location: 'Kho lưu trữ cơ quan, giá 3' });
}
