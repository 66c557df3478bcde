import type { DecisionCommand } from '#libs/domain/decision';
import { DrivenDossier } from './driven-dossier.js';
import { versionOf } from './law-of-cases.js';
import { person, type RuleOffice } from './rule-office.js';
import { must } from './runner.js';
import { foundFit, receivedWith } from './runners/eligibility.runners.js';
import { asking, recipient, withPast } from './runners/history.runners.js';

const PRESIDENT = 'president';
const about = { dossierId: 'D0', nomineeId: 'N1', reason: 'Kết luận thanh tra' };
const cancel: DecisionCommand = { type: 'cancel-award', data: { ...about, ground: 'false_merit' } };
const restore: DecisionCommand = { type: 'restore-award', data: about };
const nominee = { kind: 'individual' as const, ...recipient };

/** The recipient is a Labour Hero, under the procedure as shipped. */
async function honoured(office: RuleOffice): Promise<void> {
  office.at('2026-01-12T08:00:00+07:00');
  const dossier = await DrivenDossier.begin(office, 'D0', versionOf('AHLD'), {
    nominees: [nominee],
    decidingUnit: PRESIDENT,
  });
  await dossier.until('receive-decision');
  await dossier.issue('Q1');
  await office.react();
}

describe('R55: a title of honour that the State President restores', () => {
  const procedure = asking('CSTD_BT', { test: 'earlier_awards', rule: 'R17', award: 'AHLD', count: 1 });
  const president = person('authority', PRESIDENT);

  it('is restored by nobody below him, and counts for another award again', async () => {
    await withPast(procedure, async ({ office }) => {
      await honoured(office);
      const dossier = await receivedWith(office, procedure, nominee, '2026-09-07T09:00:00+07:00');
      await dossier.appraise();
      const judged = async () => (await dossier.state()).nominees.get('N1');
      expect((await judged())?.verdict?.proposal).toMatchObject({ outcome: 'pass' });

      // Cancelled and restored before the log is followed: nobody is told that anything was lost.
      must(await office.decide('Q1', president, cancel), 'cancel');
      must(await office.decide('Q1', president, restore), 'restore');
      await office.react();
      expect(await judged()).not.toHaveProperty('evidenceLost');

      must(await office.decide('Q1', president, cancel), 'cancel again');
      await office.react();
      expect(await judged()).toMatchObject({ evidenceLost: { refs: ['D0/N1'], proposal: { outcome: 'unknown' } } });
      const minister = { ...person('authority', 'prime_minister'), roles: ['authority', 'auditor'] as const };
      expect(await office.decide('Q1', minister, restore)).toMatchObject({
        ok: false,
        error: { code: 'NOT_THE_DECIDING_BODY', rule: 'R55' },
      });
      must(await office.decide('Q1', president, restore), 'restore again');
      // Judged anew it counts, and what was told is over.
      expect(await foundFit(dossier)).toMatchObject({ answer: { ok: true }, proposal: { outcome: 'pass' } });
      expect(await judged()).not.toHaveProperty('evidenceLost');
    });
  });
});
