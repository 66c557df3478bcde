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

const consulted = { procedure: 'HYCK' } as const;
const HANGING = '2026-08-04T08:00:00+07:00';
const AFTER = '2026-08-18T09:00:00+07:00';

/** Other bodies were asked and the list hangs out, from 04/08/2026 to 17/08/2026. */
export const asked = (): Move[] => [
  ...appraised(consulted),
  acts.openNotice({ at: HANGING }),
  acts.askOpinion({ at: '2026-08-04T09:00:00+07:00' }),
];

/** … nobody objected, everybody answered, and the council may meet. */
export const answered = (): Move[] => [
  ...asked(),
  acts.recordOpinion(),
  acts.answerOpinion(),
  acts.completeStep({ outcome: 'answered' }),
  acts.completeStep({ outcome: 'clean', at: AFTER }),
];

/** … and the decision was issued, but went to nobody yet. */
export const toBeCopied = (): Move[] => [
  ...answered(),
  acts.councilResult({ N1: { yes: 17 }, N2: { yes: 17 } }, { heldOn: '2026-08-18' }),
  acts.approve(['N1', 'N2']),
  acts.enterInDecision(['N1', 'N2']),
  acts.receiveDecision(['N1', 'N2']),
];

/** The places where other bodies are asked, the list hangs out, somebody objected, and copies go out. */
export const consultations = (): readonly (readonly Move[])[] => [
  appraised(consulted),
  asked(),
  [...asked(), acts.recordObjection()],
  [
    ...asked(),
    acts.recordObjection({ kind: 'complaint', substantiated: true, letter: { number: '1', date: '2026-08-04' } }),
  ],
  answered(),
  toBeCopied(),
  [...toBeCopied(), acts.sendCopies({ sentOn: '2026-08-18' })],
];
