import { eventually } from '#libs/platform/testing';
import type { LiveFacts } from '#libs/service/reading';
import { LiveLine } from '../support/live-line.js';
import { must } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type OfficeOnAWire, openOffice, openOfficeOnAWire } from '../support/office.js';
import { neighbour, stranger } from '../support/other-people.js';

describe('following live', () => {
  let office: OfficeOnAWire;
  const lines: LiveLine[] = [];
  beforeAll(async () => {
    office = await openOfficeOnAWire({ accounts: [neighbour, stranger] });
  });
  afterAll(async () => {
    for (const line of lines) line.cut();
    await office.close();
  });

  async function listen(who: string, from: { after?: string; lastId?: string } = {}): Promise<LiveLine> {
    const line = new LiveLine(office.as(who), from);
    lines.push(line);
    await eventually(`${who} is connected`, () => line.messages.length > 0 || (line.status ?? 200) !== 200, 60_000);
    return line;
  }

  /** Facts of the log, by position, that are about these streams. */
  async function recorded(after: string, prefix: string): Promise<{ position: string; id: string; type: string }[]> {
    const { events } = await office.foundation.store.readAll({
      after,
      limit: 100_000,
      filter: { streamPrefixes: [prefix] },
    });
    return events.map(({ position, stream, type }) => ({ position, id: stream.slice(stream.indexOf('-') + 1), type }));
  }

  const compare = (a: string, b: string): number => office.foundation.store.comparePositions(a, b);
  const reached = (line: LiveLine, position: string): boolean => compare(line.lastId ?? 'start', position) >= 0;
  const dossiersIn = (facts: readonly LiveFacts[]) =>
    facts.flatMap(({ dossiers }) => dossiers.flatMap(({ id, types }) => types.map((type) => `${id} ${type}`)));

  it('tells what is recorded, to whom it concerns, and from when readers see it', async () => {
    const line = await listen('acc-tham-dinh');
    const way = await officeWay(office, 'received', { title: 'Tên Không Được Lộ' });
    const last = way.answers['receive']?.position ?? '';
    await eventually('all is told', () => reached(line, last));
    const types = line.facts
      .flatMap(({ dossiers }) => dossiers.filter(({ id }) => id === way.id))
      .flatMap((each) => each.types);
    expect(types).toEqual(expect.arrayContaining(['DossierSubmitted', 'DossierReceived', 'DeadlineSet']));
    const visible = await eventually('readers see it', () =>
      line.messages.find(
        ({ event, data }) => event === 'visible' && compare((data as { position: string }).position, last) >= 0,
      ),
    );
    expect(visible.id).toBeUndefined();
    for (const word of ['Tên Không', 'Người', 'acc-', 'pos-']) expect(line.text).not.toContain(word);
  });

  it('tells nobody of what he may not see, and many at once', async () => {
    const people = ['acc-don-vi', 'acc-tham-dinh', 'acc-thanh-tra', 'acc-van-hanh', neighbour.id, stranger.id];
    const start = await office.foundation.store.head();
    const many = await Promise.all(
      Array.from({ length: 100 }, (_, index) => listen(people[index % people.length] ?? '', { after: start })),
    );
    const draft = { procedure: 'BK_TINH', kind: 'dot_xuat', title: 'Hồ sơ', bodyId: 'ubnd-tinh' };
    const positions: string[] = [];
    for (let turn = 0; turn < 12; turn++) {
      const who = turn % 2 === 0 ? 'acc-don-vi' : neighbour.id;
      const bodyId = turn % 3 === 0 ? 'ubnd-tinh-khac' : 'ubnd-tinh';
      const { id, position } = await must(office.as(who).post('/api/v1/dossiers', { ...draft, bodyId }));
      const list = { nominees: [{ kind: 'individual', name: `Người ${turn}`, unit: 'Phòng' }] };
      positions.push(position, (await must(office.as(who).post(`/api/v1/dossiers/${id}/add-nominees`, list))).position);
    }
    await officeWay(office, 'submitted');
    const last = positions.at(-1) ?? '';
    const facts = await recorded(start, 'dossier-');
    const unitOf = new Map<string, { unit: string; body: string }>();
    for (const { id } of facts) {
      const dossier = await office.dossiers.load(id);
      unitOf.set(id, { unit: dossier?.submittingUnitId ?? '', body: dossier?.bodyId ?? '' });
    }
    for (const [index, line] of many.entries()) {
      const who = people[index % people.length] ?? '';
      const told = new Set(line.dossierIds);
      if (who !== 'acc-van-hanh')
        await eventually(
          `${who} is told all`,
          () => line.facts.length > 0 || reached(line, last) || who === stranger.id,
        );
      for (const id of told) {
        const { unit, body } = unitOf.get(id) ?? { unit: '', body: '' };
        if (who === 'acc-don-vi') expect(unit).toBe('khoi-thi-dua-3');
        else if (who === neighbour.id) expect(unit).toBe(neighbour.unitId);
        else if (who === stranger.id) expect(body).toBe(stranger.unitId);
        else if (who === 'acc-tham-dinh') expect(body).toBe('ubnd-tinh');
        else expect(who).toBe('acc-thanh-tra');
      }
    }
    // The auditor sees all of it, each of twenty lines every fact once.
    for (const [index, line] of many.entries()) {
      if (people[index % people.length] !== 'acc-thanh-tra') continue;
      await eventually(
        'the auditor is told all',
        () =>
          dossiersIn(line.facts).length >=
          new Set(facts.map(({ id, type, position }) => `${id} ${type} ${position}`)).size -
            facts.length +
            new Set(facts.map(({ id, type }) => `${id} ${type}`)).size,
      );
    }
    expect(office.log.join('\n')).not.toMatch(/Người \d/);
    for (const line of many) line.cut();
  });

  it('goes on after the last that was told, without loss and without telling twice, however often the line is cut', async () => {
    const start = await office.foundation.store.head();
    const told: LiveFacts[] = [];
    let line = await listen('acc-thanh-tra', { after: start });
    const cutAfter = [1, 2, 3, 1, 4];
    const work = officeWay(office, 'archived', { individuals: 3 });
    for (const count of cutAfter) {
      await eventually('some of it is told', () => line.facts.length >= count);
      line.cut();
      told.push(...line.facts);
      const { lastId } = line;
      line = await listen('acc-thanh-tra', { after: 'start', ...(lastId === undefined ? {} : { lastId }) });
    }
    const { id, answers } = await work;
    const last = answers['archive']?.position ?? '';
    await eventually('the rest is told', () => reached(line, last));
    told.push(...line.facts);
    line.cut();
    const positions = told.map(({ position }) => position);
    expect([...positions].sort(compare)).toEqual(positions);
    expect(new Set(positions).size).toBe(positions.length);
    const facts = (await recorded(start, `dossier-${id}`)).map(({ type }) => type);
    const types = told
      .flatMap(({ dossiers }) => dossiers.filter((each) => each.id === id))
      .flatMap((each) => each.types);
    expect(new Set(types)).toEqual(new Set(facts));
    // What comes only once in a life is told only once.
    for (const type of ['DossierDrafted', 'DossierSubmitted', 'DossierArchived'])
      expect(types.filter((each) => each === type)).toEqual([type]);
  });

  it('does not tell any more of a dossier that has gone out of sight', async () => {
    const officer = await listen('acc-tham-dinh');
    const elsewhere = { procedure: 'BK_TINH', kind: 'dot_xuat', title: 'Nơi khác', bodyId: 'ubnd-tinh-khac' };
    const { id } = await must(office.as(neighbour.id).post('/api/v1/dossiers', elsewhere));
    const { position } = await must(
      office.as(neighbour.id).post(`/api/v1/dossiers/${id}/withdraw`, { reason: 'Thôi' }),
    );
    const auditor = await listen('acc-thanh-tra', { after: 'start' });
    await eventually('the auditor is told', () => auditor.dossierIds.includes(id) && reached(auditor, position));
    expect(officer.dossierIds).not.toContain(id);
  });

  it('refuses a position that is none, or lies ahead of the log', async () => {
    for (const after of ['x', '999999999'])
      expect([after, (await office.as('acc-thanh-tra').get(`/api/v1/live?after=${after}`)).status]).toEqual([
        after,
        400,
      ]);
    expect((await office.as(undefined).get('/api/v1/live')).status).toBe(401);
  });

  it('ends for who is signed out', async () => {
    const line = await listen(neighbour.id);
    await office.foundation.database.query('delete from ops.access_token where account_id = $1', [neighbour.id]);
    await eventually('the line is closed', () => line.ended, 20_000);
  });

  it('goes on when the store was away and is back', async () => {
    const line = await listen('acc-thanh-tra');
    await office.wire.close();
    await office.wire.open();
    const { id, position } = await eventually('the office works again', async () =>
      must(
        office
          .as('acc-don-vi')
          .post('/api/v1/dossiers', { procedure: 'BK_TINH', kind: 'dot_xuat', title: 'Sau đó', bodyId: 'ubnd-tinh' }),
      ),
    );
    await eventually('it is told', () => line.dossierIds.includes(id) && reached(line, position), 20_000);
    expect(line.ended).toBe(false);
  });
});

describe('an API that is asked to stop', () => {
  it('ends the lines that follow live, and is gone in time', async () => {
    const office = await openOffice();
    const lines = Array.from({ length: 20 }, () => new LiveLine(office.as('acc-thanh-tra')));
    await eventually('all are connected', () => lines.every(({ messages }) => messages.length > 0));
    const started = performance.now();
    await office.close();
    expect(performance.now() - started).toBeLessThan(10_000);
    await eventually('all lines have ended', () => lines.every(({ ended }) => ended));
  });
});
