import type { DecisionView } from '#libs/domain/decision';
import { eventually } from '#libs/platform/testing';
import type { CommandAnswer, RegisterEntry } from '#libs/service/commands';
import type { Page } from '#libs/service/read-models';
import type { ProposalTold } from '../../apps/api/src/award-history/tell-history.js';
import { lawWith, restorable } from '../support/law-with-criteria.js';
import { must, type Problem } from '../support/office-client.js';
import { decisionOf, officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { person } from '../support/other-people.js';

const codes = ['001199000081', '001199000082'];

/** One award may be restored; another asks for it, and may not. */
const law = lawWith({
  'BK_TINH.R2025.1': restorable,
  'CSTDCS.R2025.1': {
    criteria: {
      prerequisites: [
        {
          id: 'held-before',
          test: 'earlier_awards',
          rule: 'R17',
          award: 'BK_TINH',
          count: 1,
          names: { vi: 'Đã được Bằng khen', en: 'Was given the certificate' },
          effective: { from: '2024-01-01', until: null },
          source: 'Quy chế Art 4',
          confidence: 'design',
        },
      ],
    },
  },
});
/** The head of another body, who may look into all decisions. */
const superior = person('acc-cap-tren', 'bo-khac', 'authority', 'auditor');

let office: Office;
let first: WayfarerDossier;
let later: WayfarerDossier;

beforeAll(async () => {
  office = await openOffice({ home: law.home, accounts: [superior] });
  first = await officeWay(office, 'decided', { individuals: 2, codes });
  later = await officeWay(office, 'received', { procedure: 'CSTDCS', individuals: 1, codes });
});
afterAll(async () => {
  await office?.close();
  law.drop();
});

const authority = () => office.as('acc-lanh-dao');
const decision = (): Promise<DecisionView> => decisionOf(office, first.decisionId);
const about = (nomineeId = 'N1') => ({ dossierId: first.id, nomineeId, reason: 'Kết luận thanh tra được sửa đổi' });

const sent = (command: string, body: object, who = authority(), key?: string) =>
  who.post<CommandAnswer & Problem>(
    `/api/v1/decisions/${first.decisionId}/${command}`,
    body,
    key === undefined ? {} : { key },
  );
const refused = async (answer: ReturnType<typeof sent>) => {
  const { status, body } = await answer;
  return [status, body.code, body.rule];
};
const cancel = (ground = 'false_merit') => must(sent('cancel-award', { ...about(), ground }));

/** What the award that asks for the first one would be told now. */
async function proposed(): Promise<string | undefined> {
  const officer = office.as('acc-tham-dinh');
  const { items } = await must(officer.get<{ items: readonly ProposalTold[] }>(`${later.path}/proposals`));
  return items[0]?.proposal?.outcome;
}

async function outcomes(): Promise<Readonly<Record<string, number>>> {
  const minPosition = await office.foundation.store.head();
  type Figures = { readonly total: { readonly outcomes: Readonly<Record<string, number>> } };
  return (
    await must(office.as('acc-thanh-tra').get<Figures>(`/api/v1/statistics?by=outcome&minPosition=${minPosition}`))
  ).total.outcomes;
}

describe('R55: an award that was cancelled is restored, over HTTP', () => {
  it('nothing is restored that was not cancelled', async () => {
    expect(await proposed()).toBe('pass');
    expect(await refused(sent('restore-award', about()))).toEqual([422, 'AWARD_NOT_CANCELLED', 'R55']);
  });

  it('cancelled it stops counting; only the body that decided restores it', async () => {
    await cancel();
    expect(await proposed()).not.toBe('pass');
    expect(await outcomes()).toMatchObject({ granted: 1, cancelled: 1 });
    expect(await refused(sent('restore-award', about(), office.as(superior.id)))).toEqual([
      403,
      'NOT_THE_DECIDING_BODY',
      'R55',
    ]);
    expect((await refused(sent('restore-award', about(), office.as('acc-van-thu'))))[0]).toBe(403);
    expect((await decision()).cancelled).toBe(1);
  });

  it('restored it counts again, in every list, once however often it is sent', async () => {
    const key = 'b1f4c1de-3a51-4f0e-8f0e-4b7f6c1f6b1e';
    const answer = await must(sent('restore-award', about(), authority(), key));
    expect(await must(sent('restore-award', about(), authority(), key))).toEqual(answer);
    expect(await proposed()).toBe('pass');
    expect(await outcomes()).toMatchObject({ granted: 2, cancelled: 0 });
    const { valid, cancelled, recipients } = await decision();
    expect([valid, cancelled]).toEqual([2, 0]);
    expect(recipients.map(({ restored }) => restored?.reason)).toEqual([about().reason, undefined]);
    const register = `/api/v1/registers/ubnd-tinh/${encodeURIComponent('QĐ')}/${office.today().slice(0, 4)}`;
    const { items } = await must(office.as('acc-van-thu').get<Page<RegisterEntry>>(register));
    expect(items).toMatchObject([{ number: 1, state: 'issued', recipients: 2, cancelled: 0 }]);
  });

  it('both facts stay in the timeline of the dossier, and its unit is told', async () => {
    const unit = office.as('acc-don-vi');
    const timeline = `${first.path}/timeline?minPosition=${await office.foundation.store.head()}`;
    const { items } = await must(unit.get<{ items: readonly { type: string }[] }>(timeline));
    const types = items.map(({ type }) => type).filter((type) => /^Award(Cancelled|Restored)$/.test(type));
    expect(types).toEqual(['AwardCancelled', 'AwardRestored']);
    await eventually('the unit is told', async () => {
      const told = await must(unit.get<{ items: readonly { type: string }[] }>('/api/v1/notifications'));
      return told.items.some(({ type }) => type === 'AwardRestored');
    });
  });

  it('it may be cancelled and restored again', async () => {
    await cancel();
    expect(await proposed()).not.toBe('pass');
    await must(sent('restore-award', about()));
    expect(await proposed()).toBe('pass');
  });

  it('of two who restore at the same moment one does', async () => {
    await cancel();
    const answers = await Promise.all([1, 2].map(() => sent('restore-award', about())));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect((await decision()).cancelled).toBe(0);
  });

  it('where the procedure provides nothing of the kind it is refused, with the source', async () => {
    // That it passes without a reason, the restored award allows.
    const other = await officeWay(office, 'decided', { procedure: 'CSTDCS', individuals: 1, codes });
    const path = `/api/v1/decisions/${other.decisionId}`;
    const body = { dossierId: other.id, nomineeId: 'N1', reason: 'Kết luận' };
    await must(authority().post(`${path}/cancel-award`, { ...body, ground: 'false_merit' }));
    const answer = await authority().post<Problem>(`${path}/restore-award`, body);
    expect([answer.status, answer.body.code, answer.body.rule, answer.body.source]).toEqual([
      422,
      'RESTORATION_NOT_PROVIDED',
      'R55',
      'L22 Art 93(2)(7)(8)',
    ]);
  });
});
