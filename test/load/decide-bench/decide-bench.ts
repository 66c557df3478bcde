import { dossierDecider, foldDossier, type RecordedDossierFact } from '#libs/domain/dossier';
import * as acts from '../../support/dossier-acts.js';
import { Desk, type Move } from '../../support/dossier-desk.js';

/**
 * A program: how long decisions and folds take on a dossier of 2,000 nominees and 500 facts. Prints a table; fails nothing, for
 * a machine under load would. The bar is 5 ms a decision.
 */
const NOMINEES = 2_000;
const FACTS = 500;
const ROUNDS = 200;

const ids = Array.from({ length: NOMINEES }, (_, index) => `N${index + 1}`);
const each = <T>(value: T): Record<string, T> => Object.fromEntries(ids.map((id) => [id, value]));

function desk(...moves: readonly Move[]): Desk {
  const made = new Desk();
  for (const move of moves) {
    const done = made.take(move);
    if (!done.ok) throw new Error(`${move.command.type}: ${done.error.code}`);
  }
  return made;
}

const nominees = ids.map((id) => ({ ...acts.individual(`Người ${id}`, 'Phòng Một'), sex: 'female' as const }));
const drafted = [acts.draft(), acts.addNominees({ nominees: nominees.slice(0, NOMINEES / 2) })];
const papers = ['TT', 'DS', 'BC_CT_CN', 'BB'].map((document) => acts.attachDocument({ document }));
const rest = acts.addNominees({ nominees: nominees.slice(NOMINEES / 2) });
const received = [...drafted, rest, ...papers, acts.submit(), acts.receive()];

/** Verdicts on four at a time until the dossier has its 500 facts, then on all: the map of nominees is copied by each. */
const slowly = Array.from({ length: FACTS - 20 }, (_, turn) => acts.appraise(ids.slice(turn * 4, turn * 4 + 4)));
const appraisal = [...received, ...slowly, acts.appraise(ids)];
const council = [...appraisal, acts.completeAppraisal()];
const result = acts.councilResult(each({ yes: 17 }));
const approval = [...council, result];
const approve = acts.approve(ids);
const issuing = [...approval, approve];
const enter = acts.enterInDecision(ids);
const receive = acts.receiveDecision(ids);

const cases: readonly (readonly [string, readonly Move[], Move])[] = [
  ['add-nominees (the last 1,000)', drafted, rest],
  ['submit', received.slice(0, -2), acts.submit()],
  ['receive', received.slice(0, -1), acts.receive()],
  ['appraise-nominees (all)', appraisal, acts.appraise(ids)],
  ['complete-appraisal', appraisal, acts.completeAppraisal()],
  ['suspend', appraisal, acts.suspend()],
  ['detach-nominees (1,000)', appraisal, acts.detachNominees({ nominees: ids.slice(1_000) })],
  ['record-council-result', council, result],
  ['approve', approval, approve],
  ['reject', approval, acts.reject()],
  ['enter-in-decision', issuing, enter],
  ['receive-decision', [...issuing, enter], receive],
  ['confer', [...issuing, enter, receive], acts.confer()],
  [
    'correct-fact (a name)',
    appraisal,
    acts.correctFact({ nomineeId: 'N7', revision: 1, field: 'name', old: 'Người N7', new: 'Người Bảy' }),
  ],
];

interface Cost {
  readonly median: number;
  readonly worst: number;
  /** Processor time of one round, on average, collecting garbage included: what other programs cannot inflate. */
  readonly cpu: number;
}

function timed(work: () => void, rounds: number): Cost {
  for (let warmUp = 0; warmUp < rounds / 4; warmUp++) work();
  const before = process.cpuUsage();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  }).sort((one, other) => one - other);
  const { user, system } = process.cpuUsage(before);
  const cpu = (user + system) / 1_000 / rounds;
  return { median: times[Math.floor(rounds / 2)] ?? NaN, worst: times[Math.floor(rounds * 0.99)] ?? NaN, cpu };
}

const ms = (value: number) => value.toFixed(3).padStart(11);
const line = (name: string, facts: number, { median, worst, cpu }: Cost): void =>
  console.log(`${name.padEnd(32)}${String(facts).padStart(6)}${ms(cpu)}${ms(median)}${ms(worst)}`);

console.log(`${'on 2,000 nominees'.padEnd(32)} facts     cpu ms  median ms     p99 ms`);

for (const [name, way, move] of cases) {
  const at = desk(...way);
  const context = at.contextOf(move);
  const asked = dossierDecider.decide(move.command, at.state, context);
  if (!asked.ok) throw new Error(`${name}: ${asked.error.code}`);
  line(
    name,
    at.facts.length,
    timed(() => void dossierDecider.decide(move.command, at.state, context), ROUNDS),
  );
}

const { facts }: { facts: RecordedDossierFact[] } = desk(...appraisal);
line(
  'fold of the whole dossier',
  facts.length,
  timed(() => void foldDossier(facts), 20),
);
