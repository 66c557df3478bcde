import { responsibleFor } from '#libs/domain/organization';
import {
  type OrganizationOffice,
  appoint,
  handover,
  person,
  province,
} from '../../../../../test/support/organization-office.js';

const leaver = person('leaver', 'officer');
const newcomer = person('newcomer', 'officer');

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
