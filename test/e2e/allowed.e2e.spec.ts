import type { CommandTold, ReceiptReadiness } from '#libs/service/reading';
import { must, type OfficeClient, type Problem } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { neighbour } from '../support/other-people.js';

interface Allowed {
  readonly id: string;
  readonly revision: number;
  readonly commands: readonly CommandTold[];
  readonly nextReceipt: ReceiptReadiness;
}

describe('what somebody may do', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ accounts: [neighbour] });
  });
  afterAll(() => office.close());

  const allowedFor = (who: OfficeClient, path: string) => must(who.get<Allowed>(`${path}/allowed`));
  const possible = ({ commands }: Allowed): string[] =>
    commands.filter(({ allowed }) => allowed).map(({ command }) => command);
  const named = ({ commands }: Allowed, name: string): CommandTold | undefined =>
    commands.find(({ command }) => command === name);

  it('with a dossier is told for each command, with rule and source, and for the revision it holds for', async () => {
    const { path } = await officeWay(office, 'received');
    const reply = await office.as('acc-tham-dinh').get<Allowed>(`${path}/allowed`);
    expect(reply.headers.get('etag')).toBe(`"${reply.body.revision}"`);
    expect(possible(reply.body)).toEqual(expect.arrayContaining(['appraise-nominees', 'request-supplement', 'return']));
    expect(named(reply.body, 'appraise-nominees')).toMatchObject({
      name: { vi: 'thẩm định đối tượng', en: 'appraisal of nominees' },
      method: 'POST',
      path: `${path}/appraise-nominees`,
    });
    expect(named(reply.body, 'complete-appraisal')).toMatchObject({
      allowed: false,
      refusal: { code: 'NOMINEES_NOT_COVERED', params: { nominees: ['N1', 'N2'] } },
    });
    expect(named(reply.body, 'resume')?.refusal).toMatchObject({ code: 'DOSSIER_NOT_SUSPENDED', rule: 'R18' });
    expect(named(reply.body, 'resume')?.refusal?.source).toEqual(expect.any(String));
    for (const { refusal } of reply.body.commands.filter(({ allowed }) => !allowed))
      for (const text of [refusal?.details.vi, refusal?.details.en]) expect(text?.length).toBeGreaterThan(10);
  });

  it('is until when, where a clock waits for it', async () => {
    const { path } = await officeWay(office, 'received');
    const officer = office.as('acc-tham-dinh');
    const { until } = named(await allowedFor(officer, path), 'appraise-nominees') ?? {};
    expect(until).toMatchObject({ clock: 'screen', missed: false, name: { vi: expect.any(String) as string } });
    expect(until?.text.vi).toMatch(/^17:00 thứ /);
  });

  it('says which papers the next receipt would miss, by name', async () => {
    const { path } = await officeWay(office, 'submitted', { documents: ['TT', 'DS'] });
    const { commands, nextReceipt } = await allowedFor(office.as('acc-tham-dinh'), path);
    expect(nextReceipt.missing.map(({ document }) => document)).toEqual(['BC_CT_CN', 'BB']);
    for (const { name } of nextReceipt.missing) expect(name.vi.length).toBeGreaterThan(5);
    const receive = commands.find(({ command }) => command === 'receive');
    expect(receive?.refusal).toMatchObject({ code: 'DOCUMENTS_MISSING', rule: 'R5' });
    const unit = await allowedFor(office.as('acc-don-vi'), path);
    expect(unit.nextReceipt).toEqual(nextReceipt);
    expect(named(unit, 'receive')?.refusal?.code).toBe('POSITION_NOT_ALLOWED');
  });

  it('is what happens: each refused command is refused with the same code, whoever asks', async () => {
    const { path } = await officeWay(office, 'received');
    for (const who of ['acc-don-vi', 'acc-tham-dinh', 'acc-thu-ky', 'acc-lanh-dao'].map((id) => office.as(id))) {
      await must(who.get(path));
      for (const { command, allowed, refusal } of (await allowedFor(who, path)).commands) {
        // Commands without data can be tried as they are.
        if (allowed || !['submit', 'receive', 'supplement', 'complete-appraisal', 'archive'].includes(command))
          continue;
        const { body } = await who.post<Problem>(`${path}/${command}`, {});
        expect([command, body.code]).toEqual([command, refusal?.code]);
      }
    }
  });

  it('is told to nobody who may not see the dossier', async () => {
    const { path } = await officeWay(office, 'submitted');
    expect((await office.as(neighbour.id).get(`${path}/allowed`)).status).toBe(404);
    expect((await office.as('acc-van-hanh').get(`${path}/allowed`)).status).toBe(403);
    expect(possible(await allowedFor(office.as('acc-thanh-tra'), path))).toEqual([]);
  });

  it('with a decision is told too', async () => {
    const { decisionId } = await officeWay(office, 'entered');
    const path = `/api/v1/decisions/${decisionId}`;
    expect(possible(await allowedFor(office.as('acc-van-thu'), path))).toContain('issue');
    const officer = await allowedFor(office.as('acc-tham-dinh'), path);
    expect(named(officer, 'issue')?.refusal).toMatchObject({ code: 'POSITION_NOT_ALLOWED' });
    expect(named(officer, 'cancel-award')?.refusal).toMatchObject({ code: 'DECISION_NOT_IN_STATE' });
    expect((await office.as('acc-don-vi').get(`${path}/allowed`)).status).toBe(404);
  });
});
