import { holdersOf } from '#libs/domain/dossier';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { BODY, people } from '../../../../../test/support/dossier-desk.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter, fact, given } from '../../../../../test/support/dossier-spec.js';

const { officer, head, submitter } = people;
const second = { ...officer, id: 'account-minh', positionId: 'P-MINH' };
const dossierClaimed = fact('DossierClaimed');
const dossierAssigned = fact('DossierAssigned');
const dossierReleased = fact('DossierReleased');
const held = { account: officer.id, position: officer.positionId };

describe('claiming a dossier (nhận xử lý)', () => {
  it('is for oneself, in person and in a position', () => {
    const data = { role: 'officer', accountId: officer.id, positionId: officer.positionId, unitId: BODY } as const;
    given(paths.received()).when(acts.claim()).yields(dossierClaimed(data));
    given(paths.received())
      .when(acts.claim({ standing: null }))
      .refused('ASSIGNEE_NOT_IN_POSITION');
  });

  it('that somebody holds is refused, with who holds it and since when', () => {
    given(paths.received(), acts.claim({ at: '2026-08-24T09:05:00+07:00' }))
      .when(acts.claim({ by: second }))
      .refused('DOSSIER_HELD', {
        params: { ...held, since: '09:05 24/08/2026', sinceAt: '2026-08-24T02:05:00.000Z' },
      });
  });

  it('again changes nothing', () => {
    given(paths.received(), acts.claim()).when(acts.claim()).yieldsNothing();
  });

  it('in another role than the step has is refused', () => {
    given(paths.received())
      .when(acts.claim({ role: 'clerk' }))
      .refused('POSITION_NOT_ALLOWED');
    given(paths.received())
      .when(acts.claim({ role: 'officer', by: people.secretary }))
      .refused('POSITION_NOT_ALLOWED');
  });

  it('is possible for each role beside the others', () => {
    const state = deskAfter([paths.received(), acts.claim(), paths.appraised().slice(-2)]).state!;
    const desk = deskAfter([
      paths.received(),
      acts.claim(),
      paths.appraised().slice(-2),
      acts.claim({ by: people.secretary }),
    ]);
    expect(Object.keys(holdersOf(state))).toEqual(['officer']);
    expect(Object.keys(holdersOf(desk.state!))).toEqual(['officer', 'secretary']);
  });

  it('of what a leaver left behind is for who follows in his position, and for nobody else', () => {
    const holders = {
      officer: { ...second, accountId: 'gone', positionId: 'P-MINH', since: '2026-08-03T02:00:00.000Z', left: true },
    };
    given(paths.received())
      .when(acts.claim({ by: second, holders }))
      .yields(dossierClaimed({ accountId: second.id }));
    given(paths.received()).when(acts.claim({ holders })).refused('DOSSIER_HELD');
  });
});

describe('assigning a dossier (phân công)', () => {
  it('is done by who leads, to somebody in a position of the body', () => {
    given(paths.received())
      .when(acts.assign())
      .yields(dossierAssigned({ role: 'officer', accountId: 'account-minh', positionId: 'P-MINH', unitId: BODY }));
    given(paths.received())
      .when(acts.assign({ by: officer }))
      .refused('POSITION_NOT_ALLOWED');
  });

  it('from somebody else needs a reason, and says from whom', () => {
    const claimed = [...paths.received(), acts.claim()];
    given(claimed).when(acts.assign()).refused('REASSIGNMENT_NEEDS_REASON', { params: held });
    given(claimed)
      .when(acts.assign({ reason: 'Cân đối việc' }))
      .yields(
        dossierAssigned({
          from: { accountId: officer.id, positionId: officer.positionId },
          accountId: 'account-minh',
          reason: 'Cân đối việc',
        }),
      );
  });

  it('to who holds it already changes nothing', () => {
    given(paths.received(), acts.assign()).when(acts.assign()).yieldsNothing();
  });

  it.each([
    ['who does not hold the position', null, 'ASSIGNEE_NOT_IN_POSITION'],
    ['a position of another body', { unitId: 'BODY-9', roles: ['officer'] }, 'ASSIGNEE_IN_OTHER_UNIT'],
    ['a position without the role', { unitId: BODY, roles: ['clerk'] }, 'ASSIGNEE_WITHOUT_ROLE'],
  ] as const)('to %s is refused', (_who, standing, code) => {
    given(paths.received()).when(acts.assign({ standing })).refused(code);
  });

  it('goes by who holds it after a handover, not by what the dossier itself last said', () => {
    const holders = {
      officer: { accountId: 'new', positionId: 'P-NEW', unitId: BODY, since: '2026-08-03T02:00:00.000Z' },
    };
    const claimed = [...paths.received(), acts.claim()];
    given(claimed)
      .when(acts.release({ holders }))
      .refused('NOT_THE_HOLDER', { params: { account: 'new' } });
    given(claimed)
      .when(acts.claim({ holders }))
      .refused('DOSSIER_HELD', { params: { account: 'new' } });
    given(claimed)
      .when(acts.withdraw({ holders }))
      .yieldsAmongOthers(dossierReleased({ accountId: 'new', cause: 'withdraw' }));
  });
});

describe('holding a dossier', () => {
  it('is given back by the holder himself, with a reason', () => {
    const claimed = [...paths.received(), acts.claim()];
    given(claimed)
      .when(acts.release({ reason: 'Quá tải' }))
      .yields(dossierReleased({ role: 'officer', accountId: officer.id, reason: 'Quá tải' }));
    given(claimed)
      .when(acts.release({ by: second }))
      .refused('NOT_THE_HOLDER', { params: held });
    given(claimed, acts.release())
      .when(acts.claim({ by: second }))
      .yields(dossierClaimed({ accountId: second.id }));
  });

  it('keeps nobody else of the body from acting: the duty is the body’s, and four eyes count who acted', () => {
    given(paths.received(), acts.claim())
      .when(acts.appraise(['N1'], [], { by: second }))
      .yieldsAmongOthers({ type: 'NomineesAppraised', data: {} });
    given(paths.received(), acts.claim(), paths.voted().slice(-3))
      .when(acts.approve(['N1', 'N2'], {}, { by: { ...people.authority, id: second.id } }))
      .yieldsAmongOthers({ type: 'DossierApproved', data: {} });
  });

  it('survives a supplement, a return and a suspension', () => {
    for (const act of [acts.requestSupplement(), acts.returnDossier(), acts.suspend()])
      expect(holdersOf(deskAfter([paths.received(), acts.claim(), act]).state!)).toHaveProperty('officer');
  });

  it('ends with the dossier, and says because of what', () => {
    given(paths.received(), acts.claim())
      .when(acts.withdraw())
      .yieldsAmongOthers(dossierReleased({ role: 'officer', cause: 'withdraw' }));
    given(paths.conferred(), acts.claim())
      .when(acts.archive())
      .yields({ type: 'DossierArchived', data: {} }, dossierReleased({ cause: 'archive' }));
  });

  it('of the body ends when the dossier goes up; the submitting unit keeps its own', () => {
    const way = paths.filled({ procedure: 'CSTD_BT' });
    const up = given(
      [...way, acts.claim({ by: submitter }), acts.submit(), acts.receive(), acts.claim()],
      [acts.appraise(['N1', 'N2']), acts.completeAppraisal()],
    ).when(acts.forward({ toBodyId: 'BODY-2' }));
    up.yieldsAmongOthers(dossierReleased({ role: 'officer', cause: 'forward' }));
    expect(Object.keys(holdersOf(up.state))).toEqual(['submitter']);
  });

  it('is inherited by a dossier that is detached, also after a handover', () => {
    const parent = deskAfter([paths.received(), acts.claim()]).state!;
    given([])
      .when(acts.openDetached({ parent }))
      .yields({
        type: 'DetachedDossierOpened',
        data: {
          holders: [
            {
              role: 'officer',
              accountId: officer.id,
              positionId: officer.positionId,
              unitId: BODY,
              since: expect.any(String) as string,
            },
          ],
        },
      });
    const holders = {
      officer: { accountId: 'new', positionId: 'P-NEW', unitId: BODY, since: '2026-08-03T02:00:00.000Z' },
    };
    const child = given([]).when(acts.openDetached({ parent, holders })).state;
    expect(holdersOf(child).officer).toMatchObject({ accountId: 'new' });
  });

  it('is reassigned by the head of the section, who does no work of the step himself', () => {
    given(paths.received())
      .when(acts.receive({ by: head }))
      .refused('NOT_POSSIBLE_AT_STEP');
    given(paths.submitted())
      .when(acts.receive({ by: head }))
      .refused('POSITION_NOT_ALLOWED');
  });
});
