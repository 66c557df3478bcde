import type { EventWords } from '#libs/domain/dossier';
import type { ClusterEventType } from './cluster/cluster.events.js';
import type { GuardEventType } from './guard/guard.events.js';
import type { UnitEventType } from './unit/unit.events.js';

/** What a unit's events are called in the office, and what they mean. Total by its type. */
export const unitEventWords: Readonly<Record<UnitEventType, EventWords>> = {
  UnitEstablished: {
    term: 'Thành lập đơn vị',
    meaning: 'A unit of some kind begins, at the top or under a parent. Kinds and levels are data (R54).',
  },
  UnitMoved: { term: 'Chuyển đơn vị', meaning: 'From a day on the unit stands under another parent, or at the top.' },
  UnitEnded: {
    term: 'Kết thúc đơn vị',
    meaning:
      'From a day on the unit is no more; what it was before stays true (R54). It may name who takes over its work.',
  },
  PositionCreated: {
    term: 'Lập vị trí công tác',
    meaning: 'A position with its roles, which never change. Work belongs to positions, people hold them for a time.',
  },
  PositionEnded: { term: 'Bỏ vị trí công tác', meaning: 'From a day on there is no such position.' },
  AppointmentMade: { term: 'Bổ nhiệm, phân công', meaning: 'An account holds a position from a day on.' },
  AppointmentEnded: {
    term: 'Thôi giữ vị trí',
    meaning: 'From a day on the account holds the position no more. On the day of its beginning: it never did.',
  },
  DelegationGiven: {
    term: 'Ủy quyền',
    meaning: 'By a written mandate somebody may act for a position in some of its roles for a time (R44).',
  },
  DelegationWithdrawn: { term: 'Rút ủy quyền', meaning: 'The mandate was taken back before its time.' },
  HandoverProposed: {
    term: 'Đề nghị bàn giao',
    meaning: 'The open work of a leaver was listed, with his notes and who is to take it. Nothing has moved yet (R60).',
  },
  HandoverConfirmed: { term: 'Xác nhận bàn giao', meaning: 'One of the two sides confirmed the list.' },
  HandoverCompleted: {
    term: 'Hoàn thành bàn giao',
    meaning: 'Both sides have confirmed: this one event moves all the work on the list (R60).',
  },
  HandoverWithdrawn: {
    term: 'Rút, từ chối bàn giao',
    meaning: 'The handover will not take place; the work stays where it was.',
  },
};

/** What a cluster's events are called in the office, and what they mean. Total by its type. */
export const clusterEventWords: Readonly<Record<ClusterEventType, EventWords>> = {
  ClusterFormed: {
    term: 'Thành lập cụm, khối thi đua',
    meaning: 'Units of similar work are to compete with each other; by what they belong together is recorded.',
  },
  ClusterMemberJoined: { term: 'Vào cụm, khối', meaning: 'A unit competes in the cluster from a day on.' },
  ClusterMemberLeft: { term: 'Ra khỏi cụm, khối', meaning: 'From a day on the unit competes there no more.' },
  CouncilMemberPutInCharge: {
    term: 'Phân công phụ trách',
    meaning: 'A council member is in charge of the cluster from a day on, in the place of who was before.',
  },
  CouncilMemberRelieved: { term: 'Thôi phụ trách', meaning: 'From a day on nobody is in charge of the cluster.' },
  ClusterEnded: { term: 'Giải thể cụm, khối', meaning: 'From a day on the cluster is no more.' },
};

/** What the guard's event is called, and what it means. */
export const guardEventWords: Readonly<Record<GuardEventType, EventWords>> = {
  OrganizationChangeAnnounced: {
    term: 'Báo trước thay đổi tổ chức',
    meaning:
      'A change that rests on other units or clusters is about to be recorded; who decides next completes it first. Changes nothing by itself.',
  },
};
