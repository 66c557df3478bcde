import type { Role } from './actor.js';
import type { Bilingual } from './office-words.js';

/** What the roles are called; which position has one, the office says. */
export const roleNames: Readonly<Record<Role, Bilingual>> = {
  submitter: { vi: 'cán bộ đơn vị nộp hồ sơ', en: 'submitter' },
  officer: { vi: 'chuyên viên thẩm định', en: 'appraisal officer' },
  section_head: { vi: 'trưởng phòng', en: 'head of section' },
  secretary: { vi: 'thư ký Hội đồng', en: 'council secretary' },
  council_member: { vi: 'ủy viên Hội đồng', en: 'council member' },
  authority: { vi: 'người có thẩm quyền', en: 'authority' },
  clerk: { vi: 'văn thư', en: 'clerk' },
  auditor: { vi: 'thanh tra', en: 'auditor' },
  operator: { vi: 'người vận hành', en: 'operator' },
  system: { vi: 'hệ thống', en: 'system' },
};
