import { eventually } from '#libs/platform/testing';
import { MONDAY_MORNING } from '../support/begun-office.js';
import { must, type Problem } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';

describe('the figures for Prometheus', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice();
  });
  afterAll(() => office.close());

  /** `name{labels}` → value. */
  const figures = async (): Promise<ReadonlyMap<string, number>> => {
    const { text } = await office.as('acc-van-hanh').get('/metrics');
    return new Map(
      text
        .split('\n')
        .filter((line) => line !== '' && !line.startsWith('#'))
        .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
    );
  };

  it('are for operators', async () => {
    const nobody = await office.as(undefined).get<Problem>('/metrics');
    expect([nobody.status, nobody.body.code]).toEqual([401, 'NOT_SIGNED_IN']);
    const officer = await office.as('acc-tham-dinh').get<Problem>('/metrics');
    expect([officer.status, officer.body.code]).toEqual([403, 'POSITION_NOT_ALLOWED']);
    const operator = await office.as('acc-van-hanh').get('/metrics');
    expect([operator.status, operator.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
  });

  it('name their unit, and come with words that say what they are', async () => {
    const { text } = await office.as('acc-van-hanh').get('/metrics');
    const ours = [...text.matchAll(/^# TYPE (vinhdanh_\w+) (\w+)$/gm)].map(([, name = '', type = '']) => ({
      name,
      type,
    }));
    expect(ours.length).toBeGreaterThan(8);
    for (const { name, type } of ours) {
      expect(text).toMatch(new RegExp(`^# HELP ${name} [A-Z0-9].+\\.$`, 'm'));
      // A duration says so; everything else of ours counts what its name says.
      if (type === 'histogram') expect(name).toMatch(/_seconds$/);
      if (type === 'counter') expect(name).toMatch(/_total$/);
    }
    expect(text).toMatch(/^nodejs_heap_size_used_bytes\{role="api"\} \d/m);
  });

  it('count each request under its route and each refusal under its code, whatever stood in the URL', async () => {
    const { path } = await officeWay(office, 'submitted');
    await office.as('acc-van-thu').post(`${path}/return`, { reason: 'x' });
    await office.as('acc-tham-dinh').get('/api/v1/dossiers?q=Zwiebelinh');
    await office.as('acc-tham-dinh').post(`${path}/no-such-command`, {});
    await office.as('acc-tham-dinh').get('/no/such/Zwiebelinh');
    const counted = (method: string, route: string, status: number) => async (): Promise<boolean> => {
      const labels = `method="${method}",route="${route}",status="${status}"`;
      const name = 'vinhdanh_http_request_duration_seconds_count{';
      return [...(await figures())].some(([key, value]) => key.startsWith(name) && key.includes(labels) && value === 1);
    };
    // A request is counted when its answer is out, which may be a moment after it has arrived.
    await eventually('the submission', counted('POST', '/api/v1/dossiers/:id/submit', 200));
    await eventually('the refused return', counted('POST', '/api/v1/dossiers/:id/:command', 403));
    await eventually('the unknown command', counted('POST', '/api/v1/dossiers/:id/:command', 404));
    await eventually('the search', counted('GET', '/api/v1/dossiers', 200));
    await eventually('the unknown address', counted('GET', 'none', 404));
    const { text } = await office.as('acc-van-hanh').get('/metrics');
    expect(text).toMatch(/^vinhdanh_http_refusals_total\{code="UNKNOWN_COMMAND",role="api"\} 1$/m);
    expect(text).not.toContain('Zwiebelinh');
    expect(text).not.toContain('no-such-command');
  });

  it('show a projector that stands still, and that it has come after', async () => {
    const behind = 'vinhdanh_read_model_lag_events{model="timeline",role="api"}';
    await office.projector.stop();
    await officeWay(office, 'filled');
    await eventually('the read model is behind', async () => ((await figures()).get(behind) ?? 0) >= 2);
    await office.projector.start();
    await eventually('the read model has come after', async () => (await figures()).get(behind) === 0);
  });

  it('show what is due and not done while nobody sweeps', async () => {
    const { foundation, clock } = office;
    await foundation.database.query(
      `insert into ops.deadline (dossier_id, deadline_id, version, due_at, state, revision)
       values ('D-1', 'appraise-1', 1, $1::timestamptz - interval '90 seconds', 'running', 0)`,
      [MONDAY_MORNING],
    );
    clock.travelTo(MONDAY_MORNING);
    await eventually('the miss shows', async () => {
      const now = await figures();
      return (
        now.get('vinhdanh_deadline_misses_unrecorded{role="api"}') === 1 &&
        (now.get('vinhdanh_deadline_miss_unrecorded_seconds{role="api"}') ?? 0) >= 90
      );
    });
  });

  it('say which request a line of the log is about', async () => {
    const correlationId = '0193b2f4-0000-7000-8000-00000000abcd';
    const reply = await office.as('acc-don-vi').get('/api/v1/dossiers', { 'x-correlation-id': correlationId });
    expect(reply.headers.get('x-correlation-id')).toBe(correlationId);
    await eventually('the request is logged', () => office.log.some((line) => line.includes(correlationId)));
    const line = office.log.find((each) => each.includes(correlationId)) ?? '';
    expect(JSON.parse(line)).toMatchObject({
      method: 'GET',
      route: '/api/v1/dossiers',
      status: 200,
      account: 'acc-don-vi',
      role: 'office',
    });
    await must(office.as('acc-don-vi').get('/api/v1/dossiers'));
  });
});
