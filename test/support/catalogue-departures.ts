/** Texts of law by the names under which people look them up, as the files give them. */
export const spelt = (source: string): string =>
  Object.entries({
    N98: 'ND 98/2023',
    N129: 'ND 129/2025',
    N152: 'ND 152/2025',
    Q311: 'QĐ 311/QĐ-BNV',
    Q637: 'QĐ 637/QĐ-BNV',
    Q638: 'QĐ 638/QĐ-BNV',
    BN86: '86/2025/QĐ-UBND Bắc Ninh',
  }).reduce((text, [short, full]) => text.replaceAll(short, full), source);

const meanings: Readonly<Record<string, readonly string[]>> = {
  report: ['REPORT'],
  'unit-review': ['UNIT_REVIEW'],
  'base-council': ['BASE_COUNCIL'],
  'submit-up.base': ['SUBMIT_UP'],
  'submit-up.mp': ['SUBMIT_UP'],
  'submit-up.moha': ['SUBMIT_MOHA'],
  'intake.base': ['INTAKE'],
  'intake.mp': ['INTAKE'],
  'intake.moha': ['INTAKE'],
  'return.base': ['RETURN'],
  'return.mp': ['RETURN'],
  'return.moha': ['RETURN'],
  'appraise.base': ['APPRAISE'],
  'appraise.mp': ['APPRAISE'],
  'appraise.moha': ['MOHA_APPRAISE'],
  'consult.mp': ['CONSULT'],
  'public-posting': ['PUBLIC_POSTING'],
  'public-posting.base': ['PUBLIC_POSTING'],
  'council.mp': ['COUNCIL'],
  'party-opinion': ['PARTY_OPINION'],
  'decide.base': ['BASE_DECIDE'],
  'decide.mp': ['MIN_PROV_DECIDE'],
  'decide.pm': ['PM_DECIDE'],
  'decide.pres': ['PRESIDENT_DECIDE'],
  'pm-propose': ['PM_PROPOSE'],
  'posting.moha': ['MOHA_POSTING'],
  'central-standing': ['CENTRAL_STANDING'],
  'central-council': ['CENTRAL_COUNCIL_VOTE'],
  issue: ['ISSUE'],
  notify: ['NOTIFY'],
  items: ['ITEMS'],
  ceremony: ['CEREMONY'],
  archive: ['ARCHIVE'],
  'refusal-notice': ['REFUSAL_NOTICE'],
};

/** The steps of the short way. */
const ofShortWay: Readonly<Record<string, readonly string[]>> = {
  drafting: ['REPORT', 'SUBMIT_UP'],
  intake: ['INTAKE'],
  rework: ['RETURN'],
  appraisal: ['APPRAISE'],
  issuing: ['ISSUE'],
  conferment: ['CEREMONY'],
  archiving: ['ARCHIVE'],
};

/** What a step of a file is in the words of the catalogue, to which a council of a ministry or province is one, however it answers. */
export function meaningOf(step: string, level: string): readonly string[] {
  if (step === 'council') return level === 'BASE' ? ['BASE_COUNCIL'] : ['COUNCIL'];
  if (step === 'approval') return level === 'BASE' ? ['BASE_DECIDE'] : ['MIN_PROV_DECIDE'];
  return meanings[step] ?? ofShortWay[step] ?? [];
}

export const ofCatalogue = (step: string): string => (step.startsWith('COUNCIL_') ? 'COUNCIL' : step);

interface Departure {
  /** Papers besides the catalogue's. */
  readonly papers?: readonly string[];
  /** Steps of the catalogue that the file does without. */
  readonly without?: readonly string[];
  /** Steps that the catalogue does not name. */
  readonly besides?: readonly string[];
  /** Deadlines of the catalogue that have no clock. */
  readonly clocks?: readonly string[];
  /** Deadlines of which the file is less sure than the catalogue: the text was read for another award or level. */
  readonly surer?: readonly string[];
}

/** Where a file says more or less than the catalogue, for a reason that somebody has thought about. */
export const departures: Readonly<Record<string, Departure>> = {
  // Q638, with its twenty days, is about the fighters of the base level; for other titles of that level it was not read.
  LDTT: { surer: ['APPRAISE_LOCAL'] },
  TTLDTT: { surer: ['APPRAISE_LOCAL'] },
  // The short way: the unit's own meeting, copies and insignia are done outside the system.
  CSTDCS: { without: ['UNIT_REVIEW', 'NOTIFY', 'ITEMS'] },
  // Nobody but a council can write the minutes of which the award consists (R37).
  TTLDXS: { besides: ['COUNCIL'] },
  // Titles that need a confirmation of duties and opinions have a step at which they are asked for.
  CO_BT: { papers: ['XN_THUE', 'HY'], besides: ['CONSULT'] },
  // A dossier has to be written before it can be handed in.
  THON_VH: { besides: ['REPORT'] },
  // So too here; and whether money is due nobody has read.
  GDVH: { besides: ['ITEMS', 'REPORT'] },
  // The minutes that are asked for come from the unit's meeting; each kind of commendation has its own report.
  GK: { papers: ['BC_CT_CN', 'BC_CT_TT', 'BC_CD', 'XN_TT'], besides: ['UNIT_REVIEW'], surer: ['APPRAISE_LOCAL'] },
  GK_XA: { papers: ['BC_CT_CN', 'BC_CT_TT', 'BC_CD', 'XN_TT'], besides: ['UNIT_REVIEW'], surer: ['APPRAISE_LOCAL'] },
  // The short way, with the council that writes the minutes; a merit to be confirmed, foreign subjects, and opinions.
  BK_TINH: {
    papers: ['BC_DN', 'XN_TT', 'HY'],
    without: ['UNIT_REVIEW', 'BASE_COUNCIL', 'CONSULT', 'NOTIFY', 'ITEMS'],
    besides: ['COUNCIL'],
  },
  BK_BO: { papers: ['BC_DN', 'XN_TT', 'HY'] },
  // Foreign subjects have a report of their own.
  BK_TTG: { papers: ['BC_DN'] },
  KNC: { papers: ['BC_DN'] },
  // Long dedication and foreign subjects come with the simplified dossier; the Party committee has a step.
  HCLD3: { papers: ['BC_DN', 'BC_TOMTAT', 'CU'] },
  HCLD2: { papers: ['BC_DN', 'BC_TOMTAT', 'CU'] },
  HCLD1: { papers: ['BC_DN', 'BC_TOMTAT', 'CU'] },
  // What is asked at a step is a paper.
  HCHCM: { papers: ['HY'] },
  HCSV: { papers: ['HY'] },
  HCHN: { papers: ['HY'] },
  // The ministry's ten days after the last opinion need opinions.
  HCQC: { besides: ['CONSULT'] },
  HCBVTQ: { besides: ['CONSULT'] },
  // Orders are posted (R39).
  HCCC: { besides: ['CONSULT', 'PUBLIC_POSTING'] },
  HCDDK: { besides: ['CONSULT'] },
  AHLLVT: { papers: ['HY', 'XN_THUE'], besides: ['CONSULT'] },
};
