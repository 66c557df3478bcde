import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { eventually } from '#libs/platform/testing';
import { must, type Problem } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { planted, tells } from '../support/planted-words.js';
import { type Office, openOffice } from '../support/office.js';

describe('the webhook of an account', () => {
  let office: Office;
  let receiver: Server;
  let url: string;
  const received: { readonly headers: Record<string, string>; readonly body: string }[] = [];
  let answers = 503;

  beforeAll(async () => {
    receiver = createServer((request, response) => {
      void text(request).then((body) => {
        received.push({ headers: request.headers as Record<string, string>, body });
        response.writeHead(answers).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    const { port } = receiver.address() as AddressInfo;
    url = `http://127.0.0.1:${port}/hook?token=Zwiebelinh`;
    office = await openOffice({
      env: { VINHDANH_WEBHOOK_OWN_TARGETS: `127.0.0.1:${port}`, VINHDANH_SWEEP_SECONDS: '1' },
    });
  });
  afterAll(async () => {
    await office?.close();
    await new Promise((resolve) => receiver.close(resolve));
  });

  const path = '/api/v1/accounts/acc-tham-dinh/webhook';
  const put = (who: string, body: unknown) =>
    office.as(who).send<Problem & { secret: string }>('PUT', path, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });

  it('is pointed by operators, and only where it may lead', async () => {
    expect((await put('acc-tham-dinh', { url })).status).toBe(403);
    for (const address of ['https://127.0.0.1:1/', 'http://hooks.example/', 'https://169.254.169.254/latest']) {
      const { status, body } = await put('acc-van-hanh', { url: address });
      expect([address, status, body.code]).toEqual([address, 422, 'WEBHOOK_TARGET_NOT_ALLOWED']);
    }
    expect((await office.as('acc-van-hanh').get(path)).status).toBe(404);
  });

  it('gets what its owner has chosen, signed, under one id however often it is tried, and without a word about people', async () => {
    const { status, body } = await put('acc-van-hanh', { url });
    expect([status, body.secret]).toEqual([200, expect.stringMatching(/^whsec_/)]);
    const choices = [{ category: 'deadline', channel: 'webhook', choice: 'on' }];
    const chosen = await office.as('acc-tham-dinh').send('PUT', '/api/v1/me/notification-preferences', {
      body: JSON.stringify({ choices }),
      headers: { 'content-type': 'application/json' },
    });
    expect([chosen.status, chosen.text]).toEqual([200, expect.any(String)]);
    const { id } = await officeWay(office, 'received', { title: planted.title });
    // The morning two working days before the appraisal has to be done: the rung of that day.
    const { items } = await must(
      office.as('acc-tham-dinh').get<{ items: { dueAt: string }[] }>(`/api/v1/deadlines?dossier=${id}`),
    );
    const due = Date.parse(items[0]?.dueAt ?? '');
    office.clock.travelTo(new Date(due - 8 * 3_600_000).toISOString());
    await eventually(
      'the rung is rung',
      async () => {
        const { rows } = await office.foundation.database.query(`select from ops.delivery where channel = 'webhook'`);
        return rows.length > 0;
      },
      30_000,
    );
    // Messages are gathered for ten minutes.
    office.clock.travelTo(new Date(due - 7.5 * 3_600_000).toISOString());
    await eventually('it was tried', () => received.length > 0, 30_000);
    answers = 204;
    await eventually(
      'it was tried again',
      async () => {
        // The pause before the second attempt is a minute: nobody waits for it here.
        await office.foundation.database.query(
          `update ops.letter set next_attempt_at = clock_timestamp() where channel = 'webhook' and state = 'open'`,
        );
        return received.length > 1;
      },
      30_000,
    );
    const payloads = received.map(({ headers, body: sent }) => new Webhook(body.secret).verify(sent, headers));
    expect(payloads[0]).toMatchObject({ type: 'notification', account: 'acc-tham-dinh', items: [{ dossierId: id }] });
    expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(received.flatMap(({ body: sent }) => tells(sent))).toEqual([]);
    expect(tells(office.log.join(''))).toEqual([]);
  }, 180_000);

  it('removed, gets nothing more', async () => {
    const gone = await office.as('acc-van-hanh').send('DELETE', path);
    expect(gone.status).toBe(204);
    expect((await office.as('acc-van-hanh').get(path)).status).toBe(404);
  });
});
