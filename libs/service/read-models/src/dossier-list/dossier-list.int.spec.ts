import { valueOf } from '#libs/domain/kernel';
import type { NewEvent } from '#libs/engine/event-store';
import { ProjectionRunner } from '#libs/engine/projections';
import { ofBody, ofUnit } from '../../../../../test/support/scopes.js';
import { deadlineSet, diceOf, drafted, fact, forwarded, nominees } from '../../../../../test/support/office-facts.js';
import { officeLog } from '../../../../../test/support/office-log.js';
import { append, openReadSide, type ReadSide } from '../../../../../test/support/read-side.js';
import {
  dossierListProjection,
  DossierListQuery,
  knownEventTypes,
  type DossierListItem,
  type Scope,
} from '../index.js';

const projections = [dossierListProjection];
const all: Scope = { all: true };

describe('the list of dossiers', () => {
  let side: ReadSide;
  let runner: ProjectionRunner;
  let list: DossierListQuery;

  beforeAll(async () => {
    side = await openReadSide(projections);
    list = new DossierListQuery(side.database);
    runner = new ProjectionRunner({
      store: side.store,
      database: side.database,
      projections,
      knownTypes: knownEventTypes,
    });
    await runner.start();
    // Not to the end: some dossiers are done, others have clocks that run.
    await shown(...[...officeLog(7, 80)].slice(0, 600));
  });
  afterAll(async () => {
    await runner.stop();
    await side.dispose();
  });

  async function shown(...appends: Parameters<typeof append>[1][]): Promise<void> {
    const position = await append(side.store, ...appends);
    const { behind } = await runner.progress.waitFor(projections, position, 10_000);
    if (behind) throw new Error('The list did not catch up.');
  }

  const happens = async (id: string, ...events: NewEvent[]): Promise<void> =>
    shown({ stream: `dossier-${id}`, events });

  async function* pages(scope: Scope, limit: number): AsyncGenerator<readonly DossierListItem[]> {
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = valueOf(await list.page(scope, {}, { limit, ...(cursor ? { cursor } : {}) }));
      yield page.items;
      cursor = page.next;
    }
  }

  async function everything(scope: Scope, limit = 200): Promise<DossierListItem[]> {
    const items: DossierListItem[] = [];
    for await (const page of pages(scope, limit)) items.push(...page);
    return items;
  }

  const dueOf = ({ nextDueAt, id }: DossierListItem): string => `${nextDueAt ?? '~'} ${id}`;

  it('begins with what is due next, and ends with what has no running deadline', async () => {
    const items = await everything(all);
    expect(items.length).toBeGreaterThanOrEqual(80);
    expect(items.map(dueOf)).toEqual(items.map(dueOf).sort());
    expect(items[0]?.nextDueAt).not.toBeNull();
    expect(items.at(-1)?.nextDueAt).toBeNull();
  });

  it('gives the same in pages of any size', async () => {
    const whole = await everything(all);
    for (const limit of [1, 7, 79]) await expect(everything(all, limit)).resolves.toEqual(whole);
  });

  it('shows each dossier that did not move exactly once while others come, go and move', async () => {
    const still = (await everything(all)).map(({ id }) => id);
    const seen: string[] = [];
    let turn = 0;
    for await (const page of pages(all, 10)) {
      seen.push(...page.map(({ id }) => id));
      turn += 1;
      const early = `A-moi-${turn}`;
      await happens(early, drafted(early), deadlineSet('appraise-1', '2020-01-01T10:00:00.000Z'));
      await happens(`${early}-z`, drafted(`${early}-z`));
    }
    const ofStill = seen.filter((id) => still.includes(id));
    expect(turn).toBeGreaterThan(8);
    expect(ofStill).toEqual(still);
  });

  it('shows a unit its own dossiers and a body those before it, whatever else is asked for', async () => {
    await happens('con-soan', drafted('con-soan', 'unit-1', 'body-2'));
    const whole = await everything(all);
    for (const unitId of ['unit-1', 'unit-2', 'unit-3', 'unit-4']) {
      const own = whole.filter(({ submittingUnitId }) => submittingUnitId === unitId);
      expect(own.length).toBeGreaterThan(0);
      await expect(everything(ofUnit(unitId), 7)).resolves.toEqual(own);
    }
    const before = whole.filter(
      ({ bodyId, submittedAt, parentDossierId }) =>
        bodyId === 'body-2' && (submittedAt !== null || parentDossierId !== null),
    );
    expect(before.length).toBeLessThan(whole.filter(({ bodyId }) => bodyId === 'body-2').length);
    await expect(everything(ofBody('body-2'), 7)).resolves.toEqual(before);

    const scope = ofUnit('unit-1');
    const foreign = valueOf(await list.page(scope, { submittingUnitId: 'unit-2' }, {}));
    expect(foreign).toEqual({ items: [], next: null });
    const others = whole.find(({ submittingUnitId }) => submittingUnitId === 'unit-2');
    await expect(list.find(scope, others?.id ?? '')).resolves.toBeUndefined();
    await expect(list.find(ofUnit('unit-2'), others?.id ?? '')).resolves.toEqual(others);
    await expect(everything(ofUnit(''))).resolves.toEqual([]);
    await expect(everything({} as Scope)).rejects.toThrow('A scope must say all, or a way.');
    await expect(everything({ all: false } as unknown as Scope)).rejects.toThrow('A scope must say');
  });

  it('follows a dossier to the body it was forwarded to', async () => {
    await happens('di-len', drafted('di-len', 'unit-1', 'body-1'));
    const visible = async (scope: Scope) => (await everything(scope)).some(({ id }) => id === 'di-len');
    await expect(visible(ofBody('body-1'))).resolves.toBe(false);
    await happens('di-len', fact('DossierSubmitted', { step: 'intake' }));
    await expect(visible(ofBody('body-1'))).resolves.toBe(true);
    await happens('di-len', forwarded('body-cap-tren'));
    await expect(visible(ofBody('body-cap-tren'))).resolves.toBe(true);
    // Who has read it goes on reading, unless it is secret.
    await expect(visible(ofBody('body-1'))).resolves.toBe(true);
    await happens('di-len', fact('DossierClassified', { level: 'mat', reason: 'Có tài liệu mật' }));
    await expect(visible(ofBody('body-cap-tren'))).resolves.toBe(true);
    await expect(visible(ofBody('body-1'))).resolves.toBe(false);
    await expect(visible(ofUnit('unit-1'))).resolves.toBe(true);
  });

  it('finds by step, procedure, unit, body and part of the title, without accents', async () => {
    const title = 'Khen thưởng đợt 30/4 – 100% xã Đông Tiến_1';
    await happens('tim', drafted('tim', 'unit-tim', 'body-tim', title));
    const found = async (filter: Parameters<DossierListQuery['page']>[1]) =>
      valueOf(await list.page(all, filter, { limit: 200 })).items.map(({ id }) => id);
    for (const text of ['khen thuong', 'KHEN THƯỞNG', 'dong tien', '100%', 'tien_1', 'Đợt'])
      await expect(found({ text, bodyId: 'body-tim' })).resolves.toEqual(['tim']);
    for (const text of ['%', '_', '\\']) await expect(found({ text, bodyId: 'body-tim' })).resolves.toEqual([]);
    await expect(found({ submittingUnitId: 'unit-tim' })).resolves.toEqual(['tim']);
    await expect(found({ step: 'drafting', bodyId: 'body-tim' })).resolves.toEqual(['tim']);
    await expect(found({ step: 'intake', bodyId: 'body-tim' })).resolves.toEqual([]);
    await expect(found({ procedureCode: 'CSTDCS', bodyId: 'body-tim' })).resolves.toEqual([]);
    await expect(found({ procedureCode: 'BK_TINH', bodyId: 'body-tim' })).resolves.toEqual(['tim']);
  });

  it('finds what is overdue at a moment: a stopped clock is not, a missed one stays so until it is met', async () => {
    const overdue = async (overdueAt: string) =>
      valueOf(await list.page(all, { overdueAt, bodyId: 'body-han' }, {})).items.map(({ id }) => id);
    const due = '2026-09-10T10:00:00.000Z';
    await happens('han', drafted('han', 'unit-1', 'body-han'), deadlineSet('appraise-1', due));
    await expect(overdue(due)).resolves.toEqual([]);
    await expect(overdue('2026-09-10T10:00:00.001Z')).resolves.toEqual(['han']);
    await happens(
      'han',
      fact('DeadlinePaused', { deadlineId: 'appraise-1', cause: 'x', pausedAt: due, remainingWorkingDays: 1 }),
    );
    await expect(overdue('2027-01-01T00:00:00.000Z')).resolves.toEqual([]);
    const dueAt = '2026-09-20T10:00:00.000Z';
    await happens(
      'han',
      fact('DeadlineResumed', { deadlineId: 'appraise-1', cause: 'x', resumedAt: due, dueAt, version: 2 }),
      fact('DeadlineMissed', { deadlineId: 'appraise-1', dueAt }),
    );
    await expect(overdue('2027-01-01T00:00:00.000Z')).resolves.toEqual(['han']);
    await happens('han', fact('DeadlineMet', { deadlineId: 'appraise-1', metAt: dueAt, late: true }));
    await expect(overdue('2027-01-01T00:00:00.000Z')).resolves.toEqual([]);
  });

  it('takes a batch of two thousand nominees', async () => {
    const many = nominees(diceOf(3), 2_000);
    await happens('dong', drafted('dong'), fact('NomineesAdded', { nominees: many }));
    await happens('dong', fact('NomineesDetached', { childDossierId: 'x', nominees: ['N1', 'N2'], reason: 'y' }));
    const item = await list.find(all, 'dong');
    const left = many.slice(2).filter(({ kind }) => kind === 'individual');
    expect(item).toMatchObject({
      individuals: left.length,
      women: left.filter(({ sex }) => sex === 'female').length,
      directWorkers: left.filter(({ standing }) => standing === 'direct_worker').length,
    });
  });

  it('refuses cursors and limits that are none', async () => {
    const forged = Buffer.from(JSON.stringify(["' or 1=1", 'x'])).toString('base64url');
    for (const request of [
      { limit: 0 },
      { limit: 201 },
      { limit: 1.5 },
      { cursor: 'x' },
      { cursor: '' },
      { cursor: forged },
    ])
      await expect(list.page(all, {}, request)).resolves.toMatchObject({
        ok: false,
        error: { code: 'MALFORMED_REQUEST' },
      });
  });
});
