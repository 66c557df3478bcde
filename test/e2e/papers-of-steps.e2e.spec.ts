import type { BlockedTold, CommandTold } from '#libs/service/reading';
import { lawWith } from '../support/law-with-criteria.js';
import { must, type Problem } from '../support/office-client.js';
import { officeWay } from '../support/office-way.js';
import { type Office, openOffice } from '../support/office.js';
import { procedureNamed } from '../support/procedures.js';

/** The council's step asks for its own minutes, which no receipt asks for. */
const law = lawWith({ 'BK_TINH.R2025.1': askingForMinutes() });

function askingForMinutes(): object {
  const { documents, steps } = procedureNamed('BK_TINH@R2025.1');
  const [first] = documents;
  const council = steps['council'];
  if (!first || council?.kind !== 'vote') throw new Error('BK_TINH has papers and a council.');
  const form = { number: '07', decree: '152/2025/NĐ-CP', source: 'Phụ lục', confidence: 'design' };
  const names = { vi: 'Biên bản họp Hội đồng', en: 'Minutes of the council' };
  const minutes = { ...first, code: 'BB_HD', names, form, optional: true };
  const asking = { ...council, needs: { documents: ['BB_HD'] }, acts: { ...council.acts, 'attach-document': {} } };
  return { documents: [...documents, minutes], steps: { ...steps, council: asking } };
}

let office: Office;

beforeAll(async () => {
  office = await openOffice({ home: law.home });
});
afterAll(async () => {
  await office?.close();
  law.drop();
});

describe('R5: a step says which papers must be there', () => {
  it('refuses what leads on without them, says so before, and lets it go on once they are there on their form', async () => {
    const { path, nominees } = await officeWay(office, 'appraised');
    const secretary = office.as('acc-thu-ky');
    const heldOn = office.today();
    const result = {
      method: 'minutes',
      heldOn,
      minutes: { number: '01/BB', date: heldOn },
      members: 17,
      present: 17,
      written: 0,
      results: nominees.map((nomineeId) => ({ nomineeId, yes: 17, no: 0, other: 0 })),
    };
    await must(secretary.get(path));
    const refused = await secretary.post<Problem>(`${path}/record-council-result`, result);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: 'DOCUMENTS_MISSING', rule: 'R5', params: { missing: ['BB_HD'], step: 'council' } },
    });
    expect(refused.body.detail).toBe('Hồ sơ còn thiếu ở bước Hội đồng tỉnh xét: Biên bản họp Hội đồng.');

    const { commands } = await must(secretary.get<{ readonly commands: readonly CommandTold[] }>(`${path}/allowed`));
    const counting = commands.find(({ command }) => command === 'record-council-result');
    expect(counting).toMatchObject({ allowed: false, refusal: { code: 'DOCUMENTS_MISSING' } });
    const { lines } = await must(office.as('acc-thanh-tra').get<BlockedTold>(`${path}/blocked-by`));
    expect(lines).toMatchObject([
      { place: 'council', documents: [{ document: 'BB_HD' }], acts: [{ act: 'attach-document' }], rule: 'R5' },
    ]);
    expect(lines[0]?.sentences.vi).toContain('còn thiếu Biên bản họp Hội đồng');

    const paper = (decree: string) => ({ document: 'BB_HD', form: { number: '07', decree } });
    const foreign = await secretary.post<Problem>(`${path}/attach-document`, paper('98/2023/NĐ-CP'));
    expect(foreign).toMatchObject({ status: 422, body: { code: 'DOCUMENT_FORM_WRONG', rule: 'R11' } });
    await must(secretary.post(`${path}/attach-document`, paper('152/2025/NĐ-CP')));
    await must(secretary.post(`${path}/record-council-result`, result));
  });
});
