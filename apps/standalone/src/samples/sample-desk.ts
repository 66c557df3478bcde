import { readSecretKey } from '#libs/service/access';
import { ProcedureLives } from '#libs/service/commands';
import { type Foundation } from '#libs/service/foundation';
import { changePreferences, Webhooks } from '#libs/service/notifications';
import type { SampleGround } from './sample-ground.js';
import { demand, requestOf } from './sample-organization.js';

const AWARD = 'BK_TINH';
/** So many working days for the appraisal, instead of those of the law: a proposal, and nothing else. */
const PROPOSED_DAYS = 12;
/** Whose webhook leads to a machine that no webhook may reach. */
const UNREACHED = 'acc-tham-dinh';

/**
 * What an operator finds on his desk: a draft of a procedure that is being tried on all dossiers there are, and a webhook that leads
 * nowhere, so that what is sent there comes back.
 */
export async function fillOperatorsDesk(foundation: Foundation, ground: SampleGround): Promise<void> {
  await pointNowhere(foundation);
  await draftAndTry(foundation, ground);
}

async function pointNowhere({ database, law, config }: Foundation): Promise<void> {
  const key = await readSecretKey(config.dataFolder, config.signIn.secretKey);
  const webhooks = new Webhooks(database, key, new Set(config.webhookOwnTargets));
  demand('webhook', await webhooks.point(UNREACHED, 'https://localhost/lich-nhac', 'acc-van-hanh'));
  const choices = (['deadline', 'overdue'] as const).map((category) => ({
    category,
    channel: 'webhook' as const,
    choice: 'on' as const,
  }));
  demand(
    'preferences',
    await changePreferences(
      database,
      law.notifications,
      UNREACHED,
      { choices },
      { accountId: UNREACHED, via: 'settings' },
    ),
  );
}

async function draftAndTry({ store, law, clock }: Foundation, ground: SampleGround): Promise<void> {
  const base = law.procedures
    .filter(({ code, effective: { from } }) => code === AWARD && from <= ground.today)
    .toSorted((one, other) => other.effective.from.localeCompare(one.effective.from))[0];
  const appraise = base?.clocks['appraise'];
  if (!base || !appraise || !('value' in appraise.limit)) return;
  const { hash: _hash, ...document } = base;
  const version = `${base.version}-DU-THAO`;
  const draft = {
    ...document,
    version,
    carriedOver: null,
    clocks: { ...base.clocks, appraise: { ...appraise, limit: { ...appraise.limit, value: PROPOSED_DAYS } } },
  };
  const lives = new ProcedureLives(store, law, clock);
  const saved = await lives.execute(
    AWARD,
    { type: 'save-draft', data: { document: draft } },
    requestOf('acc-van-hanh', AWARD, 'draft'),
  );
  demand('save-draft', saved);
  const asked = { type: 'request-dry-run', data: { version } } as const;
  demand('request-dry-run', await lives.execute(AWARD, asked, requestOf('acc-van-hanh', AWARD, 'dry-run')));
}
