import * as acts from './dossier-acts.js';
import type { Move } from './dossier-desk.js';

/** The components that each procedure asks for, for the nominees these paths have. */
const components: Readonly<Record<string, readonly string[]>> = {
  BK_TINH: ['TT', 'DS', 'BC_CT_CN', 'BB'],
  CSTDCS: ['TT', 'BC_CT_CN', 'BB_PHIEU', 'SK'],
  CSTD_BT: ['TT', 'SK'],
  HYCK: ['TT', 'DS', 'BC_CT_CN', 'BB'],
};

export interface Way {
  readonly procedure?: keyof typeof components;
  /** The day or moment of the last act of the way. */
  readonly on?: string;
  /** When the dossier was drafted and submitted, if long before. */
  readonly begunOn?: string;
  readonly documents?: readonly string[];
  readonly nominees?: readonly Parameters<typeof acts.individual>[0][];
  readonly cluster?: string;
}

const last = (moves: readonly Move[], on: string | undefined): Move[] =>
  on === undefined ? [...moves] : moves.map((move, index) => (index === moves.length - 1 ? { ...move, at: on } : move));

/** A unit drafted a dossier with two individuals and all its documents. */
export function filled(way: Way = {}): Move[] {
  const { procedure = 'BK_TINH', nominees = ['Người Một', 'Người Hai'], cluster } = way;
  return [
    acts.draft({
      procedure,
      ...(cluster ? { cluster } : {}),
      ...(way.begunOn ? { at: way.begunOn } : {}),
    }),
    acts.addNominees({ nominees: nominees.map((name) => acts.individual(name)) }),
    ...(way.documents ?? components[procedure] ?? []).map((document) =>
      acts.attachDocument({ document, ...(procedure === 'CSTD_BT' ? { formats: ['docx', 'pdf'] } : {}) }),
    ),
  ];
}

const beginningOn = (way: Way): Way =>
  ({ begunOn: way.begunOn ?? way.on?.slice(0, 10).concat('T07:00:00+07:00'), ...way }) as Way;

/** … and handed it in. */
export const submitted = (way: Way = {}): Move[] => last([...filled(beginningOn(way)), acts.submit()], way.on);

/** … and the body received it. */
export const received = (way: Way = {}): Move[] => {
  const { on, ...before } = beginningOn(way);
  return last([...submitted(before), acts.receive()], on);
};

const ids = ({ nominees = ['Người Một', 'Người Hai'] }: Way): string[] => nominees.map((_, index) => `N${index + 1}`);

/** … and the officer found everybody qualified. */
export const appraised = (way: Way = {}): Move[] => {
  const { on, ...before } = beginningOn(way);
  return last([...received(before), acts.appraise(ids(way)), acts.completeAppraisal()], on);
};

/** … and the council passed everybody. */
export const voted = (way: Way = {}): Move[] => {
  const { on, ...before } = beginningOn(way);
  const results = Object.fromEntries(ids(way).map((id) => [id, { yes: 17 }]));
  return last([...appraised(before), acts.councilResult(results, { method: 'ballot' })], on);
};

/** … and the authority approved everybody. */
export const approved = (way: Way = {}): Move[] => [...voted(way), acts.approve(ids(way))];

/** … and everybody stands in the draft of one decision. */
export const entered = (way: Way = {}): Move[] => [...approved(way), acts.enterInDecision(ids(way))];

/** … and it was issued. */
export const decided = (way: Way = {}): Move[] => [...entered(way), acts.receiveDecision(ids(way))];

/** … and conferred. */
export const conferred = (way: Way = {}): Move[] => [...decided(way), acts.confer()];

/** … and archived. */
export const archived = (way: Way = {}): Move[] => [...conferred(way), acts.archive()];
