import type { DossierListItem, Page, TimelineRow } from '#libs/service/read-models';
import { must } from '../support/office-client.js';
import { decisionOf, dossierOf, officeWay, type WayfarerDossier } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

/** 3 × and 1.5 × the base salary of 2 530 000 đ in force since 2026-07-01, rounded up to whole 10 000 đ. */
const PRIZES = { collective: 7_590_000, individual: 3_800_000 };

describe('a batch of 9 collectives and 52 individuals', () => {
  let office: Office;
  let dossier: WayfarerDossier;

  beforeAll(async () => {
    office = await openOffice();
    dossier = await officeWay(office, 'archived', { collectives: 9, individuals: 52 });
  });
  afterAll(() => office.close());

  it('goes from the draft to the archive over HTTP', async () => {
    expect(await dossierOf(office, dossier)).toMatchObject({
      step: 'archived',
      procedure: { code: 'BK_TINH', version: 'R2025.1' },
      counts: { total: 61, byKind: { collective: 9, individual: 52 }, conferred: 61 },
    });
  });

  it('has one decision number, 61 recipients, and a golden book from 1 to 61', async () => {
    const decision = await decisionOf(office, dossier.decisionId);
    expect(decision.issue).toMatchObject({ number: 1, symbol: '1/QĐ-UBND', date: '2026-08-24' });
    expect(decision.recipients.map(({ goldenBookNumber }) => goldenBookNumber)).toEqual(
      Array.from({ length: 61 }, (_, index) => index + 1),
    );
    expect(decision.validByKind).toEqual({ collective: 9, individual: 52 });
    expect(new Set(decision.recipients.map(({ nomineeId }) => nomineeId)).size).toBe(61);
  });

  it('pays each recipient by kind, and the total', async () => {
    const { issue, recipients } = await decisionOf(office, dossier.decisionId);
    for (const { kind, prize } of recipients) expect(prize).toBe(PRIZES[kind as keyof typeof PRIZES]);
    expect(issue?.total).toBe(9 * PRIZES.collective + 52 * PRIZES.individual);
  });

  it('answers each command with id, revision, position and facts', () => {
    const { answers } = dossier;
    expect(Object.keys(answers)).toHaveLength(13);
    for (const [command, answer] of Object.entries(answers)) {
      // A receipt also tells the code under which anybody may look it up.
      const more = command === 'receive' ? ['receiptCode'] : [];
      expect(Object.keys(answer).sort()).toEqual(['events', 'id', 'position', ...more, 'revision']);
      expect(answer.position).toMatch(/^\d+(\/\d+)?$/);
    }
    expect(answers['draft']).toMatchObject({ id: dossier.id, revision: 0, events: ['DossierDrafted'] });
    expect(answers['receive']?.events).toEqual(['DossierReceived', 'DeadlineSet', 'DeadlineSet']);
    expect(answers['draft-decision']).toMatchObject({ id: dossier.decisionId, revision: 0 });
    expect(answers['issue']).toMatchObject({ id: dossier.decisionId, revision: 1, events: ['DecisionIssued'] });
    expect(answers['archive']?.events).toEqual(['DossierArchived']);
  });

  it('stands in list and timeline as the log has it', async () => {
    const { position } = dossier.answers['archive'] ?? { position: '' };
    const unit = office.as('acc-don-vi');
    const { items } = await must(unit.get<Page<DossierListItem>>(`/api/v1/dossiers?minPosition=${position}`));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      id: dossier.id,
      step: 'archived',
      outcome: 'granted',
      collectives: 9,
      individuals: 52,
      decisionId: dossier.decisionId,
      decisionNumber: 1,
    });
    const timeline = await must(
      unit.get<Page<TimelineRow>>(`${dossier.path}/events?minPosition=${position}&limit=200`),
    );
    const types = timeline.items.map(({ type }) => type);
    expect(types.filter((type) => type.startsWith('Decision'))).toEqual([
      'DecisionDrafted',
      'DecisionIssued',
      'DecisionReceived',
    ]);
    expect(types.at(-1)).toBe('DossierArchived');
  });

  it('gives the next decision the next number', async () => {
    const next = await officeWay(office, 'issued', { individuals: 1 });
    expect((await decisionOf(office, next.decisionId)).issue?.number).toBe(2);
  });
});
