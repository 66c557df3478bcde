import type { Bilingual } from '#libs/domain/kernel';
import type { StepKind } from '../language/step.schema.js';

/** What sort of step it is. */
export const stepKindNames: Readonly<Record<StepKind, Bilingual>> = {
  task: { vi: 'Công việc', en: 'Task' },
  decision: { vi: 'Quyết định', en: 'Decision' },
  wait: { vi: 'Chờ', en: 'Wait' },
  notice: { vi: 'Công khai', en: 'Public notice' },
  vote: { vi: 'Biểu quyết', en: 'Vote' },
  sign: { vi: 'Ký', en: 'Signature' },
  fork: { vi: 'Tách nhánh', en: 'Branches part' },
  join: { vi: 'Hợp nhánh', en: 'Branches meet' },
  end: { vi: 'Kết thúc', en: 'End' },
};
