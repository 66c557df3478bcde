import { randomUUID } from 'node:crypto';
import { eventually } from '#libs/platform/testing';
import { must, type OfficeClient, type Problem, type Reply } from '../support/office-client.js';
import { planted, tells } from '../support/planted-words.js';
import { issueOn, officeWay } from '../support/office-way.js';
import { type OfficeOnAWire, openOfficeOnAWire } from '../support/office.js';
import { fact } from '../support/office-facts.js';

describe('names and reasons', () => {
  let office: OfficeOnAWire;
  const errors: Reply<Problem>[] = [];

  beforeAll(async () => {
    office = await openOfficeOnAWire();
  });
  afterAll(() => office.close());

  const refused = async (who: OfficeClient, path: string, body: unknown, status: number): Promise<void> => {
    const reply = await who.post<Problem>(path, body);
    expect([path, reply.status]).toEqual([path, status]);
    errors.push(reply);
  };

  it('are found by the search that looks for them', () => {
    for (const words of Object.values(planted)) {
      expect(tells(words)).toHaveLength(1);
      expect(tells(encodeURIComponent(words.normalize('NFD')))).toHaveLength(1);
    }
    expect(tells(String.raw`{"name":"Wu\u0078anh"}`)).toEqual(['wuxanh']);
  });

  it('stand in no error body when the office says no', async () => {
    const unit = office.as('acc-don-vi');
    const { path } = await officeWay(office, 'drafted', { title: planted.title });
    const nominees = [
      { kind: 'individual', name: planted.nominee, unit: 'Tổ' },
      { kind: 'collective', name: planted.collective, unit: 'Tổ' },
    ];
    await refused(unit, `${path}/add-nominees`, { nominees: [nominees[0], nominees[0]] }, 422);
    await refused(unit, `${path}/add-nominees`, { nominees: [{ ...nominees[0], kind: planted.nominee }] }, 400);
    await refused(unit, `${path}/add-nominees`, { nominees: [{ ...nominees[0], [planted.field]: '1970' }] }, 400);
    await refused(unit, `${path}/add-nominees`, { nominees: planted.nominee }, 400);
    await must(unit.post(`${path}/add-nominees`, { nominees }));
    await refused(unit, `${path}/add-nominees`, { nominees: [nominees[1]] }, 422);
    await refused(unit, `${path}/attach-document`, { document: 'TT', sha256: planted.reason }, 400);
    await refused(unit, `${path}/return`, { reason: planted.reason }, 409);
    await must(unit.post(`${path}/classify`, { level: 'mat', reason: planted.reason }));
    await refused(unit, `${path}/classify`, { level: planted.reason, reason: planted.reason }, 400);
    await must(unit.post(`${path}/submit`));
    await refused(office.as('acc-van-thu'), `${path}/return`, { reason: planted.reason }, 403);
    const correct = { revision: 0, field: 'title', old: planted.reason, new: planted.title, reason: planted.reason };
    await refused(office.as('acc-tham-dinh'), `${path}/correct-fact`, correct, 422);
    await must(office.as('acc-tham-dinh').post(`${path}/return`, { reason: planted.reason }));
    errors.push(await unit.post<Problem>(`${path}/withdraw`, { reason: planted.reason }, { ifMatch: 0 }));
    errors.push(await unit.get<Problem>(`/api/v1/dossiers?q=${encodeURIComponent(planted.search)}&limit=0`));
    errors.push(
      await unit.send<Problem>('POST', '/api/v1/dossiers', {
        body: `{"title": "${planted.title}`,
        headers: { 'content-type': 'application/json' },
      }),
    );
    expect(errors.map(({ status }) => status).every((status) => status >= 400)).toBe(true);
    expect(errors.flatMap(({ text }) => tells(text))).toEqual([]);
  });

  it('stand in no log line while a dossier goes its way, the store goes away and a decision is issued', async () => {
    const approved = await officeWay(office, 'approved', { title: planted.title });
    await office.as('acc-don-vi').get(`/api/v1/dossiers?q=${encodeURIComponent(planted.search)}`);
    await office.wire.close();
    errors.push(await office.as('acc-tham-dinh').post<Problem>(`${approved.path}/suspend`, { reason: planted.reason }));
    await office.wire.open();
    await eventually('the office is ready again', async () => {
      const { status } = await office.as(undefined).get('/health/ready');
      return status === 200;
    });
    const clerk = office.as('acc-van-thu');
    const { nominees, id } = approved;
    const drafted = await must(clerk.post('/api/v1/decisions', { dossiers: [{ dossierId: id, nominees }] }));
    const issue = issueOn(office.today());
    await must(
      clerk.post(`/api/v1/decisions/${drafted.id}/issue`, {
        ...issue,
        signer: { ...issue.signer, name: planted.signer },
      }),
    );
    expect(office.log.length).toBeGreaterThan(0);
    expect(tells(office.log.join(''))).toEqual([]);
  });

  it('stand neither in the log nor in the answer when something breaks that nobody thought of', async () => {
    const { id, path } = await officeWay(office, 'submitted', { title: planted.title });
    // A fact in no shape that this program writes, and in none that it can fold.
    const { store } = office.foundation;
    const broken = {
      ...fact('DossierReturned', { reason: planted.reason, step: 'rework' }),
      data: { reason: { who: planted.nominee } },
    };
    await store.append(`dossier-${id}`, 'any', [{ ...broken, type: 'NomineesAppraised' }], {
      account: 'acc-test',
      commandId: randomUUID(),
      fingerprint: 'test',
    });
    const reply = await office.as('acc-tham-dinh').get<Problem>(path);
    expect(reply.status).toBe(500);
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(tells(reply.text)).toEqual([]);
    const correlationId = reply.body.instance.slice('urn:uuid:'.length);
    const lines = office.log.filter((line) => line.includes(correlationId));
    expect(lines.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual(['a request failed', 'request']);
    expect(reply.headers.get('x-correlation-id')).toBe(correlationId);
    await eventually('the projector has met it', () =>
      office.log.some((line) => line.includes('"parked"') || line.includes('retrying')),
    );
    expect(tells(office.log.join(''))).toEqual([]);
  });
});
