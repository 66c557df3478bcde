/** The acts that move a dossier on, in the order of a dossier’s life: the first that is allowed is the one big button. */
export const mainActs: readonly string[] = [
  'receive',
  'supplement',
  'complete-appraisal',
  'appraise-nominees',
  'record-council-result',
  'complete-step',
  'approve',
  'forward',
  'confer',
  'archive',
  'ask-opinion',
  'open-notice',
  'submit',
  'add-nominees',
  'attach-document',
  'resume',
  'resolve-objection',
  'record-opinion',
  'request-supplement',
  'return',
  'claim',
];

/** Where an act is done: some have a page of their own, the others a form. */
export function actPlace(id: string, act: string) {
  const params = { id };
  switch (act) {
    case 'appraise-nominees':
      return { to: '/ho-so/$id/tham-dinh', params } as const;
    case 'record-council-result':
      return { to: '/ho-so/$id/kiem-phieu', params } as const;
    case 'add-nominees':
      return { to: '/ho-so/$id/doi-tuong', params } as const;
    default:
      return { to: '/ho-so/$id/viec/$act', params: { id, act } } as const;
  }
}

/** `tiếp nhận hồ sơ` → `Tiếp nhận hồ sơ`. */
export const sentenceCase = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
