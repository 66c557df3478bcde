import { must } from './office-client.js';
import type { Desks } from './office.js';

const BODY = 'ubnd-tinh';
const documents = ['TT', 'DS', 'BC_CT_CN', 'BB'];
const COUNCIL = 17;

/** A dossier for an order that waits at its base for a letter to the level above (tờ trình). */
export async function waitingOrder(
  desks: Desks,
  title: string,
  { name = 'Người Được Trình', more = [] }: { readonly name?: string; readonly more?: readonly string[] } = {},
): Promise<string> {
  const unit = desks.as('acc-don-vi');
  const { id } = await must(
    unit.post('/api/v1/dossiers', { procedure: 'HCLD3', kind: 'cong_trang', title, bodyId: BODY }),
  );
  const path = `/api/v1/dossiers/${id}`;
  const paper = { number: '1/BB', date: desks.today() };
  const session = { heldOn: desks.today(), minutes: paper, members: 9, present: 9, written: 0 };
  const nominees = [{ kind: 'individual', name, unit: 'Sở Mẫu' }];
  await must(unit.post(`${path}/add-nominees`, { nominees }));
  for (const document of [...documents, ...more])
    await must(unit.post(`${path}/attach-document`, { document, formats: ['docx', 'pdf'] }));
  await must(unit.post(`${path}/complete-step`, { outcome: 'complete' }));
  await must(unit.post(`${path}/submit`));
  const secretary = desks.as('acc-thu-ky');
  await must(secretary.get(path));
  await must(secretary.post(`${path}/complete-step`, { outcome: 'passed', session }));
  return id;
}

/** The same further up: its list hangs out at the province. */
export async function noticedOrder(desks: Desks, name: string): Promise<string> {
  const id = await waitingOrder(desks, name, { name, more: ['CU'] });
  const act = actOn(desks, id);
  await act('acc-lanh-dao', 'complete-step', { outcome: 'submitted', letter: paperOf(desks) });
  await act('acc-tham-dinh', 'receive');
  await act('acc-tham-dinh', 'complete-step', { outcome: 'qualified' });
  const verdicts = [{ nomineeId: 'N1', verdict: 'qualified', reason: 'Đủ', evidence: [] }];
  await act('acc-tham-dinh', 'appraise-nominees', { verdicts });
  await act('acc-tham-dinh', 'complete-appraisal');
  await act('acc-tham-dinh', 'open-notice', { where: 'Trụ sở', contact: { address: 'Số 1' } });
  await act('acc-tham-dinh', 'complete-step', { outcome: 'none_asked' });
  return id;
}

/** On from the public notice, once it has hung out for its time, to where it waits for a letter to the ministry. */
export async function passNotice(desks: Desks, id: string): Promise<void> {
  const act = actOn(desks, id);
  const minutes = paperOf(desks);
  const session = { heldOn: desks.today(), minutes, members: COUNCIL, present: COUNCIL, written: 0 };
  const results = [{ nomineeId: 'N1', yes: COUNCIL, no: 0, other: 0 }];
  await act('acc-tham-dinh', 'complete-step', { outcome: 'clean' });
  await act('acc-thu-ky', 'record-council-result', { method: 'minutes', ...session, results });
  await act('acc-thu-ky', 'complete-step', { outcome: 'agreed', letter: minutes });
}

const paperOf = (desks: Desks) => ({ number: '1/BB', date: desks.today() });

const actOn =
  (desks: Desks, id: string) =>
  async (who: Parameters<Desks['as']>[0], command: string, body: object = {}) => {
    const path = `/api/v1/dossiers/${id}`;
    const desk = desks.as(who);
    await must(desk.get(path));
    await must(desk.post(`${path}/${command}`, body));
  };
