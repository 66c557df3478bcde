import type { Account } from '#libs/service/access';

const person = (id: string, unitId: string, ...roles: Account['roles'][number][]): Account => ({
  id,
  name: `Người Mẫu ${id}`,
  unitId,
  positionId: `pos-${id}`,
  roles,
  language: 'vi',
});

/** A submitter of another unit than the sample accounts'. */
export const neighbour = person('acc-don-vi-khac', 'khoi-thi-dua-9', 'submitter');

/** A second officer of the body that the sample accounts work for. */
export const colleague = person('acc-tham-dinh-2', 'ubnd-tinh', 'officer');

/** An officer of another body. */
export const stranger = person('acc-tinh-khac', 'ubnd-tinh-khac', 'officer');

/** Somebody whose two positions must never meet in one dossier. */
export const twoHats = person('acc-hai-vai', 'ubnd-tinh', 'submitter', 'officer');
