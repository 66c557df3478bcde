import { type Bilingual, type Confidence, dayText, type Language } from '#libs/domain/kernel';
import { unknownFigures } from '#libs/domain/procedure';
import { loadLaw, sentenceOfFault } from '#libs/service/law';
import { besideTheLog } from './beside-the-log.js';
import { type ListedVersion, listedVersions } from './listed.js';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';

export interface ListOptions {
  readonly language: Language;
  /** For programs: one JSON document, with everything. */
  readonly json: boolean;
  /** Only this award. */
  readonly code?: string | undefined;
}

/**
 * Every version of every procedure: code, version, regime, how sure it is, and below it what nobody has read. Where a database is
 * there, also what was published in it, and which files count no more.
 */
export async function listProcedures(
  root: string,
  { language, json, code: wanted }: ListOptions,
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ExitCode> {
  const law = loadLaw(root);
  if (!law.ok) {
    for (const fault of law.error) terminal.err(sentenceOfFault(fault));
    return EXIT.failed;
  }
  const all = await besideTheLog(env, terminal, language, (store) => listedVersions(law.value, store));
  const listed = all.filter(({ procedure: { code } }) => wanted === undefined || code === wanted);
  if (listed.length === 0) {
    terminal.err(none(wanted ?? '')[language]);
    return EXIT.failed;
  }
  if (json) terminal.out(JSON.stringify(listed.map(asData), null, 2));
  else for (const line of asTable(listed, language)) terminal.out(line);
  return EXIT.good;
}

const none = (code: string): Bilingual => ({
  vi: `Không có quy trình nào mang mã ${code}.`,
  en: `No procedure has the code ${code}.`,
});

const asData = ({ procedure, origin, from, until }: ListedVersion) => {
  const { code, version, names, regime, effective, confidence, receivable, notReceivable, openQuestions } = procedure;
  return {
    code,
    version,
    names,
    regime,
    effective: { from: from ?? effective.from, until: until === undefined ? effective.until : until },
    origin,
    confidence,
    receivable,
    ...(notReceivable ? { notReceivable: notReceivable.reason } : {}),
    ...(openQuestions ? { openQuestions } : {}),
    unknown: unknownFigures(procedure),
  };
};

const sureness: Readonly<Record<Confidence, Bilingual>> = {
  verified: { vi: 'đã đối chiếu', en: 'verified' },
  verified_in_repealed_text: { vi: 'theo văn bản cũ', en: 'by a repealed text' },
  memory: { vi: 'theo trí nhớ', en: 'from memory' },
  uncertain: { vi: 'chưa chắc', en: 'uncertain' },
  design: { vi: 'quy ước', en: 'our own' },
  unknown: { vi: 'chưa rõ', en: 'unknown' },
};

const heads: Readonly<Record<Language, readonly string[]>> = {
  vi: ['Mã', 'Phiên bản', 'Thời kỳ', 'Độ tin cậy', 'Danh hiệu, hình thức'],
  en: ['Code', 'Version', 'Regime', 'Confidence', 'Award'],
};

/** Columns as wide as their widest word, and what is unknown below its award, indented. */
function asTable(procedures: readonly ListedVersion[], language: Language): string[] {
  const rows = procedures.map(({ procedure: { code, version, regime, confidence, names } }) => [
    code,
    version,
    regime,
    sureness[confidence][language],
    names[language],
  ]);
  const head = heads[language];
  const widths = head.map((word, column) => Math.max(word.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row
      .map((word, column) => word.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    line(head),
    ...procedures.flatMap((procedure, index) => [line(rows[index] ?? []), ...remarks(procedure, language)]),
  ];
}

const INDENT = ' '.repeat(4);

function remarks(listed: ListedVersion, language: Language): string[] {
  const { procedure } = listed;
  const vi = language === 'vi';
  const origin = originOf(listed, language);
  if (!procedure.receivable) {
    return [
      ...origin,
      `${INDENT}${vi ? 'không tiếp nhận' : 'not receivable'}: ${procedure.notReceivable?.reason[language] ?? ''}`,
    ];
  }
  const unknown = unknownFigures(procedure).map(({ names }) => names[language]);
  const open = (procedure.openQuestions ?? []).map((question) => question[language]);
  return [
    ...origin,
    ...(unknown.length > 0 ? [`${INDENT}${vi ? 'chưa rõ' : 'unknown'}: ${unknown.join('; ')}`] : []),
    ...(open.length > 0
      ? [`${INDENT}${vi ? 'cảnh báo khi tiếp nhận' : 'warned of at receipt'}: ${open.join('; ')}`]
      : []),
  ];
}

/** Where a version comes from, where that is not plainly its file. */
function originOf({ origin, from, until }: ListedVersion, language: Language): string[] {
  const vi = language === 'vi';
  if (origin === 'file_only')
    return [
      `${INDENT}${vi ? 'chỉ có trong tệp: cơ sở dữ liệu dùng các phiên bản đã công bố' : 'in the file only: the database goes by what was published'}`,
    ];
  if (origin === 'file' || from === undefined) return [];
  const end =
    until === null || until === undefined ? '' : vi ? ` đến trước ${dayText(until)}` : ` until ${dayText(until)}`;
  return [
    `${INDENT}${vi ? `công bố trong hệ thống, từ ${dayText(from)}` : `published here, from ${dayText(from)}`}${end}`,
  ];
}
