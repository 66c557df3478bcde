import { awaitedTerms, dueIn, fact, hash, terms, type Append, type Dice, type Nominee } from './office-facts.js';

/** One nominee leaves for a dossier of the same award. */
export function* detach(id: string, unit: string, people: readonly Nominee[], dice: Dice): Generator<Append> {
  const child = `${id}-con`;
  const leaving = people.slice(0, 1);
  yield {
    stream: `dossier-${id}`,
    events: [
      fact('NomineesDetached', { childDossierId: child, nominees: leaving.map((one) => one.id), reason: 'Khiếu nại' }),
    ],
  };
  yield {
    stream: `dossier-${child}`,
    events: [
      fact('DetachedDossierOpened', {
        dossierId: child,
        parentDossierId: id,
        procedureCode: 'BK_TINH',
        kind: 'chuyen_de',
        title: `Hồ sơ ${child}`,
        submittingUnitId: unit,
        bodyId: 'body-1',
        procedure: { code: 'BK_TINH', version: 'R2025.1', hash },
        receivedAt: '2026-08-21T02:00:00.000Z',
        step: 'appraisal',
        nominees: leaving,
        documents: [],
        verdicts: [],
        approved: [],
        actors: { submit: ['acc-submitter'] },
        suspended: dice(2) === 0,
        secrecy: dice(3) === 0 ? 'mat' : 'none',
        warnings: [],
        awaited: dice(3) === 0 ? [awaitedTerms('screen-1')] : [],
        deadlines: [{ ...terms('appraise-1', dueIn(dice)), pauses: [{ from: '2026-08-25T02:00:00.000Z' }] }],
      }),
    ],
  };
}

/** One nominee leaves for a dossier of another award, which is handed in. */
export function* escalate(id: string, unit: string, people: readonly Nominee[]): Generator<Append> {
  const child = `${id}-trinh`;
  const leaving = people.slice(0, 1);
  const procedureCode = 'CSTDCS';
  const body = 'body-2';
  const nominees = leaving.map((one) => one.id);
  yield {
    stream: `dossier-${id}`,
    events: [
      fact('NomineesEscalated', {
        childDossierId: child,
        childBodyId: body,
        procedureCode,
        nominees,
        reason: 'Xứng đáng hơn',
      }),
    ],
  };
  yield {
    stream: `dossier-${child}`,
    events: [
      fact('EscalatedDossierOpened', {
        dossierId: child,
        parentDossierId: id,
        parentProcedureCode: 'BK_TINH',
        procedureCode,
        bodyId: body,
        kind: 'chuyen_de',
        title: `Hồ sơ ${child}`,
        submittingUnitId: unit,
        step: 'drafting',
        nominees: leaving,
        documents: [],
        secrecy: 'none',
      }),
      fact('DossierSubmitted', { step: 'intake' }),
    ],
  };
}
