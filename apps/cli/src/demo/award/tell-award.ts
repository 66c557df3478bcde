import { randomBytes } from 'node:crypto';
import type { Language } from '#libs/domain/kernel';
import type { Procedure } from '#libs/domain/procedure';
import { establishOffice } from '#libs/service/commands';
import type { Instance } from '../instance.js';
import type { Stage } from '../stage.js';
import { StoryBroken } from '../story-broken.js';
import type { Teller } from '../teller.js';
import { ApiOffice } from './api-office.js';
import { AWARD_STORY_BEGINS, Hours } from './hours.js';
import { baseAccounts, baseOffice } from './people.js';
import { takeAlong } from './take-along.js';

/** One dossier of an award, from its draft to the archive, by what its file says and by nothing else. */
export async function tellAward(
  procedure: Procedure,
  { stage, teller, instance, language }: { stage: Stage; teller: Teller; instance: Instance; language: Language },
): Promise<void> {
  teller.chapter({
    vi: `${procedure.names.vi} (${procedure.code}, ${procedure.version}): đi theo tệp quy trình`,
    en: `${procedure.names.en} (${procedure.code}, ${procedure.version}): by its procedure file`,
  });
  stage.travelToInstant(AWARD_STORY_BEGINS);
  await openBaseOffice(instance, stage);
  const office = new ApiOffice(stage, procedure, new Hours(AWARD_STORY_BEGINS), language);
  const [kind] = procedure.kinds;
  const [subject] = procedure.subjects;
  if (!kind || !subject) throw new StoryBroken(`${procedure.code}: ?`);
  const end = await takeAlong({ procedure, kind, subject }, office, language);
  const facts = await stage.factsOfDossier();
  teller.aside({
    vi: `Kết thúc tại “${procedure.steps[end]?.names.vi ?? end}” sau ${facts} sự kiện của hồ sơ.`,
    en: `Ended at “${procedure.steps[end]?.names.en ?? end}” after ${facts} facts of the dossier.`,
  });
}

/** The sample province has no body between its units and the province; awards that climb need one. */
async function openBaseOffice({ system }: Instance, stage: Stage): Promise<void> {
  const { store, clock, accounts } = system.foundation;
  for (const account of baseAccounts) {
    const token = randomBytes(24).toString('base64url');
    await accounts.open(account, { sample: true });
    await accounts.issueToken(account.id, token);
    stage.enter(account, token);
  }
  const done = await establishOffice(store, clock, baseOffice);
  if (!done.ok) throw new StoryBroken(done.error.code);
}
