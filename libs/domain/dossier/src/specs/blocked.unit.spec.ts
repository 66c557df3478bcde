import { type BlockedBy, blockedBy, blockedSentence, dossierDecider, type DossierState } from '#libs/domain/dossier';
import { type Actor, codesAsNames } from '#libs/domain/kernel';
import { namesOfProcedure } from '#libs/domain/procedure';
import fc from 'fast-check';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { candidatesFor, type PeoplesCommand } from '../../../../../test/support/dossier-candidates.js';
import { throws } from '../../../../../test/support/dossier-chance.js';
import { type Desk, type Move, people } from '../../../../../test/support/dossier-desk.js';
import { awards, livesOf } from '../../../../../test/support/dossier-life.js';
import * as paths from '../../../../../test/support/dossier-paths.js';
import { deskAfter } from '../../../../../test/support/dossier-spec.js';
import { procedureNamed } from '../../../../../test/support/procedures.js';

const contextAt = (desk: Desk, at?: string) =>
  desk.contextOf({ command: { type: 'receive', data: {} }, by: people.auditor, ...(at ? { at } : {}) });

function blockedOf(desk: Desk, at?: string): BlockedBy {
  if (!desk.state) throw new Error('The dossier has begun.');
  return blockedBy(desk.state, contextAt(desk, at));
}

const bk = procedureNamed('BK_TINH@R2025.1');

/** The lines in Vietnamese, with the names of the procedure. */
const said = (desk: Desk, at?: string, language: 'vi' | 'en' = 'vi'): string[] =>
  blockedOf(desk, at).lines.map((line) =>
    blockedSentence(line, language, { ...codesAsNames, ...namesOfProcedure(bk, language) }),
  );

const actsOf = (desk: Desk, at?: string): string[] =>
  blockedOf(desk, at).lines.flatMap((line) => line.acts.map(({ act }) => act));

describe('why a dossier is stuck', () => {
  it('at each step of the usual way names the act that then moves it on', () => {
    const way = paths.archived();
    const desk = deskAfter([]);
    const unnamed: string[] = [];
    for (const move of way) {
      const { type } = move.command;
      if (desk.state && !['attach-document', 'draft'].includes(type)) {
        const awaited = type === 'receive-decision' ? 'issue-decision' : type;
        if (!actsOf(desk).includes(awaited)) unnamed.push(`${type}: ${actsOf(desk).join()}`);
      }
      const done = desk.take(move);
      if (!done.ok) throw new Error(done.error.code);
    }
    // Nominees are still added when there is one already.
    expect(unnamed).toEqual([]);
    expect(blockedOf(desk)).toMatchObject({ ended: { step: 'archived', outcome: 'granted' }, lines: [] });
  });

  it('of a draft without nominees is the unit, which has to add some, and the papers that the receipt will miss', () => {
    const desk = deskAfter([acts.draft()]);
    expect(blockedOf(desk)).toMatchObject({
      lines: [
        {
          place: 'drafting',
          reason: 'act',
          acts: [{ act: 'add-nominees', by: [{ role: 'submitter', unitId: 'UNIT-1' }] }],
          refusal: { code: 'NO_NOMINEES' },
        },
      ],
    });
    expect(said(deskAfter([paths.filled({ documents: ['TT'] })]))[0]).toMatch(
      /^Soạn hồ sơ: chờ cán bộ đơn vị nộp hồ sơ \(UNIT-1\) nộp hồ sơ, từ .*; còn thiếu Danh sách trích ngang kèm tờ trình, Báo cáo/,
    );
  });

  it('of an incomplete dossier is what is missing, with rule and source, and that the officer may ask for it', () => {
    const desk = deskAfter([paths.submitted({ documents: ['TT', 'DS'] })]);
    const [line] = blockedOf(desk).lines;
    expect(line).toMatchObject({
      place: 'intake',
      reason: 'act',
      refusal: { code: 'DOCUMENTS_MISSING' },
      documents: ['BC_CT_CN', 'BB'],
      rule: 'R5',
    });
    expect(line?.acts.map(({ act }) => act)).toEqual(['request-supplement', 'return']);
    expect(line?.source).toMatch(/ND/);
  });

  it('of an appraisal is who has no verdict yet, and how late it is', () => {
    const desk = deskAfter([paths.received({ on: '2026-08-21' })]);
    expect(said(desk, '2026-10-05')[0]).toMatch(
      /^Thẩm định: chờ chuyên viên thẩm định \(BODY-1\) thẩm định đối tượng, từ 09:00 21\/08\/2026; .*N1, N2.*; hạn “Trả hồ sơ không đủ điều kiện” đã qua từ 17:00 .*, trễ \d+ ngày làm việc; .*Căn cứ: /,
    );
    expect(said(desk, '2026-10-05', 'en')[0]).toMatch(
      /^Appraisal: awaited since 09:00 21\/08\/2026: appraisal of nominees by appraisal officer \(BODY-1\)/,
    );
  });

  it('of an approval does not name who appraised: four eyes', () => {
    const desk = deskAfter([paths.voted()]);
    const [line] = blockedOf(desk).lines;
    expect(line?.acts).toMatchObject([{ act: 'approve', by: [{ role: 'authority', unitId: 'BODY-1' }] }]);
    expect(line?.acts[0]?.notBy).toEqual(['submit', 'appraise-nominees', 'complete-appraisal']);
    expect(said(desk)[0]).toContain('không phải người đã nộp hồ sơ, thẩm định đối tượng, hoàn thành thẩm định (R42)');
  });

  it('while the council has not met is its secretary', () => {
    const desk = deskAfter([paths.appraised()]);
    expect(blockedOf(desk).lines).toMatchObject([
      { place: 'council', acts: [{ act: 'record-council-result', by: [{ role: 'secretary' }] }] },
    ]);
  });

  it('while an answer is awaited is the unit, and the clock that stands still', () => {
    const desk = deskAfter([paths.received(), acts.requestSupplement()]);
    const [line] = blockedOf(desk).lines;
    expect(line).toMatchObject({ place: 'supplement', acts: [{ act: 'supplement', by: [{ role: 'submitter' }] }] });
  });

  it('of a returned dossier is the unit that repairs it', () => {
    const desk = deskAfter([paths.received(), acts.returnDossier()]);
    expect(blockedOf(desk).lines).toMatchObject([{ place: 'rework', acts: [{ act: 'submit' }] }]);
  });

  it('of a suspended dossier is R18, since the suspension, and who may resume it', () => {
    const desk = deskAfter([paths.received({ on: '2026-08-21' }), { ...acts.suspend(), at: '2026-08-24' }]);
    const [line] = blockedOf(desk).lines;
    expect(line).toMatchObject({
      reason: 'suspended',
      since: '2026-08-24T02:00:00.000Z',
      rule: 'R18',
      acts: [{ act: 'resume', by: [{ role: 'officer', unitId: 'BODY-1' }] }],
    });
    expect(said(desk)[0]).toMatch(
      /hồ sơ tạm dừng từ 09:00 24\/08\/2026, chờ chuyên viên thẩm định \(BODY-1\) cho tiếp tục/,
    );
    expect(line?.deadlines.every(({ state }) => state === 'paused')).toBe(true);
  });

  it('while a notice of the calendar is awaited says which', () => {
    const desk = deskAfter([paths.received({ on: '2027-01-27' })]);
    const missing = blockedOf(desk).lines.flatMap(({ deadlines }) => deadlines.map(({ missingYear }) => missingYear));
    expect(missing).toContain(2027);
    expect(said(desk)[0]).toContain('còn chờ thông báo cho Tết Nguyên đán Đinh Mùi 2027 (30/01/2027–21/02/2027)');
  });

  it('of a withdrawn dossier is nothing: it ended', () => {
    const desk = deskAfter([paths.received(), acts.withdraw()]);
    expect(blockedOf(desk)).toMatchObject({ ended: { outcome: 'withdrawn' }, lines: [] });
  });

  it('names the bodies that were asked and have not answered, each with the day it was asked', () => {
    const desk = deskAfter([paths.asked(), acts.recordOpinion()]);
    expect(blockedOf(desk).lines).toMatchObject([
      { opinions: [{ opinionId: 'O2', body: { name: 'Công an tỉnh' } }], refusal: { code: 'OPINIONS_MISSING' } },
      { place: 'posting', opinions: [] },
    ]);
    const [line] = said(desk);
    expect(line).toMatch(
      /; chưa có ý kiến của Công an tỉnh \(hỏi ngày \d\d\/\d\d\/2026\); im lặng không phải là đồng ý;/,
    );
    expect(line?.match(/Công an tỉnh/g)).toHaveLength(1);
    expect(said(desk, undefined, 'en')[0]).toMatch(/; no answer yet from Công an tỉnh \(asked on /);
  });

  it('while nobody has put the list up is that act, and no time of which an end could be told', () => {
    const desk = deskAfter([paths.appraised({ procedure: 'HYCK' })]);
    const posting = blockedOf(desk).lines.find(({ place }) => place === 'posting');
    expect(posting).toMatchObject({ acts: [{ act: 'open-notice' }], refusal: { code: 'WINDOW_NOT_OVER' } });
    expect(said(desk).find((line) => line.startsWith('posting'))).not.toMatch(/chưa hết thời gian|\?/i);
  });

  it('while a version is not loaded any more says so', () => {
    const desk = deskAfter([paths.received()]);
    const context = { ...contextAt(desk), versions: [] };
    expect(desk.state && blockedBy(desk.state, context)).toMatchObject({
      lines: [{ reason: 'procedure', refusal: { code: 'PROCEDURE_NOT_LOADED' }, acts: [] }],
    });
  });
});

describe('whatever an office did before', () => {
  /** Somebody in the position that a line names, who has never had to do with the dossier. */
  const inPosition = ({ role, unitId }: { role: string; unitId: string }): Actor => ({
    id: 'account-moi',
    positionId: 'P-MOI',
    unitId,
    roles: [role as Actor['roles'][number]],
  });

  function impossible(desk: Desk, state: DossierState): string[] {
    const { ended, lines } = blockedBy(state, contextAt(desk));
    if (ended) return lines.length === 0 ? [] : ['an ended dossier waits'];
    if (lines.length === 0) return ['nothing is said of an open dossier'];
    return lines.flatMap((line) => {
      const faults =
        line.acts.length > 0 || line.refusal || line.reason === 'branches' || line.reason === 'unfinished'
          ? []
          : [`${line.place}: no reason`];
      const acting = line.acts.flatMap(({ act, by }) => {
        if (act === 'issue-decision') return [];
        const moves: readonly Move[] =
          act === 'enter-in-decision'
            ? [
                acts.enterInDecision(
                  [...state.nominees.values()]
                    .filter(({ approval, decisionId }) => approval?.approved && !decisionId)
                    .map(({ id }) => id),
                  'Q9',
                ),
              ]
            : candidatesFor(act as PeoplesCommand, state);
        return by.flatMap((position) => {
          const tries = moves.map((move) =>
            dossierDecider.decide(move.command, state, { ...contextAt(desk), actor: inPosition(position) }),
          );
          return tries.some(({ ok }) => ok)
            ? []
            : [`${line.place}: ${act} by ${position.role}: ${JSON.stringify(tries[0])}`];
        });
      });
      return [...faults, ...acting];
    });
  }

  it('each act that a line names is obeyed when somebody in a named position does it', () => {
    const named = new Set<string>();
    fc.assert(
      fc.property(fc.constantFrom(...awards), throws, (procedure, chances) => {
        const faults: string[] = [];
        livesOf(procedure, chances, {
          before: (desk, state) => {
            faults.push(...impossible(desk, state));
            for (const line of blockedBy(state, contextAt(desk)).lines) for (const { act } of line.acts) named.add(act);
          },
        });
        expect(faults).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect([...named]).toEqual(
      expect.arrayContaining([
        'submit',
        'receive',
        'supplement',
        'appraise-nominees',
        'complete-appraisal',
        'record-council-result',
        'approve',
        'enter-in-decision',
        'issue-decision',
        'resume',
        'confer',
        'archive',
      ]),
    );
  });
});
