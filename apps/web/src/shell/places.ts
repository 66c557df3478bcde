import type { Role } from '#libs/domain/kernel';
import type { IconName } from '../components/index.js';

/** A place of the rail: where it leads, and whose work it holds. */
export interface Place {
  readonly to:
    | '/viec'
    | '/sang-loc'
    | '/ho-so'
    | '/phien-hop'
    | '/to-trinh'
    | '/trinh-ky'
    | '/lich'
    | '/thong-ke'
    | '/quan-tri/van-hanh'
    | '/quan-tri/quy-trinh'
    | '/quan-tri/don-vi'
    | '/quan-tri/cum-khoi'
    | '/quan-tri/tai-khoan'
    | '/quan-tri/lich-lam-viec';
  /** In the words of the shell: `places.<name>`. */
  readonly name:
    | 'work'
    | 'screening'
    | 'dossiers'
    | 'sessions'
    | 'submissions'
    | 'decisions'
    | 'calendar'
    | 'statistics'
    | 'operations'
    | 'procedures'
    | 'units'
    | 'clusters'
    | 'accounts'
    | 'workingCalendar';
  readonly icon: IconName;
  readonly roles: readonly Role[];
}

const readers: readonly Role[] = [
  'submitter',
  'officer',
  'section_head',
  'secretary',
  'council_member',
  'authority',
  'clerk',
  'auditor',
];
const workers: readonly Role[] = ['submitter', 'officer', 'section_head', 'secretary', 'authority', 'clerk'];

/** In the order of the rail; the first that a role may enter is where its people begin. */
export const places: readonly Place[] = [
  { to: '/viec', name: 'work', icon: 'task', roles: workers },
  { to: '/sang-loc', name: 'screening', icon: 'audit', roles: ['auditor'] },
  { to: '/ho-so', name: 'dossiers', icon: 'folder', roles: readers },
  { to: '/phien-hop', name: 'sessions', icon: 'council', roles: ['secretary', 'council_member'] },
  {
    to: '/to-trinh',
    name: 'submissions',
    icon: 'document',
    roles: ['officer', 'section_head', 'secretary', 'authority', 'clerk', 'auditor'],
  },
  {
    to: '/trinh-ky',
    name: 'decisions',
    icon: 'sign',
    roles: ['officer', 'secretary', 'authority', 'clerk', 'auditor'],
  },
  { to: '/lich', name: 'calendar', icon: 'calendar', roles: readers },
  { to: '/thong-ke', name: 'statistics', icon: 'statistics', roles: readers },
  { to: '/quan-tri/van-hanh', name: 'operations', icon: 'gear', roles: ['operator'] },
  { to: '/quan-tri/quy-trinh', name: 'procedures', icon: 'swap', roles: ['operator'] },
  { to: '/quan-tri/lich-lam-viec', name: 'workingCalendar', icon: 'calendar', roles: ['operator'] },
  { to: '/quan-tri/don-vi', name: 'units', icon: 'council', roles: ['operator'] },
  { to: '/quan-tri/cum-khoi', name: 'clusters', icon: 'cluster', roles: ['operator'] },
  { to: '/quan-tri/tai-khoan', name: 'accounts', icon: 'lock', roles: ['operator'] },
];

export const placesFor = (roles: readonly Role[]): readonly Place[] =>
  places.filter((place) => place.roles.some((role) => roles.includes(role)));

/** Who gives work out has none of his own: he begins with what nobody has taken yet. */
const givesOut = (roles: readonly Role[]): boolean =>
  roles.length > 0 && roles.every((role) => role === 'section_head');

/** Who only votes begins with what lies before his council. */
const onlyVotes = (roles: readonly Role[]): boolean =>
  roles.length > 0 && roles.every((role) => role === 'council_member');

/** Where somebody begins; who has no place yet sees his messages. */
export const homeOf = (
  roles: readonly Role[],
): { readonly to: Place['to'] | '/thong-bao'; readonly search?: { readonly ds: 'free' } } =>
  givesOut(roles)
    ? { to: '/viec', search: { ds: 'free' } }
    : { to: onlyVotes(roles) ? '/phien-hop' : (placesFor(roles)[0]?.to ?? '/thong-bao') };
