import type { AwardHistory } from '#libs/domain/eligibility';
import { openHistories } from '#libs/service/commands';
import { receivedWith } from './runners/eligibility.runners.js';
import { asking, asksYears, entered, recipient, withPast } from './runners/history.runners.js';
import { BODY, RuleOffice } from './rule-office.js';

describe('R56: an appraisal that was recorded after the cancellation', () => {
  it('by what a reader knew a moment before: the dossier is told when its log is followed, once', async () => {
    const procedure = asking('CSTD_BT', asksYears('R12', 'CSTDCS', 3));
    await withPast(procedure, async ({ office, histories }) => {
      office.at('2026-01-20T08:00:00+07:00');
      const years = [2023, 2024, 2025];
      const lines = years.map((meritYear) => ({ award: 'CSTDCS', meritYear, decidedOn: `${meritYear + 1}-01-15` }));
      const importId = await entered(office, lines, 2025);
      const nominee = { kind: 'individual' as const, ...recipient, claims: { meritYear: 2025 } };
      const dossier = await receivedWith(office, procedure, nominee, '2026-02-02T09:00:00+07:00');
      const seen = await histories.of(await dossier.state(), ['N1']);
      await office.list(BODY, { type: 'strike', data: { importId, line: 2, because: 'cancelled', reason: 'Hủy' } });
      await office.react();
      // Nothing rested on the award when it was cancelled.
      expect((await dossier.state()).nominees.get('N1')).not.toHaveProperty('evidenceLost');

      const late = new RuleOffice({
        law: office.law,
        store: office.store,
        clock: office.clock,
        past: Object.assign(openHistories(office.store, histories.database), {
          of: async (): Promise<ReadonlyMap<string, AwardHistory>> => seen,
        }),
      });
      const officer = await dossier.actor('appraise-nominees');
      const verdicts = [{ nomineeId: 'N1', verdict: 'qualified' as const, reason: 'Đạt', evidence: [] }];
      const appraised = await late.act('D1', officer, { type: 'appraise-nominees', data: { verdicts } });
      expect(appraised).toMatchObject({ ok: true });
      expect((await dossier.state()).nominees.get('N1')?.verdict?.proposal?.outcome).toBe('pass');
      await office.react();
      expect((await dossier.state()).nominees.get('N1')).toMatchObject({
        verdict: { verdict: 'qualified' },
        evidenceLost: { refs: [`${importId}/L2`], proposal: { outcome: 'fail' } },
      });
      const facts = await office.facts('dossier-D1');
      await office.react();
      expect(await office.facts('dossier-D1')).toEqual(facts);
    });
  });
});
