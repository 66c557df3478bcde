import {
  type ClusterCommand,
  type ClusterCommandOf,
  clustersInChargeOf,
  clustersOf,
  inChargeOf,
  isShort,
  membersOf,
} from '#libs/domain/organization';
import { person, province } from '../../../../../test/support/organization-office.js';

const form = (clusterId: string, given: Partial<ClusterCommandOf<'form'>['data']> = {}): ClusterCommandOf<'form'> => ({
  type: 'form',
  data: {
    clusterId,
    name: { vi: 'Khối thi đua số 3', en: 'Block no. 3' },
    kind: 'khoi',
    level: 'province',
    organizerId: 'province',
    criterion: 'Các sở quản lý ngành',
    reason: 'Chức năng tương đồng',
    from: '2020-01-01',
    ...given,
  },
});

const join = (unitId: string, from = '2020-01-01') => ({ type: 'add-member', data: { unitId, from } }) as const;

function block(given: Parameters<typeof form>[1] = {}) {
  const office = province();
  const does = (command: ClusterCommand, cluster = 'k3') => office.code(office.cluster(cluster, command));
  expect(does(form('k3', given))).toBe('done');
  return { office, does, cluster: () => office.clusters.get('k3')! };
}

describe('F1, F2: a cluster', () => {
  it('has members with dates', () => {
    const { does, cluster } = block();
    expect(does(join('department'))).toBe('done');
    expect(does(join('commune', '2021-01-01'))).toBe('done');
    expect(does({ type: 'remove-member', data: { unitId: 'department', on: '2022-01-01', reason: 'Sáp nhập' } })).toBe(
      'done',
    );
    expect(membersOf(cluster(), '2020-12-31')).toEqual(['department']);
    expect(membersOf(cluster(), '2021-12-31')).toEqual(['department', 'commune']);
    expect(membersOf(cluster(), '2022-01-01')).toEqual(['commune']);
    expect(does({ type: 'remove-member', data: { unitId: 'department', on: '2022-01-01', reason: 'Lại' } })).toBe(
      'NOT_IN_CLUSTER',
    );
  });

  it('shares no member with another one of its level and organizer at the same time', () => {
    const { office, does } = block();
    does(join('department'));
    does(form('k4'), 'k4');
    does(form('sub', { level: 'commune' }), 'sub');
    expect(does(join('department'), 'k4')).toBe('UNIT_IN_CLUSTER');
    expect(does(join('department'))).toBe('UNIT_IN_CLUSTER');
    expect(does(join('department'), 'sub')).toBe('done');
    does({ type: 'remove-member', data: { unitId: 'department', on: '2022-01-01', reason: 'Chuyển khối' } });
    expect(does(join('department', '2021-12-31'), 'k4')).toBe('UNIT_IN_CLUSTER');
    expect(does(join('department', '2022-01-01'), 'k4')).toBe('done');
    expect(clustersOf(office.clusters, 'department', '2021-06-01')).toEqual(['k3', 'sub']);
    expect(clustersOf(office.clusters, 'department', '2022-01-01')).toEqual(['k4', 'sub']);
  });

  it('takes a unit again from one that has ended', () => {
    const { does } = block();
    does(join('department'));
    does({ type: 'end', data: { on: '2023-01-01', reason: 'Sắp xếp lại' } });
    does(form('k4'), 'k4');
    expect(does(join('department', '2022-12-31'), 'k4')).toBe('UNIT_IN_CLUSTER');
    expect(does(join('department', '2023-01-01'), 'k4')).toBe('done');
  });

  it('takes units that are there, while it is there itself', () => {
    const { does } = block();
    expect(does(join('nowhere'))).toBe('UNIT_NOT_IN_FORCE');
    expect(does(join('department', '2019-12-31'))).toBe('CLUSTER_NOT_IN_FORCE');
    expect(does(form('k9', { organizerId: 'nowhere' }), 'k9')).toBe('UNIT_NOT_IN_FORCE');
    expect(does(form('k3'))).toBe('CLUSTER_EXISTS');
    expect(does(join('department'), 'k9')).toBe('NOT_FOUND');
  });

  it('says when it has too few members', () => {
    const { does, cluster } = block({ minimumMembers: 2 });
    does(join('department'));
    expect(isShort(cluster(), '2020-01-01')).toBe(true);
    does(join('commune'));
    expect(isShort(cluster(), '2020-01-01')).toBe(false);
    expect(isShort(cluster(), '2019-01-01')).toBe(false);
  });

  it('ends after its parts, and then has no members', () => {
    const { does, cluster } = block();
    does(join('department'));
    does(form('part', { parentId: 'k3' }), 'part');
    const end = (cluster = 'k3') => does({ type: 'end', data: { on: '2023-01-01', reason: 'Sắp xếp lại' } }, cluster);
    expect(end()).toBe('CLUSTER_HAS_PARTS');
    expect(end('part')).toBe('done');
    expect(end()).toBe('done');
    expect(end()).toBe('CLUSTER_NOT_IN_FORCE');
    expect(membersOf(cluster(), '2022-12-31')).toEqual(['department']);
    expect(membersOf(cluster(), '2023-01-01')).toEqual([]);
    expect(does(form('late', { parentId: 'k3' }), 'late')).toBe('CLUSTER_NOT_IN_FORCE');
  });

  it('is kept by operators only', () => {
    const { office } = block();
    expect(office.code(office.cluster('k3', join('department'), person('chair', 'authority')))).toBe(
      'POSITION_NOT_ALLOWED',
    );
  });
});

describe('F3: the council member in charge', () => {
  it('is one at a time; who comes takes the place of who was there', () => {
    const { office, does, cluster } = block();
    const put = (accountId: string, from: string) => does({ type: 'put-in-charge', data: { accountId, from } });
    expect(put('one', '2020-02-01')).toBe('done');
    expect(put('two', '2020-02-01')).toBe('DATES_OUT_OF_ORDER');
    expect(put('two', '2021-02-01')).toBe('done');
    expect(does({ type: 'relieve', data: { on: '2022-02-01' } })).toBe('done');
    expect(does({ type: 'relieve', data: { on: '2022-02-01' } })).toBe('NOBODY_IN_CHARGE');
    const days = ['2020-01-31', '2020-02-01', '2021-01-31', '2021-02-01', '2022-02-01'];
    expect(days.map((day) => inChargeOf(cluster(), day))).toEqual([undefined, 'one', 'one', 'two', undefined]);
    expect(clustersInChargeOf(office.clusters, 'two', '2021-06-01')).toEqual(['k3']);
    expect(office.facts.at(-1)?.fact.data).toEqual({ accountId: 'two', on: '2022-02-01' });
  });
});
