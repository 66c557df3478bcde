// `node bin/catalogue/build.mjs [--check]`: writes procedures/<CODE>.<version>.json for the whole catalogue, from the families and the
// awards' parameters.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { familyOf } from './families.mjs';
import { clocksOf, votes } from './figures.mjs';
import { criteriaOf } from './criteria.mjs';
import { papersOf } from './papers.mjs';
import { sideActs } from './side-acts.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { documents, awards } = JSON.parse(readFileSync(new URL('awards.json', import.meta.url), 'utf8'));

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

/** The texts by the names under which people look them up. */
const spelt = (source) =>
  Object.entries({
    N98: 'ND 98/2023',
    N129: 'ND 129/2025',
    N152: 'ND 152/2025',
    Q311: 'QĐ 311/QĐ-BNV',
    Q637: 'QĐ 637/QĐ-BNV',
    Q638: 'QĐ 638/QĐ-BNV',
    BN86: '86/2025/QĐ-UBND Bắc Ninh',
  }).reduce((text, [short, full]) => text.replaceAll(short, full), source);

const multiple = ([numerator, denominator], source, confidence) => ({ numerator, denominator, source, confidence });

function prizeOf({ prize, subjects, grades, derived, prizeSure = 'verified', prizeSource = 'ND 152/2025 Art 50–54' }) {
  const unread = grades ? 'Mỗi hạng, mỗi loại một mức riêng: xem grades' : 'Chưa đọc mức tiền thưởng';
  const of = (subject) => {
    if (!subjects.includes(subject)) return null;
    if (!prize[subject]) return { value: 'unknown', source: unread, confidence: 'unknown' };
    return derived.includes(subject)
      ? multiple(prize[subject], `${prizeSource}, suy ra`, 'uncertain')
      : multiple(prize[subject], prizeSource, prizeSure);
  };
  return { individual: of('individual'), collective: of('collective'), household: of('household') };
}

const ARTICLES = { source: 'ND 152/2025 Art 50–54', confidence: 'verified' };

const gradeOf = ({ code, vi, en, ...figures }, { subjects, gradePrize: { source, confidence } = ARTICLES }) => {
  const of = (subject) => {
    if (figures[subject]) return multiple(figures[subject], source, confidence);
    return subjects.includes(subject)
      ? { value: 'unknown', source: 'Chưa đọc mức tiền thưởng', confidence: 'unknown' }
      : null;
  };
  return {
    code,
    names: { vi, en },
    prize: { individual: of('individual'), collective: of('collective'), household: of('household') },
  };
};

const CANCELLATION = {
  grounds: ['false_merit', 'false_information', 'against_law', 'standards_not_met'],
  source: 'L22 Art 93(2)(7)(8)',
  confidence: 'verified',
};

const RESTORATION = { roles: ['authority'], source: 'L22 Art 93(7)(8)', confidence: 'verified' };

/** Of titles of honour alone it was read that what was cancelled may be restored. */
const cancellationOf = ({ titleOfHonour }) =>
  titleOfHonour ? { ...CANCELLATION, restorable: RESTORATION } : CANCELLATION;

const NOT_READ = {
  vi: 'Chưa đọc quy trình của danh hiệu, giải thưởng này',
  en: 'The procedure of this award has not been read',
};

/** Everything that the texts say about an award, with how sure each figure is. */
function lawOf(award, { way, clocks }) {
  const { steps } = way;
  const receivable = award.family !== 'F8';
  return {
    documents: receivable ? papersOf(award, steps, documents) : [],
    votes: used(votes, steps, 'vote'),
    criteria: criteriaOf(award),
    clocks: receivable ? (clocks ?? clocksOf(steps, award)) : {},
    prize: prizeOf(award),
    ...(award.grades ? { grades: award.grades.map((grade) => gradeOf(grade, award)) } : {}),
    ...(award.windows ? { windows: award.windows } : {}),
    retention: {
      years: award.retention,
      ...(award.retention !== 'permanent' && award.kinds.includes('doi_ngoai')
        ? { exceptions: [{ kinds: ['doi_ngoai'], years: 'permanent' }] }
        : {}),
      source: 'TT 09/2011/TT-BNV, đã được thay thế',
      confidence: 'uncertain',
    },
  };
}

function procedureOf(award, regime) {
  const family = familyOf({ ...award, vote: award.vote ?? 'minutes' });
  const { way, levels } = family;
  const { steps } = way;
  const receivable = award.family !== 'F8';
  const now = regime === 'R2026';
  const law = lawOf(award, family);
  return {
    code: award.code,
    version: `${regime}.1`,
    names: { vi: award.vi, en: award.en },
    family: award.family,
    receivable,
    ...(receivable
      ? {}
      : { notReceivable: { reason: award.notReceivable ?? NOT_READ, toRead: award.sources.map(spelt) } }),
    ...(award.openQuestions ? { openQuestions: award.openQuestions } : {}),
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
          reason: {
            vi: 'Nội dung Luật 06/2026/QH16 chưa đọc được; số liệu chuyển từ quy định trước',
            en: 'Law 06/2026/QH16 has not been read; the figures go on from the regime before it',
          },
        }
      : null,
    transition: {
      pinAt: 'first_receipt',
      receivedBefore: 'finishes_here',
      moreFavourable: 'by_explicit_event',
      source: 'L26',
      confidence: 'uncertain',
    },
    sources: award.sources.map(spelt),
    confidence: now ? 'unknown' : award.confidence,
    subjects: award.subjects,
    kinds: award.kinds,
    levels: levels.map(level),
    ...(now ? carried(law) : law),
    backdating: { workingDays: 5, source: 'Quy ước nội bộ', confidence: 'design' },
    decision: {
      draftRoles: ['clerk', 'officer', 'secretary'],
      issueRoles: ['clerk', 'authority'],
      signerNotSameAs: ['submit', 'appraise-nominees', 'complete-appraisal'],
      cancelRoles: ['authority'],
    },
    cancellation: now ? carried(cancellationOf(award)) : cancellationOf(award),
    start: steps['drafting'] ? 'drafting' : 'report',
    steps,
    sideActs: family.sideActs ?? sideActs(steps),
  };
}

let stale = 0;
let written = 0;
for (const award of awards) {
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
