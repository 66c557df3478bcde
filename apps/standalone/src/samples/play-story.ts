import type { DossierCommand, DossierState } from '#libs/domain/dossier';
import { endOf, type Instant, localDateOf } from '#libs/domain/kernel';
import {
  actingFor,
  actRule,
  isActing,
  type Move,
  movesOn,
  type Procedure,
  type RoleAtLevel,
} from '#libs/domain/procedure';
import { Chance } from './chance.js';
import { besides, commandOf, missingPaper, verdictsOn } from './sample-acts.js';
import { accountIn, BASE_UNIT } from './sample-chart.js';
import { LawHasEnded, type SampleDossier } from './sample-dossier.js';
import type { SampleGround } from './sample-ground.js';
import type { SamplePapers } from './sample-papers.js';
import type { Story } from './story.js';

/** The longest file has some fifty steps. */
const MOST_ACTS = 200;

/** Where a story has come: it stays there, waits for its decision, or has ended. */
export type Standing = 'stays' | 'awaits-decision';

export interface Scene {
  readonly story: Story;
  readonly dossier: SampleDossier;
  readonly ground: SampleGround;
  readonly papers: SamplePapers;
}

/** Takes a dossier on by its procedure file until its story stays or nothing more can have happened by now. */
export async function playStory(scene: Scene): Promise<Standing> {
  const { story, dossier, ground } = scene;
  try {
    if (!dossier.facts.has('DossierDrafted')) await begin(scene);
    for (let acts = 0; acts < MOST_ACTS; acts++) {
      const state = await dossier.state();
      // What has let it stay does so also where a load that was cut off goes on.
      const stays = story.twists.some(({ stays: here, leaves }) => here === true && dossier.facts.has(leaves));
      const onLetter = story.letter !== undefined && dossier.facts.has('DossierEnteredInSubmission');
      if (!state || state.suspended || stays || onLetter) break;
      const procedure = dossier.procedure(state, dossier.lastAt);
      const move = nextMove(procedure, state);
      if (!move) break;
      if (move.act === 'receive-decision') return 'awaits-decision';
      if (!(await oneAct(scene, { state, procedure, move }))) break;
    }
    const state = await dossier.state();
    if (state) await dossier.recordMissed(state, ground.now);
  } catch (error) {
    // The law of the samples ends one day; the office goes on without them.
    if (!(error instanceof LawHasEnded)) throw error;
    ground.log.warn({ sample: story.key, code: error.message }, 'a sample dossier was left where it is');
  }
  return 'stays';
}

interface Here {
  readonly state: DossierState;
  readonly procedure: Procedure;
  readonly move: Move;
}

async function begin({ story, dossier }: Scene): Promise<void> {
  const { award: procedure, kind, title, bodyId, cluster, submitter } = story;
  const data = { procedure, kind, title, bodyId, cluster };
  await dossier.give(submitter, { type: 'draft', data }, dossier.lastAt);
}

/** Does the next thing; answers whether it goes on. */
async function oneAct(scene: Scene, here: Here): Promise<boolean> {
  const { story, dossier, ground, papers } = scene;
  const { state, procedure, move } = here;
  const by = (asked: RoleAtLevel) => accountFor(procedure, state, asked, story);
  const chance = Chance.for(story.key, state.revision, move.act);
  const prepared = filling(scene, here);
  if (prepared) return prepared.command ? give(scene, here, by(prepared.by), prepared.command) : false;
  for (const afterVerdicts of [false, true]) {
    const twist = story.twists.find(
      (each) =>
        each.before === move.act &&
        (each.afterVerdicts ?? false) === afterVerdicts &&
        !(each.happened?.(state) ?? dossier.facts.has(each.leaves)),
    );
    if (twist) {
      const { by: who, command } = twist.gives({
        state,
        chance,
        papers,
        today: localDateOf(dossier.lastAt),
        as: (role) => by({ role, level: role === 'submitter' ? 'UNIT' : (procedure.steps[move.at]?.level ?? 'MP') }),
      });
      const done = await give(scene, here, who, command, twist.afterDays);
      return done && twist.stays !== true;
    }
    const judged = afterVerdicts ? undefined : judging(scene, here, chance);
    if (judged) return judged.command ? give(scene, here, by(judged.by), judged.command, story.pace) : false;
  }
  const [first] = move.actors;
  const isAtLevel = story.untilLevel === undefined || procedure.steps[move.at]?.level === story.untilLevel;
  if (!first || (move.act === story.until && isAtLevel)) return false;
  const window = windowOf(state, move);
  const at = window ?? whenNext(scene, state, move.act);
  if (at > ground.now) return false;
  const unitAt = (level: string) => unitsOf(state)[level];
  await dossier.give(by(first), commandOf(move, { state, procedure, chance, at, unitAt }), at, state);
  return true;
}

async function give(
  { story, dossier, ground }: Scene,
  { state }: Here,
  by: string,
  command: DossierCommand,
  afterDays = 0,
): Promise<boolean> {
  const { lastAt } = dossier;
  const at = afterDays > 0 ? ground.hours.later(lastAt, afterDays, state.revision) : ground.hours.after(lastAt);
  if (at > ground.now) return false;
  if (command.type !== 'appraise-nominees') {
    await dossier.give(by, command, at, state);
    return true;
  }
  const refusal = await dossier.offer(by, command, at, state);
  if (!refusal) return true;
  if (refusal.code !== 'VERDICT_NEEDS_DEVIATION') throw new Error(`samples: ${story.key}: ${refusal.code}`);
  // The machine proposes otherwise: the officer keeps to his verdict, and says why.
  const differing = new Set(JSON.stringify(refusal.params?.['nominees'] ?? '').match(/N\d+/g));
  await dossier.give(
    by,
    verdictsOn(state, Chance.for(story.key, state.revision, 'complete-appraisal'), differing),
    at,
    state,
  );
  return true;
}

/** When the usual next act is done. */
function whenNext({ story, dossier, ground }: Scene, state: DossierState, act: string): Instant {
  const { lastAt } = dossier;
  if (act === 'approve' && story.signedAtNight) {
    const day = localDateOf(ground.hours.later(lastAt, story.pace, 0));
    return endOf(day).replace(/T17:00/, 'T13:47');
  }
  return state.receivedAt === undefined
    ? ground.hours.after(lastAt)
    : ground.hours.later(lastAt, story.pace, state.revision);
}

/** What hangs out hangs to the end of its last day (R39). */
function windowOf(state: DossierState, { notBefore }: Move): Instant | undefined {
  if (notBefore === undefined) return undefined;
  const clock = [...state.deadlines.values()].findLast(
    ({ terms, state: standing }) => terms.clock === notBefore && (standing === 'running' || standing === 'missed'),
  );
  return clock && endOf(localDateOf(clock.terms.dueAt));
}

/** The first place at which something leads on. */
function nextMove(procedure: Procedure, state: DossierState): Move | undefined {
  for (const place of state.places) {
    const step = procedure.steps[place];
    const move = step && isActing(step) ? movesOn(procedure, place)[0] : undefined;
    if (move) return move;
  }
  return undefined;
}

interface Prepared {
  readonly by: RoleAtLevel;
  /** Without one the story stays with what it has. */
  readonly command?: DossierCommand;
}

/** Nominees and papers that have to be there before the move, and who brings them. */
function filling({ story, papers }: Scene, { state, procedure, move }: Here): Prepared | undefined {
  if (state.nominees.size === 0) {
    const by = actRule(procedure, move.at, 'add-nominees')?.actors[0] ?? { role: 'submitter', level: 'UNIT' };
    return story.nominees.length === 0
      ? { by }
      : { by, command: { type: 'add-nominees', data: { nominees: story.nominees } } };
  }
  const by = actRule(procedure, move.at, 'attach-document')?.actors[0];
  const paper = by && missingPaper(procedure, state, papers);
  if (!by || !paper) return undefined;
  return state.documents.length === story.papers ? { by } : { by, command: paper };
}

/** Verdicts, opinions, notices and copies that belong to the step, and who gives them. */
function judging({ story, dossier }: Scene, { state, procedure, move }: Here, chance: Chance): Prepared | undefined {
  const unjudged = [...state.nominees.values()].some(({ dropped, verdict }) => !dropped && !verdict);
  const judge = actRule(procedure, move.at, 'appraise-nominees')?.actors[0];
  if (move.act === 'complete-appraisal' && unjudged && judge)
    return story.until === 'appraise-nominees' ? { by: judge } : { by: judge, command: verdictsOn(state, chance) };
  for (const [act, data] of besides(move.at, state, localDateOf(dossier.lastAt))) {
    const rule = actRule(procedure, move.at, act);
    const by = rule?.actors[0];
    if (!rule || !by || rule.beside === true) continue;
    return act === story.until ? { by } : { by, command: { type: act, data } as DossierCommand };
  }
  return undefined;
}

/** Which unit stands for which level: the province decides for itself where an award goes no further down. */
const unitsOf = (state: DossierState): Readonly<Record<string, string>> => ({
  BASE: state.bodyId === 'ubnd-tinh' && state.units['BASE'] === undefined ? 'ubnd-tinh' : BASE_UNIT,
  MP: 'ubnd-tinh',
  ...state.units,
});

/** Whose account acts for a role at a level: that of who works there, or who writes down what an outside level answers. */
export function accountFor(procedure: Procedure, state: DossierState, asked: RoleAtLevel, story: Story): string {
  const units = unitsOf(state);
  const { role, level } = actingFor(procedure, asked, { UNIT: state.submittingUnitId, ...units });
  if (role === 'submitter') return story.submitter;
  return accountIn(units[level] ?? state.bodyId, role as Exclude<typeof role, 'system'>);
}
