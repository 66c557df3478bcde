import type { Bilingual } from '#libs/domain/kernel';
import { nomineeKinds } from './language/names.schema.js';
import type { ProcedureDocument } from './language/procedure.schema.js';
import { nomineeKindNames, votedAt } from './procedure-words.js';

/** A figure that nobody has read: where it stands in the file, and what it is. */
export interface UnknownFigure {
  /** `clocks.return-mp` */
  readonly path: string;
  readonly names: Bilingual;
}

/** Số liệu chưa rõ: every figure of a procedure that is unknown, in the order of the file. A dossier goes on without it. */
export function unknownFigures(procedure: ProcedureDocument): readonly UnknownFigure[] {
  return [
    ...ofVotes(procedure),
    ...ofCriteria(procedure),
    ...ofClocks(procedure),
    ...ofPrizes(procedure),
    ...ofRest(procedure),
  ];
}

const isUnknown = (figure: object | null | undefined): boolean =>
  figure !== null && figure !== undefined && 'value' in figure && figure.value === 'unknown';

function ofVotes({ votes, steps }: ProcedureDocument): UnknownFigure[] {
  return Object.entries(votes).flatMap(([name, { threshold, quorum, rounds, secret }]) => {
    const [where, there] = [votedAt({ steps }, name, 'vi'), votedAt({ steps }, name, 'en')];
    const at = (part: string, vi: string, en: string, unknown: boolean): UnknownFigure[] =>
      unknown ? [{ path: `votes.${name}.${part}`, names: { vi: `${vi} (${where})`, en: `${en} (${there})` } }] : [];
    return [
      ...at('threshold', 'tỷ lệ phiếu', 'threshold', isUnknown(threshold)),
      ...at('quorum', 'số người dự họp', 'quorum', isUnknown(quorum)),
      ...at('rounds', 'số lần bỏ phiếu', 'number of ballots', rounds?.max === 'unknown'),
      ...at('secret', 'phiếu kín hay không', 'whether the ballot is secret', isUnknown(secret)),
    ];
  });
}

const ofCriteria = ({ criteria: { conditions } }: ProcedureDocument): UnknownFigure[] =>
  conditions
    .filter(({ confidence }) => confidence === 'unknown')
    .map(({ id, names }) => ({ path: `criteria.conditions.${id}`, names }));

function ofClocks({ clocks, levels }: ProcedureDocument): UnknownFigure[] {
  return Object.entries(clocks).flatMap(([name, { limit, names, startsOn }]) => {
    if (!isUnknown(limit)) return [];
    // The clocks of several levels are called alike.
    const [first] = startsOn;
    const code = typeof first === 'object' && 'level' in first ? first.level : undefined;
    const level = levels.find((each) => each.code === code)?.names;
    const at = level ? { vi: ` (${level.vi})`, en: ` (${level.en})` } : { vi: '', en: '' };
    return [
      {
        path: `clocks.${name}`,
        names: { vi: `thời hạn “${names.vi}”${at.vi}`, en: `time for “${names.en}”${at.en}` },
      },
    ];
  });
}

/** Of an award with grades, the figures of each: its own line only says to look there. */
const ofPrizes = ({ prize, grades }: ProcedureDocument): UnknownFigure[] =>
  grades
    ? grades.flatMap(({ code, names, prize: own }) => unknownPrizes(own, `grades.${code}.prize`, names))
    : unknownPrizes(prize, 'prize');

const unknownPrizes = (prize: ProcedureDocument['prize'], path: string, grade?: Bilingual): UnknownFigure[] =>
  nomineeKinds
    .filter((subject) => isUnknown(prize[subject]))
    .map((subject) => ({
      path: `${path}.${subject}`,
      names: {
        vi: `tiền thưởng (${grade ? `${grade.vi}, ` : ''}${nomineeKindNames[subject].vi})`,
        en: `prize (${grade ? `${grade.en}, ` : ''}${nomineeKindNames[subject].en})`,
      },
    }));

const ofRest = ({ retention }: ProcedureDocument): UnknownFigure[] =>
  retention?.years === 'unknown' ? [{ path: 'retention', names: { vi: 'thời hạn bảo quản', en: 'retention' } }] : [];
