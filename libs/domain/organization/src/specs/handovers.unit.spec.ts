import { responsibleFor } from '#libs/domain/organization';
import {
  type OrganizationOffice,
  appoint,
  handover,
  operator,
  person,
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
});

describe('R60: all the open work of a leaver', () => {
  const work = (dossierId: string, role: 'officer' | 'clerk' = 'officer') => ({ dossierId, role, step: 'appraisal' });
  const withoutItems = (given: Parameters<typeof handover>[0] = {}) => {
    const { data } = handover(given);
    const { items: _items, ...rest } = data;
    return { type: 'propose-handover' as const, data: given.items ? data : rest };
  };
  const keys = (items: readonly { readonly dossierId: string }[] = []) => items.map(({ dossierId }) => dossierId);
  const officeWith = (...open: ReturnType<typeof work>[]) => {
    const office = province();
    office.openWork = open;
    return office;
  };
  const confirmBoth = (office: OrganizationOffice, handoverId: string) => {
    const confirm = (side: 'giver' | 'taker', by: typeof leaver) =>
      office.unit('department', { type: 'confirm-handover', data: { handoverId, side } }, by);
    confirm('giver', leaver);
    return confirm('taker', newcomer);
  };
  const moved = (done: ReturnType<OrganizationOffice['unit']>) =>
    done.ok ? done.value.find(({ type }) => type === 'HandoverCompleted')?.data : undefined;

  it('is what a proposal without a list takes, with the step at which each dossier stands', () => {
    const office = officeWith(work('D1'), work('D2'));
    const done = office.unit('department', withoutItems(), leaver);
    expect(done).toMatchObject({ value: [{ data: { items: [work('D1'), work('D2')] } }] });
  });

  it('with nothing open there is nothing to hand over', () => {
    const office = officeWith();
    expect(office.code(office.unit('department', withoutItems(), leaver))).toBe('NOTHING_TO_HAND_OVER');
  });

  it('is never passed over in silence: what is not on the list is left out for a reason', () => {
    const office = officeWith(work('D1'), work('D2'), work('D3'));
    const some = { items: [{ dossierId: 'D1', role: 'officer' as const }] };
    const silent = office.unit('department', withoutItems(some), leaver);
    expect(silent).toMatchObject({
      error: { code: 'WORK_LEFT_OUT', rule: 'R60', params: { items: ['D2/officer', 'D3/officer'] } },
    });
    const leftOut = ['D2', 'D3'].map((dossierId) => ({ dossierId, role: 'officer' as const, reason: 'Sắp xong' }));
    expect(office.code(office.unit('department', withoutItems({ ...some, leftOut }), leaver))).toBe('done');
  });

  it('is what is open: nobody hands over what he does not have', () => {
    const office = officeWith(work('D1'));
    const items = ['D1', 'D9'].map((dossierId) => ({ dossierId, role: 'officer' as const }));
    expect(office.unit('department', withoutItems({ items }), leaver)).toMatchObject({
      error: { code: 'WORK_ITEM_NOT_OPEN', params: { items: ['D9/officer'] } },
    });
  });

  it('that came between proposal and completion goes along; what was finished meanwhile or left out does not', () => {
    const office = officeWith(work('D1'), work('D2'), work('D3'));
    const items = ['D1', 'D2'].map((dossierId) => ({ dossierId, role: 'officer' as const, note: `về ${dossierId}` }));
    const leftOut = [{ dossierId: 'D3', role: 'officer' as const, reason: 'Sắp xong' }];
    office.must('department', withoutItems({ items, leftOut }), leaver);
    const id = office.lastId;
    office.openWork = [work('D2'), work('D3'), work('D4'), work('D5', 'clerk')];
    const event = moved(confirmBoth(office, id));
    expect(event).toMatchObject({
      items: [
        { dossierId: 'D2', role: 'officer' },
        { dossierId: 'D4', role: 'officer', arrived: true },
      ],
    });
    const state = office.units.get('department')!.handovers.get(id)!;
    expect(state.items.map(({ dossierId, note, arrived }) => [dossierId, note, arrived])).toEqual([
      ['D2', 'về D2', undefined],
      ['D4', undefined, true],
    ]);
    expect(answers(office, '2026-11-23', 'D4')).toEqual(['held', 'newcomer@officer-2']);
    expect(answers(office, '2026-11-23', 'D3')).toEqual(['held', 'leaver@officer-1', 'newcomer@officer-2']);
  });

  it('that stands on another list is not on this one', () => {
    const office = officeWith(work('D1'), work('D2'));
    const leftOut = [{ dossierId: 'D2', role: 'officer' as const, reason: 'Giao người khác' }];
    office.must('department', withoutItems({ items: [{ dossierId: 'D1', role: 'officer' }], leftOut }), leaver);
    const rest = office.unit('department', withoutItems(), leaver);
    expect(rest.ok && rest.value[0]?.type === 'HandoverProposed' && keys(rest.value[0].data.items)).toEqual(['D2']);
  });

  it('that was all done meanwhile still completes: with nothing', () => {
    const office = officeWith(work('D1'));
    office.must('department', withoutItems(), leaver);
    const id = office.lastId;
    office.openWork = [];
    expect(moved(confirmBoth(office, id))).toMatchObject({ items: [] });
  });

  it('may come back to the leaver by an assignment and be handed over again', () => {
    const office = officeWith(work('D1'));
    office.must('department', withoutItems(), leaver);
    confirmBoth(office, office.lastId);
    office.on('2026-11-24');
    expect(office.code(office.unit('department', withoutItems({ on: '2026-11-24' }), leaver))).toBe('done');
  });
});

describe('who answers for a dossier that somebody holds', () => {
  const asked = (office: OrganizationOffice, date: string, assigned: object) => {
    const work = { unitId: 'department', role: 'officer', date, dossierId: 'D1', assigned } as const;
    const { people, vacant } = responsibleFor(office.units, work);
    return [vacant ? 'vacant' : 'held', ...people.map(({ accountId, positionId }) => `${accountId}@${positionId}`)];
  };
  const byLeaver = { changedAt: '2026-11-01T02:00:00.000Z', holder: { accountId: 'leaver', positionId: 'officer-1' } };

  it('is the holder alone, not everybody of his role', () => {
    expect(asked(province(), '2026-11-21', byLeaver)).toEqual(['held', 'leaver@officer-1']);
    expect(asked(province(), '2026-11-21', {})).toEqual(['held', 'leaver@officer-1', 'newcomer@officer-2']);
  });

  it('once he has left, is who follows in the position, and until then the head', () => {
    const office = province();
    leave(office, 'leaver', '2026-11-22');
    expect(asked(office, '2026-11-22', byLeaver)).toEqual(['vacant', 'head@officer-1']);
    office.must('department', appoint('officer-1', 'successor', '2026-11-24'));
    expect(asked(office, '2026-11-24', byLeaver)).toEqual(['held', 'successor@officer-1']);
  });

  it('follows a handover that was recorded after he got it, and not one from before', () => {
    const office = province();
    office.openWork = [{ dossierId: 'D1', role: 'officer', step: 'appraisal' }];
    const { data } = handover({ items: [{ dossierId: 'D1', role: 'officer' }], on: '2026-11-21' });
    const handoverId = office.must('department', { type: 'propose-handover', data }, leaver);
    for (const [side, by] of [
      ['giver', leaver],
      ['taker', newcomer],
    ] as const)
      office.must('department', { type: 'confirm-handover', data: { handoverId, side } }, by);
    expect(asked(office, '2026-11-21', byLeaver)).toEqual(['held', 'newcomer@officer-2']);
    const later = { ...byLeaver, changedAt: '2026-11-21T03:00:00.000Z' };
    expect(asked(office, '2026-11-21', later)).toEqual(['held', 'leaver@officer-1']);
  });

  it('is not moved by a handover of somebody who does not have it', () => {
    const office = province();
    office.openWork = [{ dossierId: 'D1', role: 'officer', step: 'appraisal' }];
    const { data } = handover({ items: [{ dossierId: 'D1', role: 'officer' }], on: '2026-11-21' });
    const handoverId = office.must('department', { type: 'propose-handover', data }, leaver);
    for (const [side, by] of [
      ['giver', leaver],
      ['taker', newcomer],
    ] as const)
      office.must('department', { type: 'confirm-handover', data: { handoverId, side } }, by);
    const byHead = {
      changedAt: '2026-11-01T02:00:00.000Z',
      holder: { accountId: 'head', positionId: 'department-head' },
    };
    expect(asked(office, '2026-11-21', byHead)).toEqual(['held', 'head@department-head']);
  });
});
