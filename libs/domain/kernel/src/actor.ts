/** What somebody may do here. Positions carry roles; people come and go. */
export type Role =
  /** Cán bộ đơn vị nộp hồ sơ. */
  | 'submitter'
  /** Chuyên viên thẩm định. */
  | 'officer'
  /** Trưởng phòng, ban. */
  | 'section_head'
  /** Thư ký Hội đồng. */
  | 'secretary'
  /** Ủy viên Hội đồng. */
  | 'council_member'
  /** Người có thẩm quyền ký. */
  | 'authority'
  /** Văn thư: gives numbers, keeps the register. */
  | 'clerk'
  /** Thanh tra, kiểm toán: reads everything, changes nothing. */
  | 'auditor'
  /** Runs the system; sees no dossier's content. */
  | 'operator'
  /** The system itself, acting because of a recorded event or because time has passed. */
  | 'system';

/** Every role that a person may hold; `system` is nobody's. */
export const personRoles = [
  'submitter',
  'officer',
  'section_head',
  'secretary',
  'council_member',
  'authority',
  'clerk',
  'auditor',
  'operator',
] as const satisfies readonly Role[];

/** Who acts, and in which position: both are kept with every fact. Ids only, never a name. */
export interface Actor {
  /** The person's account. */
  readonly id: string;
  readonly positionId: string;
  /** The unit in which the position stands: the submitting unit, or the body that receives, appraises and decides. */
  readonly unitId: string;
  readonly roles: readonly Role[];
  readonly onBehalfOf?: string;
}
