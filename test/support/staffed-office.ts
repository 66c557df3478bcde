import type { UnitView } from '#libs/domain/organization';
import type { LocalDate } from '#libs/domain/kernel';
import { must } from './office-client.js';
import type { Desks } from './office.js';
import { position } from './organization-office.js';
import { colleague } from './other-people.js';

/** The body that appraises in the sample province. */
export const BODY = 'ubnd-tinh';

/** Who works there: the position of each in the body's facts. */
export const staffOfTheBody = {
  'acc-tham-dinh': 'pos-chuyen-vien-1',
  [colleague.id]: colleague.positionId,
  'acc-lanh-dao': 'pos-chu-tich',
} as const;

/** Sees to it that the body stands in the organization's facts with its people, where the office has not done so already. */
export async function staffTheBody(office: Desks): Promise<void> {
  const operator = office.as('acc-van-hanh');
  const path = `/api/v1/units/${BODY}`;
  if ((await operator.get(path)).status === 404) {
    const name = { vi: 'Ủy ban nhân dân tỉnh', en: 'The province' };
    await must(operator.post('/api/v1/units', { unitId: BODY, name, kind: 'tinh', from: '2016-01-01' }));
  }
  const unit = await must(operator.get<UnitView>(path));
  for (const [accountId, positionId] of Object.entries(staffOfTheBody)) {
    const there = unit.positions.find((each) => each.positionId === positionId);
    const head = positionId === 'pos-chu-tich';
    const roles = head ? (['authority'] as const) : (['officer'] as const);
    const data = position(positionId, { head, roles: [...roles] }).data;
    if (!there) await must(operator.post(`${path}/create-position`, data));
    if (!there?.standings.some((each) => each.accountId === accountId && each.as === 'holder'))
      await must(operator.post(`${path}/appoint`, { positionId, accountId, from: '2020-01-01' }));
  }
}

/** The last day of somebody in his position is the day before. */
export async function leaves(office: Desks, accountId: keyof typeof staffOfTheBody, on: LocalDate): Promise<void> {
  const operator = office.as('acc-van-hanh');
  const path = `/api/v1/units/${BODY}`;
  const unit = await must(operator.get<UnitView>(path));
  const appointments = unit.positions.flatMap((each) => each.appointments);
  const held = appointments.find((each) => each.accountId === accountId && each.to === undefined);
  await must(operator.post(`${path}/end-appointment`, { appointmentId: held?.appointmentId, on }));
}
