import { must } from '../../support/office-client.js';
import type { WebOffice } from './web-office.js';

/** A block of the province, with these units in it. */
export async function formBlock(
  office: WebOffice,
  clusterId: string,
  vi: string,
  members: readonly string[] = [],
): Promise<void> {
  const block = {
    clusterId,
    name: { vi, en: 'A block' },
    kind: 'khoi',
    level: 'tinh',
    organizerId: 'ubnd-tinh',
    criterion: 'Cơ quan tham mưu cấp tỉnh',
    reason: 'Chia khối thi đua',
    from: '2026-07-01',
  };
  await must(office.as('operator').post('/api/v1/clusters', block));
  for (const unitId of members)
    await must(office.as('operator').post(`/api/v1/clusters/${clusterId}/add-member`, { unitId, from: block.from }));
}
