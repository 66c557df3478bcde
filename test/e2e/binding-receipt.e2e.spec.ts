import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DossierView } from '#libs/domain/dossier';
import { lawWithFixture } from '../support/law-with-criteria.js';
import { must, type Problem } from '../support/office-client.js';
import { type Office, openOffice } from '../support/office.js';
import { person } from '../support/other-people.js';

const MINISTRY = 'bo-noi-vu';
const AWARD = 'CSTD_THU';
const above = person('acc-bo', MINISTRY, 'officer');
const letter = (date: string) => ({ number: '1/TTr', date });

/** Two versions of one award: the first leaves it to the level that decides which of them binds, the second asks for one paper more. */
const law = lawWithFixture('CSTD_BT.TEST.1');

interface Written {
  readonly effective: object;
  readonly documents: readonly { readonly code: string }[];
}

function writeVersions(ends: string): void {
  const folder = join(law.home, 'procedures');
  const fixture = join(folder, 'CSTD_BT.TEST.1.json');
  const document = JSON.parse(readFileSync(fixture, 'utf8')) as Written;
  // Of an award of its own: the one that is shipped under this code is in force on the same days.
  rmSync(fixture);
  const transition = {
    pinAt: 'deciding_level',
    receivedBefore: 'finishes_here',
    moreFavourable: 'by_explicit_event',
    source: 'fixture',
    confidence: 'design',
  };
  const [paper] = document.documents;
  const names = { vi: 'Giấy tờ mới', en: 'The new paper' };
  const fresh = { ...paper, code: 'MOI', names, form: null, formats: ['docx'], neededAt: ['MP'] };
  const version = (name: string, from: string, until: string | null, more: object) =>
    writeFileSync(
      join(folder, `${AWARD}.${name}.json`),
      JSON.stringify({
        ...document,
        code: AWARD,
        version: name,
        effective: { ...document.effective, from, until },
        transition,
        ...more,
      }),
    );
  // The first knows the paper, and no receipt asks for it.
  version('TEST.1', '2025-07-01', ends, { documents: [...document.documents, { ...fresh, optional: true }] });
  version('TEST.2', ends, null, { documents: [...document.documents, fresh] });
}

describe('R1: a procedure that is bound at the level that decides', () => {
  let office: Office;
  /** The day after the one on which the office opens. */
  const SECOND = '2026-08-25';

  beforeAll(async () => {
    writeVersions(SECOND);
    office = await openOffice({ home: law.home, accounts: [above] });
  });
  afterAll(async () => {
    await office?.close();
    law.drop();
  });

  it('binds for the time being below, asks above for what is then in force, and binds to that for good', async () => {
    const [unit, officer, authority] = ['acc-don-vi', 'acc-tham-dinh', 'acc-lanh-dao'].map((id) => office.as(id));
    const ministry = office.as(above.id);
    if (!unit || !officer || !authority) throw new Error('Everybody is there.');
    const { id } = await must(
      unit.post('/api/v1/dossiers', { procedure: AWARD, kind: 'cong_trang', title: 'CSTĐ', bodyId: 'ubnd-tinh' }),
    );
    const path = `/api/v1/dossiers/${id}`;
    const attach = (document: string) =>
      must(unit.post(`${path}/attach-document`, { document, formats: ['docx', 'pdf'] }));
    const seen = () => must(ministry.get<DossierView>(path));
    await must(
      unit.post(`${path}/add-nominees`, { nominees: [{ kind: 'individual', name: 'Người Một', unit: 'Sở Mẫu' }] }),
    );
    for (const document of ['TT', 'SK']) await attach(document);
    await must(unit.post(`${path}/submit`));
    await must(officer.post(`${path}/receive`));
    expect(await must(officer.get<DossierView>(path))).toMatchObject({
      procedure: { version: 'TEST.1' },
      provisional: true,
    });
    const verdicts = [{ nomineeId: 'N1', verdict: 'qualified', reason: 'Đủ', evidence: [] }];
    await must(officer.post(`${path}/appraise-nominees`, { verdicts }));
    await must(officer.post(`${path}/complete-appraisal`));
    await must(authority.post(`${path}/forward`, { toBodyId: MINISTRY, letter: letter(office.today()) }));

    office.clock.travelTo(`${SECOND}T09:00:00+07:00`);
    await seen();
    const early = await ministry.post<Problem>(`${path}/receive`);
    expect(early).toMatchObject({
      status: 422,
      body: { code: 'DOCUMENTS_MISSING', params: { missing: ['MOI'], step: 'top.intake' } },
    });
    await must(ministry.post(`${path}/return`, { reason: 'Thiếu giấy tờ mới' }));
    await attach('MOI');
    await must(unit.post(`${path}/submit`));
    await must(officer.post(`${path}/receive`));
    await must(officer.post(`${path}/appraise-nominees`, { verdicts }));
    await must(officer.post(`${path}/complete-appraisal`));
    await must(authority.post(`${path}/forward`, { toBodyId: MINISTRY, letter: letter(office.today()) }));
    await seen();
    await must(ministry.post(`${path}/receive`));
    const bound = await seen();
    expect(bound).toMatchObject({ procedure: { version: 'TEST.2' }, boundBefore: [{ version: 'TEST.1' }] });
    expect(bound).not.toHaveProperty('provisional');
  });
});
