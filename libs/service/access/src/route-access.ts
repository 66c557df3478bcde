import type { Role } from '#libs/domain/kernel';

/**
 * Whoever may come at all: everybody, everybody signed in, everybody signed in who acts in some position, or those who act in
 * a position with one of these roles.
 */
export type Admitted = 'public' | 'signed-in' | 'in-position' | readonly Role[];

/** Positions that read dossiers, each within its scope (`readScopeOf`). */
const readers = [
  'submitter',
  'officer',
  'section_head',
  'secretary',
  'council_member',
  'authority',
  'clerk',
  'auditor',
] as const;

/**
 * Who may knock at which door of the API. Behind it the scope says which dossiers somebody sees, and the procedure says
 * which act is possible for whom. Every route names one of these; there is no other place where a route says who may come.
 */
export const routeAccess = {
  public: 'public',
  'signed-in': 'signed-in',
  /** One's own way in, also while a session is not complete: a second factor to be shown, a password to be changed. */
  'session:own': 'signed-in',
  'dossiers:read': readers,
  /** The dossier's procedure decides, with rule and source. */
  'dossiers:act': 'in-position',
  /** The list of one's own work, of one's group, of one's unit: auditors have none. */
  'work:read': ['submitter', 'officer', 'section_head', 'secretary', 'authority', 'clerk'],
  /** Earlier awards, by name: whoever appraises, decides or audits. The scope says of which dossiers, the unit of whose lists. */
  'history:read': ['officer', 'section_head', 'secretary', 'authority', 'clerk', 'auditor'],
  /** The decider of the lists refuses all but those who keep them. */
  'history:act': 'in-position',
  /** How many dossiers are where: numbers, within what one may read; for operators of all. */
  'procedures:count': [...readers, 'operator'],
  'decisions:read': readers,
  'decisions:act': 'in-position',
  /** What a unit was asked for its opinion; the unit is that of the position. */
  'opinions:read': 'in-position',
  /** The decider refuses all but the unit that was asked. */
  'opinions:act': 'in-position',
  'organization:read': 'signed-in',
  /** Who stands where, by name. `maySeePeople` says of which units. */
  'people:read': 'in-position',
  /** The deciders of units, clusters and calendars refuse all but operators and the sides of a handover. */
  'organization:act': 'in-position',
  /** The whole log, and who opened which file. */
  'log:read': ['auditor'],
  /** How the system is; nothing of what it holds. */
  'system:read': ['operator'],
  /** Mending what people read; nothing of what it holds is seen or changed. */
  'system:act': ['operator'],
  /** Accounts, their sessions and what went wrong with messages to them. */
  'accounts:manage': ['operator'],
  /** What operators did to accounts. */
  'accounts:acts': ['operator', 'auditor'],
} as const satisfies Readonly<Record<string, Admitted>>;

export type Access = keyof typeof routeAccess;

/** The roles of which one is needed; `undefined` where every position, or nobody at all, will do. */
export const rolesFor = (access: Access): readonly Role[] | undefined => {
  const admitted: Admitted = routeAccess[access];
  return typeof admitted === 'string' ? undefined : admitted;
};
