// The papers of a dossier: which are needed when, on which form, and how sure that is.
const decree = '152/2025/NĐ-CP';

/** When a paper is needed, where the kind or the nominee decides. */
const when = {
  BC_CT_CN: { kinds: ['cong_trang'], subjects: ['individual'] },
  BC_CT_TT: { kinds: ['cong_trang'], subjects: ['collective', 'household'] },
  BC_DX: { kinds: ['dot_xuat'] },
  BC_CD: { kinds: ['chuyen_de'] },
  BC_CH: { kinds: ['cong_hien'] },
  BC_DN: { kinds: ['doi_ngoai'] },
  BC_AH_CN: { subjects: ['individual'] },
  BC_AH_TT: { subjects: ['collective'] },
  XN_TT: { kinds: ['dot_xuat'] },
};
const GENERAL_REPORTS = ['BC_CT_CN', 'BC_CT_TT', 'BC_DX'];

/** Papers that depend on something that no field of a dossier holds: they may be handed in, and no receipt asks for them. */
const notes = {
  SK: ['Khi kê khai sáng kiến, đề tài', 'Where an initiative or topic is claimed'],
  XN_THUE: ['Khi đối tượng có nghĩa vụ với ngân sách nhà nước', 'Where the nominee has duties to the state budget'],
  HY: ['Khi có lấy ý kiến hiệp y', 'Where opinions of other bodies were asked'],
  CU: ['Khi cấp ủy đã có ý kiến', 'Where the Party committee has given its opinion'],
};
const isOptional = (code, award) => code in notes && !(code === 'SK' && award.code.startsWith('CSTD'));

/** Letters, lists, minutes and opinions: they propose or judge one award. All other papers are about the merit. */
const ofThisAward = ['TT', 'DS', 'BB', 'BB_PHIEU', 'HY', 'CU'];

/** The kinds of commendation for which an award asks for a paper; empty where its own rule leaves none. */
function kindsFor(code, { kinds, documents, simplified = {} }) {
  const reports = documents.filter((each) => when[each]?.kinds && each.startsWith('BC_'));
  const reported = new Set([...reports.flatMap((each) => when[each].kinds), ...Object.keys(simplified)]);
  const general = reports.find((each) => GENERAL_REPORTS.includes(each));
  const unreported = kinds.filter((kind) => !reported.has(kind));
  const widened = general && GENERAL_REPORTS.includes(code) && (code === 'BC_DX' ? general === 'BC_DX' : true);
  const own = when[code]?.kinds ? [...when[code].kinds, ...(widened ? unreported : [])] : kinds;
  const meant = Object.entries(simplified).filter(([, papers]) => papers.includes(code));
  // A paper of the simplified dossier only is asked for there; every other one everywhere else.
  const only = meant.length > 0 && code === 'BC_TOMTAT' ? meant.map(([kind]) => kind) : own;
  return kinds.filter((kind) => only.includes(kind) && (simplified[kind]?.includes(code) ?? true));
}

/** How sure a component is: its form's own, else what the texts of the level say. */
function sureness(code, form, award) {
  if (code === 'TT') return { source: 'ND 152/2025 Mẫu 01', confidence: 'verified' };
  if (form) return { source: `ND 152/2025 Mẫu ${form[0]}`, confidence: form[1] };
  if (award.papers) return award.papers;
  if (award.family === 'F1') return { source: 'ND 152/2025 Art 6(2)(c): bộ, tỉnh quy định', confidence: 'uncertain' };
  const confidence = award.confidence === 'verified' ? 'verified_in_repealed_text' : award.confidence;
  return { source: 'L22 Art 84; ND 98/2023 Arts 30–41', confidence };
}

/** @param known all papers of the catalogue, by code */
export function papersOf(award, steps, known) {
  const upToMinistry = steps['intake.moha'] !== undefined;
  return award.documents.map((code) => {
    const { vi, en, form } = known[code];
    const meant = kindsFor(code, award);
    const kinds = meant.length === 0 ? when[code].kinds : meant;
    const subjects = when[code]?.subjects?.filter((subject) => award.subjects.includes(subject));
    const needed = {
      ...(kinds.length < award.kinds.length ? { kinds } : {}),
      ...(subjects && subjects.length < award.subjects.length ? { subjects } : {}),
    };
    const producedBy = { HY: 'consult.mp', CU: 'party-opinion' }[code];
    const note = notes[code];
    return {
      code,
      names: { vi, en },
      form: form ? { number: form[0], decree, source: 'Phụ lục ND 152/2025', confidence: form[1] } : null,
      ...(Object.keys(needed).length > 0 ? { when: needed } : {}),
      ...(isOptional(code, award) || meant.length === 0 ? { optional: true } : {}),
      ...(upToMinistry ? { formats: ['docx', 'pdf'], formatsAt: ['MOHA'] } : {}),
      ...(producedBy && steps[producedBy] ? { producedBy } : {}),
      ...(ofThisAward.includes(code) ? { ofThisAward: true } : {}),
      ...(isOptional(code, award) ? { note: { vi: note[0], en: note[1] } } : {}),
      ...sureness(code, form, award),
    };
  });
}
