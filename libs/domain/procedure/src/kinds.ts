/** Đối tượng khen thưởng: who or what is proposed. */
export const nomineeKinds = ['individual', 'collective', 'household'] as const;
export type NomineeKind = (typeof nomineeKinds)[number];

/** Loại khen thưởng (L22 Art 8). */
export const awardKinds = ['cong_trang', 'dot_xuat', 'chuyen_de', 'cong_hien', 'doi_ngoai', 'nien_han'] as const;
export type AwardKind = (typeof awardKinds)[number];
