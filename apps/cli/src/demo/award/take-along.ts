import { endOf, type Language, localDateOf } from '#libs/domain/kernel';
import {
  type Act,
  actRule,
  firstLevelUp,
  isActing,
  type Move,
  movesOn,
  type Procedure,
  type RoleAtLevel,
} from '#libs/domain/procedure';
import { copiesFor, dataFor, nomineeFor, noticeFor, papersFor, questionFor, verdictsFor } from './act-data.js';
import type { DossierSeen, Office, Wanted } from './office.js';

/** The longest file has some fifty steps. */
const MOST_ACTS = 200;

/**
 * Takes a dossier from its draft to the end, by the file alone: at each place the first way that leads on, done by whom the
 * file names, with the papers, verdicts, votes and decisions that it asks for. Knows no award. Answers the step at which
 * it ended.
 * @throws when no way leads on.
 */
export async function takeAlong(wanted: Wanted, office: Office, language: Language): Promise<string> {
  const { procedure } = wanted;
  await office.begin({
    procedure: procedure.code,
    kind: wanted.kind,
    title: procedure.names[language],
    bodyId: office.unitAt(firstLevelUp(procedure) ?? '') ?? '',
  });
  for (let acts = 0; acts < MOST_ACTS; acts++) {
    const seen = await office.see();
    if (procedure.steps[seen.step]?.kind === 'end') return seen.step;
    await office.wait();
    await oneAct(wanted, seen, office, language);
  }
  throw new Error(`${procedure.code} has not ended after ${MOST_ACTS} acts.`);
}

async function oneAct(wanted: Wanted, seen: DossierSeen, office: Office, language: Language): Promise<void> {
  const { procedure } = wanted;
  const move = nextMove(procedure, seen, office);
  for (const [act, data] of preparing(move, wanted, seen, { office, language })) {
    const by = actRule(procedure, move.at, act)?.actors[0];
    if (by) return office.act(by, act, data);
  }
  const by = firstOf(move);
  if (move.act === 'receive-decision') {
    const approved = seen.nominees.filter(({ approval }) => approval?.approved).map(({ id }) => id);
    return office.decide(by.level, approved);
  }
  const window = move.notBefore;
  if (window !== undefined) {
    const clock = seen.deadlines.findLast((each) => each.clock === window && each.state === 'running');
    // What hangs out hangs to the end of its last day (R39).
    await office.wait(clock && endOf(localDateOf(clock.dueAt)));
  }
  return office.act(by, move.act, dataFor(move, seen, office, procedure, language));
}

/** The first place at which something leads on; a body above that has no unit here gets its letter, and no dossier. */
function nextMove(procedure: Procedure, seen: DossierSeen, office: Office): Move {
  for (const place of seen.places) {
    const step = procedure.steps[place];
    if (!step || !isActing(step)) continue;
    const move = movesOn(procedure, place).find(
      ({ act, to }) => act !== 'forward' || office.unitAt(procedure.steps[to]?.level ?? '') !== undefined,
    );
    if (move) return move;
  }
  throw new Error(`Nothing leads on from ${seen.places.join(', ')} of ${procedure.code}.`);
}

/** What has to be there before the move: nominees, papers, verdicts. */
function* preparing(
  move: Move,
  wanted: Wanted,
  seen: DossierSeen,
  { office, language }: { readonly office: Office; readonly language: Language },
): Generator<readonly [Act, object]> {
  if (seen.nominees.length === 0) yield ['add-nominees', { nominees: [nomineeFor(wanted.subject, wanted.procedure)] }];
  const missing = papersFor(wanted, move).find(
    (paper) => !seen.documents.some(({ document }) => document === paper.document),
  );
  if (missing) yield ['attach-document', missing];
  const unjudged = seen.nominees.some(({ dropped, verdict }) => !dropped && !verdict);
  if (move.act === 'complete-appraisal' && unjudged) yield ['appraise-nominees', verdictsFor(seen, language)];
  yield* consulting(move, wanted.procedure, seen, { office, language });
}

function firstOf({ act, at, actors }: Move): RoleAtLevel {
  const [first] = actors;
  if (!first) throw new Error(`Nobody may do ${act} at ${at}.`);
  return first;
}

/** What a step is there for besides leading on: somebody is asked and answers, a list is put up, copies go out. */
function* consulting(
  { at }: Move,
  procedure: Procedure,
  { opinions, notices, copies }: DossierSeen,
  { office, language }: { readonly office: Office; readonly language: Language },
): Generator<readonly [Act, object]> {
  const knows = (act: Act) => actRule(procedure, at, act)?.beside !== true && actRule(procedure, at, act) !== undefined;
  const here = opinions.filter((opinion) => opinion.at === at);
  if (knows('ask-opinion') && here.length === 0) yield ['ask-opinion', questionFor(language)];
  const awaited = here.find(({ standing }) => standing === 'awaited');
  if (awaited) yield ['record-opinion', { opinionId: awaited.opinionId, answer: 'agrees' }];
  if (knows('open-notice') && !notices.some((notice) => notice.at === at)) yield ['open-notice', noticeFor(language)];
  if (knows('send-copies') && !copies.some((copy) => copy.at === at)) {
    yield ['send-copies', copiesFor(language, office.today())];
  }
}
