import { randomUUID } from 'node:crypto';
import type { EventStore } from '#libs/engine/event-store';
import type { OfficeChart } from '#libs/service/access';
import { drafted, newCommand } from '../../support/office-facts.js';

/** A province of so many units, each with a head, an officer and a vacant position. */
export const chartOfUnits = (units: number): OfficeChart => ({
  from: '2016-01-01',
  units: Array.from({ length: units }, (_, index) => ({
    unitId: `unit-${index}`,
    name: { vi: `Đơn vị ${index}`, en: `Unit ${index}` },
    kind: 'so',
    ...(index === 0 ? {} : { parentId: `unit-${Math.floor((index - 1) / 10)}` }),
    positions: [
      {
        positionId: `head-${index}`,
        title: title('Trưởng'),
        roles: ['section_head'],
        head: true,
        holder: `boss-${index}`,
      },
      { positionId: `officer-${index}`, title: title('Chuyên viên'), roles: ['officer'], holder: `acc-${index}` },
      { positionId: `clerk-${index}`, title: title('Văn thư'), roles: ['clerk'] },
    ],
  })),
});

const title = (vi: string) => ({ vi, en: vi });

/** Facts that have nothing to do with the organization. */
export async function appendNoise(store: EventStore, facts: number): Promise<void> {
  await Promise.all(
    Array.from({ length: facts }, () => {
      const id = randomUUID();
      return store.append(`dossier-${id}`, 'noStream', [drafted(id)], newCommand());
    }),
  );
}
