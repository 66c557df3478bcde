import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { valueOf } from '#libs/domain/kernel';
import { readConfig } from '#libs/platform/config';
import { eventually, type TestDatabase } from '#libs/platform/testing';
import { TravellingClock } from '#libs/service/foundation';
import type { DossierListItem, Page, WorkItem } from '#libs/service/read-models';
import { announcementOf } from '../../apps/standalone/src/announce.js';
import { runStandalone, type Standalone } from '../../apps/standalone/src/standalone.js';
import { readToEnd } from '../conformance/facts.js';
import { must, OfficeClient } from '../support/office-client.js';
import { createOfficeDatabase } from '../support/office-database.js';

/** A Thursday before noon, under the regime that begins in October. */
const THURSDAY = '2026-11-26T04:30:00.000Z';

/** One machine of somebody who tries the system out, with a database of its own. */
class Machine {
  private constructor(
    private readonly database: TestDatabase,
    private readonly folder: string,
  ) {}

  static async open(): Promise<Machine> {
    return new Machine(await createOfficeDatabase(), await mkdtemp(join(tmpdir(), 'vinhdanh-samples-')));
  }

  async start(samples: 'all' | 'few' | 'none'): Promise<Standalone> {
    const clock = new TravellingClock();
    clock.travelTo(THURSDAY);
    const config = readConfig({
      DATABASE_URL: this.database.url,
      VINHDANH_DATA: this.folder,
      VINHDANH_PORT: '0',
      VINHDANH_LOG_LEVEL: 'silent',
      VINHDANH_RATE_PER_MINUTE: '1000000',
      VINHDANH_SAMPLES: samples,
    });
    return runStandalone({ config: valueOf(config), clock });
  }

  async as(system: Standalone, account: string): Promise<OfficeClient> {
    const keys = JSON.parse(await readFile(join(this.folder, 'sample-accounts.json'), 'utf8')) as Record<
      string,
      { token: string }
    >;
    return new OfficeClient({ url: system.url, seen: new Map() }, keys[account]?.token);
  }

  async close(): Promise<void> {
    await this.database.drop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** What happened in all dossiers, decisions and registers; not when it was recorded, and in which order among them. */
async function told({ foundation: { store } }: Standalone): Promise<readonly string[]> {
  const events = await readToEnd(store, 'start');
  // What `few` brings along is of the moment.
  const ofNow = new Set(
    events.flatMap(({ type, stream, effectiveAt }) =>
      type === 'DossierDrafted' && effectiveAt >= THURSDAY ? [stream] : [],
    ),
  );
  return events
    .filter(({ stream }) => /^(dossier|decision|register|unit|cluster|award-history)-/.test(stream))
    .filter(({ stream }) => !ofNow.has(stream))
    .map(({ stream, revision, type, effectiveAt, data }) =>
      // Units and lists are furnished on the day of the load, at whatever hour that is.
      JSON.stringify([stream, revision, type, stream.startsWith('d') ? effectiveAt : '', data]),
    )
    .sort();
}

describe('The dossiers of the sample province', () => {
  let machine: Machine;
  let system: Standalone;
  let whole: readonly string[] = [];
  let items: readonly DossierListItem[] = [];

  beforeAll(async () => {
    machine = await Machine.open();
    system = await machine.start('all');
    expect(announcementOf(system).join('\n')).toContain('Sample dossiers (invented people) are being loaded');
    const loaded = await system.samples;
    expect(loaded?.dossiers).toBeGreaterThan(180);
    console.info(`${loaded?.dossiers} sample dossiers were loaded in ${loaded?.tookMs} ms.`);
    whole = await told(system);
    const head = encodeURIComponent(await system.foundation.store.head());
    const auditor = await machine.as(system, 'acc-thanh-tra');
    const all: DossierListItem[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const asked = `limit=200&minPosition=${head}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`;
      const page: Page<DossierListItem> = await must(auditor.get<Page<DossierListItem>>(`/api/v1/dossiers?${asked}`));
      all.push(...page.items);
      cursor = page.next;
    }
    items = all;
  }, 300_000);
  afterAll(async () => {
    await system?.stop();
    await machine?.close();
  });

  const has = (is: (item: DossierListItem) => boolean) => items.filter(is).length;

  it('stand in all states, from the draft to the archive', () => {
    const steps = new Set(items.filter(({ procedureCode }) => procedureCode === 'BK_TINH').map(({ step }) => step));
    for (const step of [
      'drafting',
      'intake',
      'supplement-before-receipt',
      'appraisal',
      'supplement',
      'rework',
      'council',
      'approval',
      'issuing',
      'conferment',
      'archiving',
      'archived',
      'rejected',
      'withdrawn',
    ])
      expect(steps).toContain(step);
    for (const outcome of ['granted', 'rejected', 'returned', 'withdrawn'])
      expect(has((item) => item.outcome === outcome)).toBeGreaterThan(1);
    expect(has(({ suspended }) => suspended)).toBeGreaterThan(1);
    expect(has(({ parentDossierId }) => parentDossierId !== null)).toBeGreaterThan(1);
    expect(has(({ nextDueAt }) => nextDueAt !== null && nextDueAt < THURSDAY)).toBeGreaterThan(3);
    expect(has(({ nextDueAt }) => nextDueAt !== null && nextDueAt > THURSDAY)).toBeGreaterThan(20);
    expect(new Set(items.map(({ procedureCode }) => procedureCode)).size).toBeGreaterThan(4);
    expect(new Set(items.map(({ submittingUnitId }) => submittingUnitId)).size).toBeGreaterThan(5);
    expect(new Set(items.map(({ cluster }) => cluster)).size).toBeGreaterThan(2);
  });

  it('hold what an office lives through: deviating verdicts, opinions, corrections, extensions, replaced papers', () => {
    const acts = (type: string) => whole.filter((line) => line.includes(`,"${type}",`)).length;
    for (const type of [
      'OpinionRequested',
      'PublicNoticeOpened',
      'FactCorrected',
      'DeadlineExtended',
      'DeadlineMissed',
      'NomineesDetached',
      'DecisionDrafted',
      'DecisionIssued',
      'AwardConferred',
      'DossierArchived',
      'PastAwardsImported',
      'ClusterFormed',
      'HandoverProposed',
    ])
      expect([type, acts(type) > 0]).toEqual([type, true]);
    expect(whole.some((line) => line.includes('"deviation"'))).toBe(true);
    expect(acts('OpinionRequested')).toBeGreaterThan(2);
    expect(acts('DeadlineMissed')).toBeGreaterThan(5);
    expect(acts('HandoverProposed')).toBe(1);
  });

  it('give everybody something to do: the submitter, the officer, the secretary, the authority, the clerk', async () => {
    for (const account of ['acc-don-vi', 'acc-tham-dinh', 'acc-thu-ky', 'acc-lanh-dao', 'acc-van-thu']) {
      const client = await machine.as(system, account);
      const lists = await Promise.all(
        ['mine', 'free', 'held', 'waiting'].map((list) => client.get<Page<WorkItem>>(`/api/v1/worklist?list=${list}`)),
      );
      const found = lists.flatMap(({ status, body }) => (status === 200 ? body.items : []));
      expect([account, found.length > 0]).toEqual([account, true]);
    }
  });

  it('stand on letters of every kind, and some wait for one', async () => {
    const officer = await machine.as(system, 'acc-tham-dinh');
    const letters = await must(
      officer.get<Page<{ readonly stage: string; readonly dossiers: number }>>('/api/v1/submissions'),
    );
    expect(letters.items.map(({ stage, dossiers }) => [stage, dossiers])).toEqual([
      ['drafted', 2],
      ['sent', 2],
      ['received', 2],
    ]);
    const { items: waiting } = await must(officer.get<Page<unknown>>('/api/v1/submissions/waiting'));
    expect(waiting).toHaveLength(2);
  });

  it('have papers that open', async () => {
    const auditor = await machine.as(system, 'acc-thanh-tra');
    const dossier = items.find(({ step }) => step === 'archived');
    const { items: papers } = await must(
      auditor.get<{ items: readonly { sha256?: string }[] }>(`/api/v1/dossiers/${dossier?.id}/documents`),
    );
    const sha256 = papers.find((paper) => paper.sha256 !== undefined)?.sha256;
    const reply = await auditor.get(`/api/v1/dossiers/${dossier?.id}/documents/${sha256}`);
    expect(reply.status).toBe(200);
  });

  it('are told to people: the worker begins when they are there', async () => {
    const officer = await machine.as(system, 'acc-tham-dinh');
    await eventually('notifications', async () => {
      const { body } = await officer.get<Page<unknown>>('/api/v1/notifications');
      return body.items.length > 0;
    });
  });

  it('are loaded once: the next start has nothing to load', async () => {
    await system.stop();
    system = await machine.start('all');
    expect(system.samples).toBeUndefined();
    expect(announcementOf(system).join('\n')).not.toContain('being loaded');
  }, 180_000);

  it('are the same on another machine, and when their load was cut off and begun again', async () => {
    const other = await Machine.open();
    try {
      const first = await other.start('all');
      await eventually('some are there', async () => Number(await first.foundation.store.head()) > 700, 60_000);
      await first.stop();
      const second = await other.start('all');
      expect((await second.samples)?.dossiers).toBeGreaterThan(100);
      const again = await told(second);
      await second.stop();
      expect(again.filter((line) => !whole.includes(line))).toEqual([]);
      expect(again).toHaveLength(whole.length);
    } finally {
      await other.close();
    }
  }, 300_000);

  it('do not come in beside a dossier of somebody’s own, nor where nobody wants them', async () => {
    const own = await Machine.open();
    try {
      const without = await own.start('none');
      expect(without.samples).toBeUndefined();
      const submitter = await own.as(without, 'acc-don-vi');
      const draft = { procedure: 'BK_TINH', kind: 'dot_xuat', title: 'Của tôi', bodyId: 'ubnd-tinh' };
      await must(submitter.post('/api/v1/dossiers', draft));
      await without.stop();
      const later = await own.start('all');
      expect(later.samples).toBeUndefined();
      await later.stop();
    } finally {
      await own.close();
    }
  }, 180_000);
});
