import { availableParallelism, loadavg } from 'node:os';
import { allowedCommands } from '#libs/domain/dossier';
import { checkSoundness, parseProcedure, type Procedure, type Step } from '#libs/domain/procedure';
import * as acts from '../../support/dossier-acts.js';
import { Desk } from '../../support/dossier-desk.js';
import { endStep, forkStep, joinStep, procedureOfSteps, stepWith } from '../../support/procedure-chance.js';
import { procedureNamed } from '../../support/procedures.js';

/**
 * A program: how long procedures take to be read, checked and asked. Prints a table, and ends with 1 when the median misses a bar: 200 steps
 * are checked in under a second, and with 50 steps a decision takes under a millisecond. On a busy machine all of it takes longer: the load
 * is told first.
 */
const CHECKED_MS = 1_000;
const DECIDED_MS = 1;

let missed = 0;

const took = (what: string, rounds: number, one: () => unknown, bar = Infinity): void => {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    one();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const met = at(0.5) < bar;
  if (!met) missed++;
  const told = bar === Infinity ? '' : `   ${met ? 'met' : 'MISSED'}: under ${bar} ms`;
  process.stdout.write(`${what.padEnd(62)} p50 ${at(0.5).toFixed(3)} ms   p99 ${at(0.99).toFixed(3)} ms${told}\n`);
};

/** So many steps: a row of blocks of branches, each branch a row with a loop back, all of it under one clock. */
function large(steps: number, branches: number): Readonly<Record<string, Step>> {
  const made: Record<string, Step> = { end: endStep };
  let to = 'end';
  let count = 1;
  const inBranch = 8;
  while (count + 2 + branches * inBranch < steps) {
    const block = `b${count}`;
    const first = Array.from({ length: branches }, (_, branch) => {
      let next = `${block}-join`;
      for (let index = inBranch; index > 0; index--) {
        const name = `${block}-${branch}-${index}`;
        const back = { to: name, effect: 0 };
        made[name] = stepWith([{ to: next, effect: 0 }, back], true);
        next = name;
      }
      return next;
    });
    made[`${block}-join`] = joinStep(to);
    made[block] = forkStep(first, `${block}-join`);
    to = block;
    count += 2 + branches * inBranch;
  }
  while (count < steps - 1) {
    made[`s${count}`] = stepWith([{ to, effect: 0 }], true);
    to = `s${count}`;
    count++;
  }
  made['s0'] = stepWith([{ to, effect: 1 }]);
  return made;
}

process.stdout.write(
  `${new Date().toISOString()}, Node ${process.versions.node}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}\n`,
);
const two = procedureOfSteps(large(200, 2));
const ten = procedureOfSteps(large(200, 10));
process.stdout.write(
  `${Object.keys(two.steps).length} and ${Object.keys(ten.steps).length} steps, ${checkSoundness(two).length} and ${checkSoundness(ten).length} faults\n`,
);
took('checking 200 steps, two branches in each block', 20, () => checkSoundness(two), CHECKED_MS);
took('checking 200 steps, ten branches in each block', 20, () => checkSoundness(ten), CHECKED_MS);
const broken = procedureOfSteps({
  ...two.steps,
  s0: stepWith([{ to: Object.keys(two.steps).at(-2) ?? 'end', effect: 0 }]),
});
took('checking 200 steps with a fault, and its example', 5, () => checkSoundness(broken), CHECKED_MS);
const { hash: _hash, ...bk } = procedureNamed('BK_TINH@R2025.1');
took('reading a procedure', 50, () => parseProcedure(bk));

const more = Object.fromEntries(
  Array.from({ length: 50 - Object.keys(bk.steps).length }, (_, index) => [
    `more-${index}`,
    stepWith([{ to: 'archived', effect: 0 }]),
  ]),
);
const fifty: Procedure = { ...bk, hash: 'fifty', steps: { ...bk.steps, ...more } };
const desk = new Desk({ procedures: [fifty] });
for (const move of [
  acts.draft(),
  acts.addNominees({ nominees: [acts.individual('Người Một')] }),
  ...['TT', 'DS', 'BC_CT_CN', 'BB'].map((document) => acts.attachDocument({ document })),
  acts.submit(),
]) {
  const done = desk.take(move);
  if (!done.ok) throw new Error(done.error.code);
}
const { state } = desk;
if (!state) throw new Error('No dossier.');
process.stdout.write(`a dossier under a procedure of ${Object.keys(fifty.steps).length} steps\n`);
took('deciding: receive', 500, () => desk.ask(acts.receive()), DECIDED_MS);
took('all that is allowed to somebody', 500, () => allowedCommands(state, desk.contextOf(acts.receive())));
process.exitCode = missed > 0 ? 1 : 0;
