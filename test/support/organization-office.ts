import { type Actor, type Decision, type Instant, instantAt, type LocalDate, type Role } from '#libs/domain/kernel';
import {
  type ClusterCommand,
  type ClusterFact,
  type ClusterState,
  clusterDecider,
  type OpenWork,
  type RecordedClusterFact,
  type RecordedUnitFact,
  type UnitCommand,
  type UnitCommandOf,
  type UnitFact,
  type UnitState,
  unitDecider,
} from '#libs/domain/organization';

/** Somebody, in a position that the test does not care about. */
export const person = (id: string, ...roles: Role[]): Actor => ({ id, positionId: 'any', unitId: 'any', roles });

export const operator = person('acc-van-hanh', 'operator');

/** Units and clusters of a test: commands go through the deciders, and what they make is folded at once. */
export class OrganizationOffice {
  readonly units = new Map<string, UnitState>();
  readonly clusters = new Map<string, ClusterState>();
  /** Every fact that was made, in order. */
  readonly facts: { readonly stream: string; readonly fact: UnitFact | ClusterFact; readonly newId: string }[] = [];
  today: LocalDate = '2026-11-21';
  /** What is open, whoever hands over; a test that is about it says who has what. */
  openWork: readonly OpenWork[] = [
    { dossierId: 'D87', role: 'officer', step: 'appraisal' },
    { dossierId: 'D64', role: 'officer', step: 'supplement' },
  ];
  private ids = 0;

  /** The id that the last command was given for what it might make. */
  get lastId(): string {
    return `made-${this.ids}`;
  }

  on(today: LocalDate): this {
    this.today = today;
    return this;
  }

  unit(unitId: string, command: UnitCommand, actor: Actor = operator): Decision<readonly UnitFact[]> {
    this.ids += 1;
    const now = this.now();
    const before = this.units.get(unitId);
    const context = { unitId, now, actor, newId: this.lastId, units: this.units, openWork: this.openWork };
    const decided = unitDecider.decide(command, before, context);
    if (!decided.ok) return decided;
    let state = before;
    for (const fact of decided.value) {
      const recorded = { ...fact, ...this.envelope(state?.revision, now, actor) } as RecordedUnitFact;
      state = unitDecider.evolve(state, recorded);
      this.facts.push({ stream: `unit-${unitId}`, fact, newId: this.lastId });
    }
    if (state) this.units.set(unitId, state);
    return decided;
  }

  cluster(clusterId: string, command: ClusterCommand, actor: Actor = operator): Decision<readonly ClusterFact[]> {
    const before = this.clusters.get(clusterId);
    const { units, clusters } = this;
    const decided = clusterDecider.decide(command, before, { clusterId, actor, units, clusters });
    if (!decided.ok) return decided;
    let state = before;
    for (const fact of decided.value) {
      const recorded = { ...fact, ...this.envelope(state?.revision, this.now(), actor) } as RecordedClusterFact;
      state = clusterDecider.evolve(state, recorded);
      this.facts.push({ stream: `cluster-${clusterId}`, fact, newId: '' });
    }
    if (state) this.clusters.set(clusterId, state);
    return decided;
  }

  /** A command that has to succeed. Answers the id of what it made. */
  must(unitId: string, command: UnitCommand, actor: Actor = operator): string {
    const decided = this.unit(unitId, command, actor);
    if (!decided.ok) throw new Error(`${command.type} was refused: ${JSON.stringify(decided.error)}`);
    return this.lastId;
  }

  /** The code of a refusal, or `done`. */
  code(decided: Decision<unknown>): string {
    return decided.ok ? 'done' : decided.error.code;
  }

  private now(): Instant {
    return instantAt(this.today, '09:00');
  }

  private envelope(revision: number | undefined, at: Instant, actor: Actor) {
    return { revision: (revision ?? -1) + 1, recordedAt: at, effectiveAt: at, actor };
  }
}

const named = (id: string) => ({ vi: `Đơn vị ${id}`, en: `Unit ${id}` });

export const establish = (
  unitId: string,
  parentId?: string,
  from: LocalDate = '2016-01-01',
): UnitCommandOf<'establish'> => ({
  type: 'establish',
  data: { unitId, name: named(unitId), kind: 'any', from, ...(parentId ? { parentId } : {}) },
});

export const position = (
  positionId: string,
  given: Partial<UnitCommandOf<'create-position'>['data']> = {},
): UnitCommandOf<'create-position'> => ({
  type: 'create-position',
  data: {
    positionId,
    title: { vi: `Vị trí ${positionId}`, en: `Position ${positionId}` },
    roles: ['officer'],
    head: false,
    seats: 1,
    from: '2016-01-01',
    ...given,
  },
});

export const appoint = (
  positionId: string,
  accountId: string,
  from: LocalDate = '2020-01-01',
  to?: LocalDate,
): UnitCommandOf<'appoint'> => ({ type: 'appoint', data: { positionId, accountId, from, ...(to ? { to } : {}) } });

export const delegate = (
  positionId: string,
  accountId: string,
  given: Partial<UnitCommandOf<'give-delegation'>['data']> = {},
): UnitCommandOf<'give-delegation'> => ({
  type: 'give-delegation',
  data: {
    positionId,
    accountId,
    givenBy: 'head',
    roles: ['authority'],
    from: '2026-09-01',
    to: '2026-10-01',
    mandate: { number: '31/GUQ-UBND', date: '2026-08-31' },
    ...given,
  },
});

export const handover = (
  given: Partial<UnitCommandOf<'propose-handover'>['data']> = {},
): UnitCommandOf<'propose-handover'> => ({
  type: 'propose-handover',
  data: {
    positionId: 'officer-1',
    fromAccountId: 'leaver',
    toPositionId: 'officer-2',
    toAccountId: 'newcomer',
    on: '2026-11-23',
    items: [
      { dossierId: 'D87', role: 'officer', step: 'appraisal', note: 'Sở Y tế hứa gửi trước 20/11' },
      { dossierId: 'D64', role: 'officer' },
    ],
    ...given,
  },
});

/**
 * A small province: `province` above `department` and `district`, a commune in the district. The department has a head,
 * two officers and a clerk's position that nobody holds; the province has a chair.
 */
export function province(): OrganizationOffice {
  const office = new OrganizationOffice();
  office.must('province', establish('province'));
  office.must('department', establish('department', 'province'));
  office.must('district', establish('district', 'province'));
  office.must('commune', establish('commune', 'district'));
  office.must('province', position('chair', { head: true, roles: ['authority', 'council_member'] }));
  office.must('province', appoint('chair', 'chair'));
  office.must('department', position('department-head', { head: true, roles: ['section_head', 'authority'] }));
  office.must('department', position('officer-1'));
  office.must('department', position('officer-2'));
  office.must('department', position('clerk-1', { roles: ['clerk'] }));
  office.must('department', appoint('department-head', 'head'));
  office.must('department', appoint('officer-1', 'leaver'));
  office.must('department', appoint('officer-2', 'newcomer'));
  return office;
}
