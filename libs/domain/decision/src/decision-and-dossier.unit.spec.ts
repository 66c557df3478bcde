import { type DossierState, foldDossier } from '#libs/domain/dossier';
import { valueOf } from '#libs/domain/kernel';
import * as acts from '../../../../test/support/dossier-acts.js';
import { BODY, type Desk, people } from '../../../../test/support/dossier-desk.js';
import { approved } from '../../../../test/support/dossier-paths.js';
import { deskAfter } from '../../../../test/support/dossier-spec.js';
import {
  DecisionOffice,
  approvedDossier,
  draftOf,
  drafted,
  entered,
  issueOn,
  nominees,
  prizeLaw,
} from '../../../../test/support/decision-office.js';
import { procedureNamed } from '../../../../test/support/procedures.js';
import { decisionDecider, dossierFacts, registerStream, viewDecision } from './index.js';

const merit = procedureNamed('BK_TINH@R2025.1');
const day = '2026-08-03';
const names = ['Người Một', 'Người Hai', 'Người Ba'];

/** What a decision sees of the dossier on a desk. */
const seen = (desk: Desk) => dossierFacts(desk.state as DossierState, merit);

const officeFor = (desk: Desk, decisionId: string) =>
  new DecisionOffice({ decisionId, actor: people.clerk, now: '2026-08-03T10:00:00.000Z', dossiers: [seen(desk)] });

const part = (...ids: readonly string[]) => ({
  type: 'draft' as const,
  data: { series: 'QĐ', dossiers: [{ dossierId: 'D1', nominees: [...ids] }] },
});

const numbered = (number: number) => ({ number: { register: registerStream(BODY, 'QĐ', day), number } });

describe('A decision and its dossier', () => {
  it('go together from the approval to the conferment, also in two decisions for one dossier', () => {
    const desk = deskAfter([approved({ nominees: names })]);
    const first = officeFor(desk, 'Q1').when(part('N1', 'N2'));
    const second = officeFor(desk, 'Q2').when(part('N3'));
    valueOf(desk.take(acts.enterInDecision(['N1', 'N2'], 'Q1')));
    valueOf(desk.take(acts.enterInDecision(['N3'], 'Q2')));

    first.when(issueOn(day), { dossiers: [seen(desk)], ...numbered(1) });
    valueOf(desk.take(acts.receiveDecision(['N1', 'N2'], 'Q1')));
    expect([first.refusals, desk.state?.step]).toEqual([[], 'issuing']);

    second.when(issueOn(day), { dossiers: [seen(desk)], ...numbered(2) });
    valueOf(desk.take(acts.receiveDecision(['N3'], 'Q2')));
    expect([second.refusals, desk.state?.step]).toEqual([[], 'conferment']);
    expect(foldDossier(desk.facts)).toEqual(desk.state);
  });

  it('let only one of two drafts have a nominee, whichever comes first to the dossier', () => {
    const desk = deskAfter([approved({ nominees: names })]);
    const first = officeFor(desk, 'Q1').when(part('N1'));
    const second = officeFor(desk, 'Q2').when(part('N1'));
    expect([first.refusals, second.refusals]).toEqual([[], []]);

    valueOf(desk.take(acts.enterInDecision(['N1'], 'Q2')));
    expect(desk.take(acts.enterInDecision(['N1'], 'Q1')).ok).toBe(false);
    first.when(issueOn(day), { dossiers: [seen(desk)], ...numbered(1) });
    second.when(issueOn(day), { dossiers: [seen(desk)], ...numbered(1) });
    expect([first.refusal?.code, second.refusals]).toEqual(['NOMINEE_IN_ANOTHER_DECISION', []]);
  });

  it('keep four eyes (R42): the officer on the dossier’s own list of actors does not sign', () => {
    const desk = deskAfter([approved({ nominees: names })]);
    const office = officeFor(desk, 'Q1').when(part('N1'));
    valueOf(desk.take(acts.enterInDecision(['N1'], 'Q1')));
    office.when(issueOn(day, people.officer.id), { dossiers: [seen(desk)], ...numbered(1) });
    expect(office.refusal).toMatchObject({ code: 'FOUR_EYES', rule: 'R42' });
  });

  it('pay by the grade that each recipient gets', () => {
    const order = procedureNamed('HCBVTQ@R2025.1');
    const graded = { ...merit, grades: order.grades, prize: order.prize };
    const dossier = approvedDossier({
      procedure: graded,
      approved: [
        { id: 'N1', kind: 'individual', grade: 'hang-1' },
        { id: 'N2', kind: 'individual', grade: 'hang-2' },
      ],
    });
    const office = drafted(dossier).when(issueOn('2026-10-20'), {
      dossiers: [entered(dossier, 'Q1')],
      number: { register: registerStream('ubnd-tinh', 'QĐ', '2026-10-20'), number: 1 },
    });
    expect(office.refusals).toEqual([]);
    expect(office.facts[0]?.data).toMatchObject({ recipients: [{ grade: 'hang-1' }, { grade: 'hang-2' }] });
    expect(office.facts[1]?.data).toMatchObject({
      prizes: {},
      gradedPrizes: [
        { kind: 'individual', grade: 'hang-1', amount: 22_770_000 },
        { kind: 'individual', grade: 'hang-2' },
      ],
      prizesUnknown: ['individual'],
      total: 22_770_000,
    });
    const view = office.state && viewDecision(office.state);
    expect(view?.recipients.map(({ prize }) => prize)).toEqual([22_770_000, undefined]);
  });

  it('do not know a dossier whose procedure is not loaded', () => {
    const desk = deskAfter([approved()]);
    const office = officeFor(desk, 'Q1').when(part('N1'), {
      dossiers: [dossierFacts(desk.state as DossierState, undefined)],
    });
    expect(office.refusal?.code).toBe('DOSSIER_NOT_READY_FOR_DECISION');
  });
});

describe('A decision of 2 000 recipients', () => {
  it('is drafted and issued in under 5 ms each', () => {
    const dossier = approvedDossier({ approved: nominees({ individual: 1_500, collective: 500 }) });
    const office = drafted(dossier);
    const number = { register: registerStream('ubnd-tinh', 'QĐ', '2026-10-20'), number: 1 };
    const context = {
      decisionId: 'Q1',
      now: '2026-10-20T03:00:00.000Z',
      actor: { ...people.clerk, unitId: 'ubnd-tinh' },
      number,
    };
    const prizes = prizeLaw;
    const fastest = (work: () => { readonly ok: boolean }) => {
      const times = Array.from({ length: 30 }, () => {
        const began = performance.now();
        expect(work().ok).toBe(true);
        return performance.now() - began;
      });
      return Math.min(...times);
    };
    const draft = { ...context, prizes, dossiers: [dossier] };
    expect(fastest(() => decisionDecider.decide(draftOf(dossier), undefined, draft))).toBeLessThan(5);
    const issue = { ...context, prizes, dossiers: [entered(dossier, 'Q1')] };
    expect(fastest(() => decisionDecider.decide(issueOn('2026-10-20'), office.state, issue))).toBeLessThan(5);
  });
});
