import type { Actor } from '#libs/domain/kernel';
import type { DossierCommand } from '#libs/domain/dossier';
import { catalogue } from '../../../../../test/support/procedures.js';
import { Desk, people } from '../../../../../test/support/dossier-desk.js';

const at = (actor: Actor, unitId: string, more = ''): Actor => ({
  ...actor,
  unitId,
  id: `${actor.id}-${unitId}${more}`,
});
const BASE = 'BODY-1';
const PROVINCE = 'BODY-2';

class Climb {
  readonly desk: Desk;
  constructor(readonly code: string) {
    const procedures = catalogue.filter((each) => each.code === code && each.regime === 'R2025');
    this.desk = new Desk({ procedures });
  }
  do(by: Actor, type: DossierCommand['type'], data: object = {}, when?: string): void {
    const command = { type, data } as DossierCommand;
    const done = this.desk.take({ command, by, ...(when ? { at: when } : {}) });
    if (!done.ok) throw new Error(`${type} at ${this.desk.state?.places.join(', ')}: ${JSON.stringify(done.error)}`);
  }
  completed(by: Actor, outcome: string, more: object = {}, when?: string): void {
    this.do(by, 'complete-step', { outcome, ...more }, when);
  }
  get places(): readonly string[] {
    return this.desk.state?.places ?? [];
  }
}

const officer = at(people.officer, PROVINCE);
const secretary = at(people.secretary, PROVINCE);
const authority = at(people.authority, PROVINCE);
const letter = { number: '1', date: '2026-08-05' };

const letterOf = (date: string) => ({ number: '1', date });

/** An order: the unit, its base council, the province with opinions and public notice, and what lies above written down by it. */
function order(): Climb {
  const climb = new Climb('HCLD3');
  climb.do(people.submitter, 'draft', { procedure: 'HCLD3', kind: 'cong_trang', title: 'Huân chương', bodyId: BASE });
  climb.do(people.submitter, 'add-nominees', { nominees: [{ kind: 'individual', name: 'Người Một', unit: 'Đơn vị' }] });
  for (const document of ['TT', 'DS', 'BC_CT_CN', 'BB']) {
    climb.do(people.submitter, 'attach-document', { document, formats: ['docx', 'pdf'] });
  }
  climb.completed(people.submitter, 'complete');
  climb.do(people.submitter, 'submit');
  climb.completed(people.secretary, 'passed', {
    session: { heldOn: '2026-08-03', minutes: letterOf('2026-08-03'), members: 9, present: 9, written: 0 },
  });
  climb.do(people.authority, 'forward', { toBodyId: PROVINCE, letter: { number: '1', date: '2026-08-03' } });
  climb.do(officer, 'receive', {}, '2026-08-05');
  climb.completed(officer, 'qualified');
  const verdict = { nomineeId: 'N1', verdict: 'qualified', reason: 'Đủ', evidence: [] };
  climb.do(officer, 'appraise-nominees', { verdicts: [verdict] });
  climb.do(officer, 'complete-appraisal');
  return climb;
}

describe('The way of an order through all levels', () => {
  it('each level has its receipt, and the one below keeps reading', () => {
    const climb = order();
    expect(climb.places).toEqual(['consult.mp', 'public-posting']);
    expect(climb.desk.state).toMatchObject({
      bodyId: PROVINCE,
      bodies: [BASE, PROVINCE],
      units: { UNIT: 'UNIT-1', BASE, MP: PROVINCE },
    });
    expect(Object.keys(climb.desk.state?.receipts ?? {})).toEqual(['MP']);
  });

  it('goes up to the President by letters that the province writes down, and comes to its decision', () => {
    const climb = order();
    climb.do(officer, 'open-notice', { where: 'Trụ sở', contact: { address: 'Số 1' } });
    climb.completed(officer, 'none_asked');
    climb.completed(officer, 'clean', {}, '2026-08-25');
    const counts = { nomineeId: 'N1', yes: 17, no: 0, other: 0 };
    climb.do(secretary, 'record-council-result', {
      method: 'minutes',
      heldOn: '2026-08-25',
      minutes: { number: '2', date: '2026-08-25' },
      members: 17,
      present: 17,
      written: 0,
      tellers: [],
      results: [counts],
      differingOpinions: [],
    });
    climb.completed(secretary, 'agreed', { letter });
    climb.completed(authority, 'submitted', { letter });
    expect(climb.places).toEqual(['intake.moha']);
    // Nobody of the ministry works here: the province's officer writes down what it did.
    climb.do(officer, 'receive');
    expect(Object.keys(climb.desk.state?.receipts ?? {})).toEqual(['MP', 'MOHA']);
    climb.completed(officer, 'qualified');
    climb.do(officer, 'appraise-nominees', {
      verdicts: [{ nomineeId: 'N1', verdict: 'qualified', reason: 'Đủ', evidence: [] }],
    });
    climb.do(officer, 'complete-appraisal');
    climb.completed(officer, 'none_asked');
    climb.completed(officer, 'submitted', { letter });
    climb.completed(officer, 'propose', { letter });
    expect(climb.places).toEqual(['decide.pres']);
    climb.do(officer, 'approve', { approved: ['N1'], refused: [] });
    expect(climb.places).toEqual(['issue']);
    expect(climb.desk.state?.bodyId).toBe(PROVINCE);
  });
});
