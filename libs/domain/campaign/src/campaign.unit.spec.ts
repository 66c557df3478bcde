import { type Actor, type Decision, type ErrorCode, type Role, valueOf } from '#libs/domain/kernel';
import { campaignDecider, checkEntry, standingAt, windowOf } from './index.js';
import type { CampaignCommand, CampaignFact, CampaignState, MaybeCampaign } from './index.js';

const NOW = '2026-11-10T02:00:00.000Z';
const FROM = '2026-10-31T17:00:00.000Z';
const UNTIL = '2026-12-10T17:00:00.000Z';

const as = (role: Role, unitId = 'ubnd-tinh'): Actor => ({ id: 'acc', positionId: 'pos', unitId, roles: [role] });

/** A campaign's stream, without a store. */
class Stream {
  state: MaybeCampaign;

  constructor(...commands: readonly CampaignCommand[]) {
    for (const command of commands) valueOf(this.take(command));
  }

  take(command: CampaignCommand, actor = as('officer'), now = NOW): Decision<readonly CampaignFact[]> {
    const decided = campaignDecider.decide(command, this.state, { campaignId: 'C1', actor, now });
    if (!decided.ok) return decided;
    for (const fact of decided.value) {
      const context = { revision: (this.state?.revision ?? -1) + 1, recordedAt: now, effectiveAt: now, actor };
      this.state = campaignDecider.evolve(this.state, { ...fact, ...context });
    }
    return decided;
  }

  get campaign(): CampaignState {
    if (!this.state) throw new Error('There is no campaign.');
    return this.state;
  }
}

const open = (more: { awards?: string[]; until?: string } = {}): CampaignCommand => ({
  type: 'open',
  data: { names: { vi: 'Đợt cuối năm', en: 'Year’s end' }, from: FROM, until: UNTIL, ...more },
});
const extend = (until: string): CampaignCommand => ({ type: 'extend', data: { until, reason: 'Chưa đủ' } });
const close: CampaignCommand = { type: 'close', data: { reason: 'Đã đủ' } };
const refused = (code: ErrorCode, more = {}) => ({ ok: false, error: { code, ...more } });

describe('a campaign (đợt trình hồ sơ)', () => {
  it('is opened once, by the body that takes the dossiers, and ends after it begins', () => {
    expect(new Stream(open()).campaign).toMatchObject({ id: 'C1', bodyId: 'ubnd-tinh', from: FROM, until: UNTIL });
    expect(new Stream(open()).take(open())).toMatchObject(refused('CAMPAIGN_EXISTS'));
    expect(new Stream().take(open({ until: FROM }))).toMatchObject(refused('CAMPAIGN_ENDS_TOO_EARLY', { rule: 'R53' }));
    for (const role of ['submitter', 'council_member', 'auditor', 'operator'] as const)
      expect(new Stream().take(open(), as(role))).toMatchObject(refused('POSITION_NOT_ALLOWED'));
    expect(new Stream(open()).take(close, as('officer', 'ubnd-khac'))).toMatchObject(refused('OTHER_UNIT'));
    expect(new Stream().take(close)).toMatchObject(refused('NOT_FOUND'));
  });

  it('R53: has its first moment and not its last, each told to who comes at another time', () => {
    const { campaign } = new Stream(open());
    const at = (moment: string) => checkEntry(campaign, { bodyId: 'ubnd-tinh', award: 'BK_TINH', at: moment });
    expect([at(FROM).ok, at('2026-12-10T16:59:59.999Z').ok]).toEqual([true, true]);
    expect(at('2026-10-31T16:59:59.999Z')).toMatchObject(refused('OUTSIDE_CAMPAIGN', { rule: 'R53' }));
    expect(at(UNTIL)).toMatchObject(
      refused('OUTSIDE_CAMPAIGN', { rule: 'R53', params: { campaign: 'C1', from: FROM, to: UNTIL, at: UNTIL } }),
    );
    expect(['2026-10-01T00:00:00.000Z', NOW, UNTIL].map((moment) => standingAt(campaign, moment))).toEqual([
      'awaited',
      'open',
      'over',
    ]);
  });

  it('is extended to later only, and closed from now on, once', () => {
    const later = '2026-12-20T17:00:00.000Z';
    expect(new Stream(open(), extend(later)).campaign.until).toBe(later);
    expect(new Stream(open()).take(extend(UNTIL))).toMatchObject(refused('CAMPAIGN_ENDS_TOO_EARLY'));
    const closed = new Stream(open(), close);
    expect(windowOf(closed.campaign)).toEqual({ from: FROM, to: NOW });
    expect(standingAt(closed.campaign, NOW)).toBe('over');
    expect(closed.take(close)).toMatchObject(refused('CAMPAIGN_CLOSED', { params: { at: NOW } }));
    expect(closed.take(extend(later))).toMatchObject(refused('CAMPAIGN_CLOSED'));
    expect(new Stream(open()).take(close, as('secretary'), later)).toMatchObject(
      refused('CAMPAIGN_CLOSED', { params: { at: UNTIL } }),
    );
  });

  it('takes dossiers of its own body, and of its awards where it names any', () => {
    const { campaign } = new Stream(open({ awards: ['CSTD_BT'] }));
    const entry = { bodyId: 'ubnd-tinh', award: 'CSTD_BT', at: NOW };
    expect(checkEntry(campaign, entry).ok).toBe(true);
    expect(checkEntry(campaign, { ...entry, award: 'BK_TINH' })).toMatchObject(
      refused('CAMPAIGN_NOT_FOR_AWARD', { params: { awards: ['CSTD_BT'] } }),
    );
    expect(checkEntry(campaign, { ...entry, bodyId: 'ubnd-khac' })).toMatchObject(refused('CAMPAIGN_OF_OTHER_BODY'));
  });
});
