import { must } from './office-client.js';
import type { Desks } from './office.js';

const BODY = 'ubnd-tinh';
const documents = ['TT', 'DS', 'BC_CT_CN', 'BB'];

/** A dossier for an order that waits at its base for a letter to the level above (tờ trình). */
export async function waitingOrder(desks: Desks, title: string): Promise<string> {
  const unit = desks.as('acc-don-vi');
  const { id } = await must(
    unit.post('/api/v1/dossiers', { procedure: 'HCLD3', kind: 'cong_trang', title, bodyId: BODY }),
  );
  const path = `/api/v1/dossiers/${id}`;
  const paper = { number: '1/BB', date: desks.today() };
  const session = { heldOn: desks.today(), minutes: paper, members: 9, present: 9, written: 0 };
  const nominees = [{ kind: 'individual', name: 'Người Được Trình', unit: 'Sở Mẫu' }];
  await must(unit.post(`${path}/add-nominees`, { nominees }));
  for (const document of documents)
    await must(unit.post(`${path}/attach-document`, { document, formats: ['docx', 'pdf'] }));
  await must(unit.post(`${path}/complete-step`, { outcome: 'complete' }));
  await must(unit.post(`${path}/submit`));
  const secretary = desks.as('acc-thu-ky');
  await must(secretary.get(path));
  await must(secretary.post(`${path}/complete-step`, { outcome: 'passed', session }));
  return id;
}
