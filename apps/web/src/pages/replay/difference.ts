import type { DossierView } from '#libs/domain/dossier';

/** One thing that is not as it was: its name in the words, what it was and what it is; ids and codes are named by the page. */
export interface Difference {
  readonly what:
    | 'title'
    | 'cluster'
    | 'step'
    | 'suspended'
    | 'secrecy'
    | 'procedure'
    | 'nominees'
    | 'judged'
    | 'approved'
    | 'document'
    | 'documentReplaced'
    | 'deadline'
    | 'deadlineState'
    | 'opinions'
    | 'notices'
    | 'objections'
    | 'vote'
    | 'decision'
    | 'nominee';
  /** Code of the paper or clock, name of the nominee. */
  readonly of?: string;
  readonly was?: string | undefined;
  readonly is?: string | undefined;
}

type View = DossierView | undefined;

/** What changed between two states of a dossier, in the order in which people ask. */
export function differences(before: View, after: View): readonly Difference[] {
  if (!after) return [];
  const one = (what: Difference['what'], read: (view: DossierView) => string | undefined): Difference[] => {
    const [was, is] = [before && read(before), read(after)];
    return was === is ? [] : [{ what, was, is }];
  };
  return [
    ...one('title', ({ title }) => title),
    ...one('cluster', ({ cluster }) => cluster),
    ...one('step', ({ places, step }) => (places.length > 0 ? places : [step]).join(' ')),
    ...one('suspended', ({ suspended }) => String(suspended)),
    ...one('secrecy', ({ secrecy }) => secrecy),
    ...one('procedure', ({ procedure }) => procedure && `${procedure.code} ${procedure.version}`),
    ...one('nominees', ({ counts }) => String(counts.total)),
    ...nomineeChanges(before, after),
    ...one('judged', ({ counts }) => `${counts.qualified + counts.notQualified}/${counts.total}`),
    ...one('vote', ({ council }) => council?.heldOn),
    ...one('approved', ({ counts }) =>
      counts.approved + counts.refused > 0 ? `${counts.approved}/${counts.total}` : undefined,
    ),
    ...documentChanges(before, after),
    ...deadlineChanges(before, after),
    ...one('opinions', ({ opinions }) => answeredOf(opinions.length, opinions.filter(({ answer }) => answer).length)),
    ...one('notices', ({ notices }) => (notices.length === 0 ? undefined : String(notices.length))),
    ...one('objections', ({ objections }) =>
      answeredOf(objections.length, objections.filter(({ resolved }) => resolved).length),
    ),
    ...one('decision', ({ decision }) => decision?.symbol),
  ];
}

const answeredOf = (all: number, answered: number): string | undefined =>
  all === 0 ? undefined : `${answered}/${all}`;

/** Names, units and clusters that were corrected. */
function nomineeChanges(before: View, after: DossierView): Difference[] {
  return after.nominees.flatMap((nominee) => {
    const old = before?.nominees.find(({ id }) => id === nominee.id);
    if (!old) return [];
    return (['name', 'unit', 'cluster'] as const)
      .filter((field) => old[field] !== nominee[field])
      .map((field) => ({ what: 'nominee' as const, of: nominee.name, was: old[field], is: nominee[field] }));
  });
}

function documentChanges(before: View, after: DossierView): Difference[] {
  const count = (view: View, code: string) => view?.documents.filter(({ document }) => document === code).length ?? 0;
  return [...new Set(after.documents.map(({ document }) => document))].flatMap((code) => {
    const [was, is] = [count(before, code), count(after, code)];
    if (was === is) return [];
    return [{ what: was === 0 ? ('document' as const) : ('documentReplaced' as const), of: code }];
  });
}

function deadlineChanges(before: View, after: DossierView): Difference[] {
  return after.deadlines.flatMap(({ deadlineId, clock, dueAt, state }): Difference[] => {
    const old = before?.deadlines.find((each) => each.deadlineId === deadlineId);
    return [
      ...(old?.dueAt === dueAt ? [] : [{ what: 'deadline' as const, of: clock, was: old?.dueAt, is: dueAt }]),
      ...(old === undefined || old.state === state
        ? []
        : [{ what: 'deadlineState' as const, of: clock, was: old.state, is: state }]),
    ];
  });
}
