import { MAX_HANDED_OVER, responsibleFor } from '#libs/domain/organization';
import {
  type OrganizationOffice,
  appoint,
  handover,
  operator,
  person,
  position,
  province,
} from '../../../../../test/support/organization-office.js';

const leaver = person('leaver', 'officer');
const newcomer = person('newcomer', 'officer');
const head = person('head', 'section_head');

/** Proposed by the leaver on Saturday 21/11/2026, for Monday the 23rd. */
function proposed(given: Parameters<typeof handover>[0] = {}, actor = leaver, office = province()) {
  const decided = office.unit('department', handover(given), actor);
  const id = office.lastId;
  const confirm = (side: 'giver' | 'taker', by = side === 'giver' ? leaver : newcomer) =>
    office.unit('department', { type: 'confirm-handover', data: { handoverId: id, side } }, by);
  return { office, id, code: office.code(decided), confirm };
}

const answers = (office: OrganizationOffice, date: string, dossierId = 'D87') => {
  const { people, vacant } = responsibleFor(office.units, { unitId: 'department', role: 'officer', date, dossierId });
  return [vacant ? 'vacant' : 'held', ...people.map(({ accountId, positionId }) => `${accountId}@${positionId}`)];
};

const leave = (office: OrganizationOffice, accountId: string, on: string) => {
  const held = [...office.units.get('department')!.appointments.values()].find(
    (each) => each.accountId === accountId && each.to === undefined,
  )!;
  office.must('department', { type: 'end-appointment', data: { appointmentId: held.appointmentId, on } });
};

describe('R60: a handover', () => {
  it('moves nothing until both sides have confirmed, then all the work in one event', () => {
    const { office, confirm } = proposed();
    expect(answers(office, '2026-11-23')).toEqual(['held', 'leaver@officer-1']);
    expect(confirm('taker')).toMatchObject({ ok: true, value: [{ type: 'HandoverConfirmed' }] });
    expect(answers(office, '2026-11-23')).toEqual(['held', 'leaver@officer-1']);
    const done = confirm('giver');
    expect(done).toMatchObject({
      value: [
        { type: 'HandoverConfirmed' },
        {
          type: 'HandoverCompleted',
          data: {
            from: '2026-11-23',
            items: [
              { dossierId: 'D87', role: 'officer' },
              { dossierId: 'D64', role: 'officer' },
            ],
          },
        },
      ],
    });
    for (const dossierId of ['D87', 'D64']) {
      expect(answers(office, '2026-11-22', dossierId)).toEqual(['held', 'leaver@officer-1']);
      expect(answers(office, '2026-11-23', dossierId)).toEqual(['held', 'newcomer@officer-2']);
    }
  });

  it('leaves alone what is not on the list', () => {
    const { office, confirm } = proposed();
    confirm('giver');
    confirm('taker');
    expect(answers(office, '2026-11-23', 'D1')).toEqual(['held', 'leaver@officer-1', 'newcomer@officer-2']);
  });

  it('confirmed late moves the work on that day, not on a day that is past', () => {
    const { office, confirm } = proposed();
    confirm('giver');
    office.on('2026-11-26');
    confirm('taker');
    expect(answers(office, '2026-11-25')).toEqual(['held', 'leaver@officer-1']);
    expect(answers(office, '2026-11-26')).toEqual(['held', 'newcomer@officer-2']);
  });

  it('that nobody confirmed lies with the head once the leaver is gone, also when he has a successor', () => {
    const office = province();
    leave(office, 'leaver', '2026-11-23');
    office.must('department', appoint('officer-1', 'successor', '2026-11-24'));
    const { confirm } = proposed(
      { toPositionId: 'officer-1', toAccountId: 'successor', on: '2026-11-24' },
      leaver,
      office,
    );
    expect(answers(office, '2026-11-22')).toEqual(['held', 'leaver@officer-1']);
    expect(answers(office, '2026-11-23')).toEqual(['vacant', 'head@officer-1']);
    expect(answers(office, '2026-11-24')).toEqual(['vacant', 'head@department-head']);
    confirm('giver');
    office.on('2026-11-24');
    confirm('taker', person('successor'));
    expect(answers(office, '2026-11-24')).toEqual(['held', 'successor@officer-1']);
  });

  it('is confirmed by the head for a leaver who is gone, never by one person for both sides', () => {
    const { office, confirm } = proposed();
    expect(office.code(confirm('giver', head))).toBe('NOT_A_PARTY');
    expect(office.code(confirm('taker', head))).toBe('NOT_A_PARTY');
    expect(office.code(confirm('giver', newcomer))).toBe('NOT_A_PARTY');
    expect(office.code(confirm('giver', operator))).toBe('NOT_A_PARTY');
    expect(office.code(confirm('giver', { ...leaver, onBehalfOf: 'head' }))).toBe('NOT_A_PARTY');
    leave(office, 'leaver', '2026-11-22');
    office.on('2026-11-22');
    expect(office.code(confirm('giver', head))).toBe('done');
    expect(office.code(confirm('giver', head))).toBe('HANDOVER_SIDE_CONFIRMED');
    expect(office.code(confirm('taker'))).toBe('done');
    expect(office.code(confirm('taker'))).toBe('HANDOVER_IS_CLOSED');
  });

  it('to the head himself is not confirmed by him for the other side', () => {
    const office = province();
    leave(office, 'newcomer', '2026-11-21');
    office.must('department', appoint('officer-2', 'head', '2026-11-21'));
    const { confirm } = proposed({ toAccountId: 'head' }, head, office);
    leave(office, 'leaver', '2026-11-21');
    expect(office.code(confirm('giver', head))).toBe('NOT_A_PARTY');
  });

  it.each([
    ['to oneself', { toAccountId: 'leaver' }, 'HANDOVER_TO_ONESELF'],
    ['of a position one never held', { fromAccountId: 'stranger' }, 'POSITION_NOT_HELD'],
    ['to somebody who is not in the position', { toAccountId: 'stranger' }, 'TAKER_NOT_IN_POSITION'],
    [
      'to a position without the roles of the work',
      { toPositionId: 'department-head', toAccountId: 'head' },
      'ROLES_NOT_IN_POSITION',
    ],
    [
      'of work that the position does not have',
      { items: [{ dossierId: 'D1', role: 'clerk' }] },
      'ROLES_NOT_IN_POSITION',
    ],
    [
      'of the same work twice',
      {
        items: [
          { dossierId: 'D1', role: 'officer' },
          { dossierId: 'D1', role: 'officer', step: 'again' },
        ],
      },
      'WORK_ITEM_TWICE',
    ],
    ['to a position that is not there', { toPositionId: 'nowhere' }, 'POSITION_UNKNOWN'],
  ] as const)('is not proposed %s', (_what, given, expected) => {
    expect(proposed(given as object, operator).code).toBe(expected);
  });

  it('is proposed by the leaver, the head or an operator', () => {
    expect(proposed({}, head).code).toBe('done');
    expect(proposed({}, operator).code).toBe('done');
    expect(proposed({}, newcomer).code).toBe('NOT_A_PARTY');
  });

  it('can be declined: the work stays, and may be handed over to somebody else', () => {
    const { office, id } = proposed();
    const withdraw = (by = newcomer) =>
      office.code(
        office.unit(
          'department',
          { type: 'withdraw-handover', data: { handoverId: id, reason: 'Quá nhiều việc' } },
          by,
        ),
      );
    expect(office.code(office.unit('department', handover(), leaver))).toBe('WORK_ITEM_ELSEWHERE');
    expect(withdraw(person('stranger'))).toBe('NOT_A_PARTY');
    expect(withdraw()).toBe('done');
    expect(withdraw()).toBe('HANDOVER_IS_CLOSED');
    expect(answers(office, '2026-11-23')).toEqual(['held', 'leaver@officer-1', 'newcomer@officer-2']);
    expect(office.code(office.unit('department', handover(), leaver))).toBe('done');
  });

  it('is not completed to somebody who has left meanwhile', () => {
    const { office, confirm } = proposed();
    confirm('giver');
    leave(office, 'newcomer', '2026-11-23');
    expect(office.code(confirm('taker'))).toBe('TAKER_NOT_IN_POSITION');
  });

  it('is followed by the next one: only who has the work can hand it on', () => {
    const { office, confirm } = proposed();
    confirm('giver');
    confirm('taker');
    office.on('2026-11-30');
    const { openWork } = office;
    office.openWork = [];
    expect(office.code(office.unit('department', handover({ on: '2026-12-01' }), leaver))).toBe('WORK_ITEM_ELSEWHERE');
    office.openWork = openWork;
    const back = {
      positionId: 'officer-2',
      fromAccountId: 'newcomer',
      toPositionId: 'officer-1',
      toAccountId: 'leaver',
      on: '2026-12-01',
    };
    const { code } = proposed(back, newcomer, office);
    expect(code).toBe('done');
    expect(answers(office, '2026-11-29')).toEqual(['held', 'newcomer@officer-2']);
    expect(answers(office, '2026-12-01')).toEqual(['held', 'newcomer@officer-2']);
  });

  it('proposed ahead upon one that is itself ahead does not hurry it', () => {
    const { office, confirm } = proposed({ on: '2026-12-01' });
    confirm('giver');
    confirm('taker');
    const onward = {
      positionId: 'officer-2',
      fromAccountId: 'newcomer',
      toPositionId: 'officer-1',
      toAccountId: 'leaver',
    };
    const { openWork } = office;
    office.openWork = [];
    expect(proposed({ ...onward, on: '2026-11-30' }, newcomer, office).code).toBe('WORK_ITEM_ELSEWHERE');
    office.openWork = openWork;
    expect(proposed({ ...onward, on: '2026-12-05' }, newcomer, office).code).toBe('done');
    expect(answers(office, '2026-11-25')).toEqual(['held', 'leaver@officer-1']);
    expect(answers(office, '2026-12-01')).toEqual(['held', 'newcomer@officer-2']);
  });

  it('to somebody who left later on is the work of his successor in the position', () => {
    const { office, confirm } = proposed();
    confirm('giver');
    confirm('taker');
    leave(office, 'newcomer', '2026-12-01');
    expect(answers(office, '2026-12-01')).toEqual(['vacant', 'head@officer-2']);
    office.must('department', appoint('officer-2', 'third', '2026-12-01'));
    expect(answers(office, '2026-12-01')).toEqual(['held', 'third@officer-2']);
    office.on('2026-12-02');
    const onward = {
      positionId: 'officer-2',
      fromAccountId: 'third',
      toPositionId: 'officer-1',
      toAccountId: 'leaver',
    };
    expect(proposed({ ...onward, on: '2026-12-02' }, operator, office).code).toBe('done');
  });

  it('is of what is known: a handover, an appointment and a mandate that there are not are refused by name', () => {
    const office = province();
    const code = (command: Parameters<typeof office.unit>[1]) =>
      office.code(office.unit('department', command, operator));
    expect(code({ type: 'confirm-handover', data: { handoverId: 'H9', side: 'giver' } })).toBe('HANDOVER_UNKNOWN');
    expect(code({ type: 'end-appointment', data: { appointmentId: 'A9', on: '2026-12-01' } })).toBe(
      'APPOINTMENT_UNKNOWN',
    );
    expect(code({ type: 'withdraw-delegation', data: { delegationId: 'M9', on: '2026-12-01', reason: 'Thôi' } })).toBe(
      'DELEGATION_UNKNOWN',
    );
  });

  it('of more work than one fact holds is refused, and told how much that is', () => {
    const items = Array.from({ length: MAX_HANDED_OVER + 1 }, (_, index) => ({
      dossierId: `D${index}`,
      role: 'officer' as const,
    }));
    const office = province();
    office.openWork = items.map((item) => ({ ...item, step: 'appraisal' }));
    expect(office.unit('department', handover({ items }), leaver)).toMatchObject({
      ok: false,
      error: { code: 'TOO_MUCH_WORK', params: { limit: MAX_HANDED_OVER, count: MAX_HANDED_OVER + 1 } },
    });
  });

  it('is proposed by who leads the section too, over its own people and nobody above them', () => {
    const office = province();
    office.must('department', position('section', { roles: ['section_head'] }));
    office.must('department', appoint('section', 'section-lead'));
    const lead = person('section-lead', 'section_head');
    const upwards = { positionId: 'department-head', fromAccountId: 'head' };
    expect(proposed(upwards, lead, office).code).toBe('NOT_A_PARTY');
    expect(proposed({}, { ...lead, onBehalfOf: 'head' }, office).code).toBe('NOT_A_PARTY');
    const { code, confirm } = proposed({}, lead, office);
    expect(code).toBe('done');
    // While the leaver is there he confirms himself; afterwards who leads him does.
    expect(office.code(confirm('giver', lead))).toBe('NOT_A_PARTY');
    leave(office, 'leaver', '2026-11-21');
    expect(office.code(confirm('giver', lead))).toBe('done');
    expect(office.code(confirm('taker'))).toBe('done');
  });

  it('is not for who leads a section of another unit', () => {
    const office = province();
    office.must('district', position('section', { roles: ['section_head'] }));
    office.must('district', appoint('section', 'section-lead'));
    expect(proposed({}, person('section-lead', 'section_head'), office).code).toBe('NOT_A_PARTY');
  });
});
