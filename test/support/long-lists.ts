import type { DossierCommand } from '#libs/domain/dossier';

type AddNominees = Extract<DossierCommand, { type: 'add-nominees' }>;

const LONG = 'Xã Mẫu, tỉnh Mẫu, nơi nhiều người làm việc bền bỉ '.repeat(3).trim();

function listOf(count: number, place: string): AddNominees {
  const nominees = Array.from({ length: count }, (_, index) => ({
    kind: 'individual' as const,
    name: `Người Số ${index + 1}`,
    unit: `Tổ ${index + 1}, ${place}`,
    cluster: place,
  }));
  return { type: 'add-nominees', data: { nominees } };
}

/** A list of 2,000 invented people that one request just holds, and one append does not. */
export const listInTwoParts = (): AddNominees => listOf(2_000, LONG);

/** A list that takes three appends. No request of 1 MB holds it; whoever gives commands past HTTP may. */
export const listInThreeParts = (): AddNominees => listOf(2_000, 'ễ'.repeat(180));
