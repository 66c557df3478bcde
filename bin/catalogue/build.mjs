// `node bin/catalogue/build.mjs [--check]`: writes procedures/<CODE>.<version>.json for the whole catalogue, from the families and the
// awards' parameters. BK_TINH and CSTDCS are kept by hand: they were worked out first, and dossiers may be bound to them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { familyOf } from './families.mjs';
import { clocksOf, votes } from './figures.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { documents, awards } = JSON.parse(readFileSync(new URL('awards.json', import.meta.url), 'utf8'));
const BY_HAND = new Set(['BK_TINH', 'CSTDCS']);
const decree = '152/2025/NĐ-CP';

const levelNames = {
  UNIT: ['Đơn vị', 'Unit'],
  BASE: ['Cơ sở, xã', 'Base, commune'],
  MP: ['Bộ, ngành, tỉnh', 'Ministry or province'],
  MOHA: ['Bộ Nội vụ', 'Ministry of Home Affairs', 'officer@MP'],
  PM: ['Thủ tướng Chính phủ', 'Prime Minister', 'officer@MOHA'],
  PRES: ['Chủ tịch nước', 'State President', 'officer@MOHA'],
};
const level = (code) => {
  const [vi, en, recordedBy] = levelNames[code];
  return { code, names: { vi, en }, ...(recordedBy ? { recordedBy } : {}) };
};

/** When a paper is needed, where the kind or the nominee decides; papers that depend on anything else are optional. */
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
const optional = (code, award) =>
  code === 'XN_THUE' || code === 'HY' || code === 'CU' || (code === 'SK' && !award.code.startsWith('CSTD'));

function documentOf(code, award, steps) {
  const { vi, en, form } = documents[code];
  const [number, confidence] = form ?? [];
  const needed = when[code];
  const narrowed = needed && award.kinds.length === 1 && needed.kinds ? { ...needed, kinds: undefined } : needed;
  const producedBy = { HY: 'consult.mp', CU: 'party-opinion' }[code];
  return {
    code,
    names: { vi, en },
    form: form ? { number, decree, source: `Phụ lục ND ${decree}`, confidence } : null,
    ...(narrowed && (narrowed.kinds || narrowed.subjects) ? { when: JSON.parse(JSON.stringify(narrowed)) } : {}),
    ...(optional(code, award) ? { optional: true } : {}),
    ...(code === 'TT' && steps['intake.moha'] ? { formats: ['docx', 'pdf'], formatsAt: ['MOHA'] } : {}),
    ...(producedBy && steps[producedBy] ? { producedBy } : {}),
    source: code === 'TT' ? `ND ${decree} Mẫu 01` : 'Danh mục thành phần hồ sơ',
    confidence: award.confidence,
  };
}

const before = (steps, last) => Object.keys(steps).filter((name) => steps[name].acts && !last.includes(name));

function sideActs(steps) {
  const acting = before(steps, []);
  const closing = [
    'issue',
    'decision-in.moha',
    'notify.moha',
    'decision-in.mp',
    'notify',
    'items',
    'ceremony',
    'archive',
  ];
  const open = before(steps, closing).filter((name) => !name.startsWith('refusal-notice'));
  const drafting = open.filter(
    (name) =>
      ['report', 'unit-review'].includes(name) ||
      name.startsWith('submit-up') ||
      name.startsWith('intake') ||
      name.startsWith('supplement-in'),
  );
  const inWork = open.filter((name) => !drafting.includes(name) && !name.startsWith('rework'));
  const everywhere = [...acting, ...Object.keys(steps).filter((name) => steps[name].kind === 'end')];
  const some = (at, roles, more = {}) => (at.length === 0 || roles.length === 0 ? undefined : { at, roles, ...more });
  const askingAt = acting.filter((name) => name.startsWith('consult')).map((name) => steps[name].level);
  const notices = Object.values(steps).some(({ kind }) => kind === 'notice');
  const sending = acting.filter((name) => name.startsWith('notify'));
  const copied = sending.length === 0 ? [] : [...sending, 'ceremony', 'archive'].filter((name) => steps[name]);
  return Object.fromEntries(
    Object.entries({
      withdraw: steps['withdrawn'] && some(open, ['submitter@UNIT'], { to: 'withdrawn' }),
      suspend: some([...inWork, ...(steps['issue'] ? ['issue'] : [])], ['officer']),
      resume: some([...inWork, ...(steps['issue'] ? ['issue'] : [])], ['officer']),
      'detach-nominees': some(
        inWork.filter((name) => steps[name].kind !== 'vote'),
        ['officer'],
      ),
      classify: some(open, ['submitter@UNIT', 'officer']),
      'correct-fact': some(everywhere, ['officer']),
      assign: some(
        acting.filter((name) => name !== 'report'),
        ['section_head', 'secretary', 'authority'],
      ),
      'record-opinion': some(
        acting.filter((name) => !drafting.includes(name) && !name.startsWith('consult')),
        askingAt.map((level) => `officer@${level}`),
      ),
      'record-objection': notices && some(inWork, ['officer']),
      'resolve-objection': notices && some(inWork, ['officer']),
      'correct-copy': some(copied, [...new Set(sending.map((name) => `clerk@${steps[name].level}`))]),
      release: some(acting, ['submitter@UNIT', 'officer', 'secretary', 'clerk', 'authority']),
    }).filter(([, side]) => side),
  );
}

const used = (all, steps, key) =>
  Object.fromEntries(
    Object.entries(all).filter(([name]) =>
      Object.values(steps).some((step) => step[key] === name || step.needs?.passed === name),
    ),
  );

/** Everything the law would have to say is unknown under a regime that was not read. */
const carried = (value) =>
  Array.isArray(value)
    ? value.map(carried)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value).map(([key, each]) => [
            key,
            key === 'confidence' && each !== 'design' ? 'unknown' : carried(each),
          ]),
        )
      : value;

function procedureOf(award, regime) {
  const { way, levels } = familyOf({ ...award, vote: award.vote ?? 'minutes' });
  const { steps } = way;
  const receivable = award.family !== 'F8';
  const now = regime === 'R2026';
  const prizeOf = (subject) =>
    award.prize[subject] && {
      numerator: award.prize[subject][0],
      denominator: award.prize[subject][1],
      source: award.derived.includes(subject) ? 'ND 152/2025 Art 54, suy ra' : 'ND 152/2025 Art 50–54',
      confidence: award.derived.includes(subject) ? 'uncertain' : 'verified',
    };
  const law = {
    documents: receivable ? award.documents.map((code) => documentOf(code, award, steps)) : [],
    votes: used(votes, steps, 'vote'),
    clocks: receivable ? clocksOf(steps, award) : {},
    prize: { individual: prizeOf('individual'), collective: prizeOf('collective'), household: prizeOf('household') },
    retention: { years: award.retention, source: 'TT 09/2011/TT-BNV, đã được thay thế', confidence: 'uncertain' },
  };
  const { documents: papers, votes: councils, clocks, prize, retention } = now ? carried(law) : law;
  return {
    code: award.code,
    version: `${regime}.1`,
    names: { vi: award.vi, en: award.en },
    family: award.family,
    receivable,
    ...(receivable
      ? {}
      : {
          notReceivable: {
            reason: {
              vi: 'Chưa đọc quy trình của danh hiệu, giải thưởng này',
              en: 'The procedure of this award has not been read',
            },
            toRead: award.sources,
          },
        }),
    regime,
    effective: now
      ? {
          from: '2026-10-01',
          until: '2027-03-01',
          warnDaysBefore: 60,
          source: 'L26; ND 152/2025 hết hiệu lực 01/03/2027',
          confidence: 'uncertain',
        }
      : {
          from: '2025-07-01',
          until: '2026-10-01',
          warnDaysBefore: 60,
          source: 'ND 152/2025; L26 transition',
          confidence: 'verified',
        },
    carriedOver: now
      ? {
          from: `${award.code}@R2025.1`,
          reason: { vi: 'Chưa đọc Luật 06/2026/QH16', en: 'Law 06/2026/QH16 has not been read' },
        }
      : null,
    transition: {
      pinAt: 'first_receipt',
      receivedBefore: 'finishes_here',
      moreFavourable: 'by_explicit_event',
      source: 'L26',
      confidence: 'uncertain',
    },
    sources: award.sources,
    confidence: now ? 'unknown' : award.confidence,
    subjects: award.subjects,
    kinds: award.kinds,
    levels: levels.map(level),
    documents: papers,
    votes: councils,
    clocks,
    prize,
    backdating: { workingDays: 5, source: 'Quy ước nội bộ', confidence: 'design' },
    retention,
    decision: {
      draftRoles: ['clerk', 'officer', 'secretary'],
      issueRoles: ['clerk', 'authority'],
      signerNotSameAs: ['submit', 'appraise-nominees', 'complete-appraisal'],
      cancelRoles: ['authority'],
    },
    cancellation: {
      grounds: ['false_merit', 'false_information', 'against_law', 'standards_not_met'],
      source: 'L22 Art 93(2)(7)(8)',
      confidence: 'verified',
    },
    start: 'report',
    steps,
    sideActs: sideActs(steps),
  };
}

let stale = 0;
let written = 0;
for (const award of awards.filter(({ code }) => !BY_HAND.has(code))) {
  for (const regime of ['R2025', 'R2026']) {
    const procedure = procedureOf(award, regime);
    const file = join(root, 'procedures', `${procedure.code}.${procedure.version}.json`);
    const text = `${JSON.stringify(procedure, null, 2)}\n`;
    if (process.argv.includes('--check')) {
      let there = '';
      try {
        there = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
      } catch {
        // Missing is stale.
      }
      if (there !== text) stale++;
    } else {
      writeFileSync(file, text);
      written++;
    }
  }
}
if (stale > 0)
  process.stderr.write(
    `${stale} procedures do not say what their families say: run \`npm run procedures\` and commit them.\n`,
  );
else
  process.stderr.write(
    written > 0 ? `${written} procedures written.\n` : 'All procedures say what their families say.\n',
  );
process.exit(stale > 0 ? 1 : 0);
