import type { BlockedTold } from '#libs/service/reading';
import { must, type OfficeClient } from '../support/office-client.js';
import { officeWay, type Stage } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { neighbour } from '../support/other-people.js';

type Blocked = BlockedTold & { readonly id: string; readonly revision: number };

/** Where a dossier has come to, what is then waited for, and from whom. */
const way: readonly (readonly [stage: Stage, act: string, role: string, unitId: string])[] = [
  ['drafted', 'add-nominees', 'submitter', 'khoi-thi-dua-3'],
  ['filled', 'submit', 'submitter', 'khoi-thi-dua-3'],
  ['submitted', 'receive', 'officer', 'ubnd-tinh'],
  ['received', 'appraise-nominees', 'officer', 'ubnd-tinh'],
  ['appraised', 'record-council-result', 'secretary', 'ubnd-tinh'],
  ['voted', 'approve', 'authority', 'ubnd-tinh'],
  ['approved', 'enter-in-decision', 'clerk', 'ubnd-tinh'],
  ['entered', 'issue-decision', 'clerk', 'ubnd-tinh'],
  ['decided', 'confer', 'secretary', 'ubnd-tinh'],
  ['conferred', 'archive', 'clerk', 'ubnd-tinh'],
];

describe('why a dossier is stuck', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice({ accounts: [neighbour] });
  });
  afterAll(() => office.close());

  const blockedFor = (who: OfficeClient, path: string) => must(who.get<Blocked>(`${path}/blocked-by`));
  const auditor = () => office.as('acc-thanh-tra');

  it.each(way)('of one that was %s is that %s is awaited from the %s', async (stage, act, role, unitId) => {
    const { path } = await officeWay(office, stage);
    const { lines, ended } = await blockedFor(auditor(), path);
    expect(ended).toBeUndefined();
    expect(lines).toHaveLength(1);
    const [line] = lines;
    const awaited = line?.acts.find((each) => each.act === act);
    expect([act, line?.acts.map((each) => each.act)]).toEqual([act, expect.arrayContaining([act])]);
    expect(awaited?.by.map((position) => [position.role, position.unitId])).toContainEqual([role, unitId]);
    expect(line?.source.length).toBeGreaterThan(5);
    // Both languages name the step and the unit; neither names who is to act in person or shows a code.
    for (const language of ['vi', 'en'] as const) {
      expect(line?.sentences[language]).toContain(line?.name[language]);
      expect(line?.sentences[language]).toContain(awaited?.by[0]?.unit[language]);
      expect(line?.sentences[language]).not.toMatch(/undefined|ubnd-tinh|khoi-thi-dua-3|\{/);
    }
    expect(JSON.stringify(lines)).not.toMatch(/acc-|pos-/);
  });

  it('names those of the list who wait for a finding, not their numbers', async () => {
    const { path } = await officeWay(office, 'received', { individuals: 7 });
    const [line] = (await blockedFor(office.as('acc-don-vi'), path)).lines;
    expect(line?.refusal?.params?.['nominees']).toContain('N1');
    for (const text of [line?.sentences.vi, line?.refusal?.details.vi]) {
      expect(text).toContain('Người Được Đề Nghị 1, Người Được Đề Nghị 2');
      expect(text).toContain('… (+2)');
      expect(text).not.toMatch(/\bN\d/);
    }
  });

  it('of one that was archived is nothing, and when it ended', async () => {
    const { path } = await officeWay(office, 'archived');
    const { lines, ended } = await blockedFor(auditor(), path);
    expect(lines).toEqual([]);
    expect(ended).toMatchObject({ step: 'archived', outcome: 'granted' });
    expect(ended?.sentences.vi).toMatch(/^Không chờ gì nữa: đã kết thúc lúc \d\d:\d\d \d\d\/\d\d\/\d{4}/);
    expect(ended?.sentences.en).toMatch(/^Nothing: ended at /);
  });

  it('is answered alike to everybody who may see it, for the revision of the ETag, and to nobody else', async () => {
    const { path } = await officeWay(office, 'received');
    const reply = await auditor().get<Blocked>(`${path}/blocked-by`);
    expect(reply.headers.get('etag')).toBe(`"${reply.body.revision}"`);
    for (const account of ['acc-don-vi', 'acc-tham-dinh', 'acc-lanh-dao'])
      expect(await blockedFor(office.as(account), path)).toEqual(reply.body);
    expect((await office.as(neighbour.id).get(`${path}/blocked-by`)).status).toBe(404);
    expect((await office.as('acc-van-hanh').get(`${path}/blocked-by`)).status).toBe(403);
  });

  it('names each missing paper, the rule and its source', async () => {
    const { path } = await officeWay(office, 'submitted', { documents: ['TT', 'DS'] });
    const { lines } = await blockedFor(auditor(), path);
    expect(lines).toMatchObject([
      {
        documents: [{ document: 'BC_CT_CN' }, { document: 'BB' }],
        refusal: { code: 'DOCUMENTS_MISSING', rule: 'R5' },
        rule: 'R5',
      },
    ]);
    for (const { name } of lines[0]?.documents ?? []) expect(lines[0]?.sentences.vi).toContain(name.vi);
  });

  it('is the verification, and who may resume it, while it is suspended (R18)', async () => {
    const { path } = await officeWay(office, 'received');
    const letter = { number: '7/CV', date: office.today() };
    await must(office.as('acc-tham-dinh').post(`${path}/suspend`, { ground: 'complaint', letter, reason: 'Xác minh' }));
    const { lines } = await blockedFor(auditor(), path);
    expect(lines).toMatchObject([{ reason: 'suspended', rule: 'R18', acts: [{ act: 'resume' }] }]);
  });

  it('says how late it is', async () => {
    const { path } = await officeWay(office, 'received');
    expect((await blockedFor(auditor(), path)).lines[0]?.deadlines.map(({ state }) => state)).toContain('running');
    office.clock.travelTo('2026-10-19T02:00:00.000Z');
    const { lines } = await blockedFor(auditor(), path);
    const late = lines[0]?.deadlines.find(({ state }) => state === 'late');
    expect(late?.late?.workingDays).toBeGreaterThan(10);
    expect(lines[0]?.sentences.vi).toContain(`trễ ${late?.late?.workingDays} ngày làm việc`);
  });
});
