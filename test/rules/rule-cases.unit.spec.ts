import { dossierCommands } from '#libs/domain/dossier';
import { casesAsking, named, ruleCases } from '../support/rule-cases.js';
import { inMemory, notYet, onServers, withWorkers } from './runners/index.js';

describe.each(Object.entries(inMemory))('cases that ask %s', (op, run) => {
  const cases = casesAsking(op);
  if (cases.length > 0) it.each(named(cases))('%s', (_name, each) => run(each));
  else it('are not in the file', () => expect(ruleCases.some(({ data }) => data.op === op)).toBe(false));
});

describe('the file of cases', () => {
  const ops = [...Object.keys(inMemory), ...Object.keys(onServers), ...Object.keys(withWorkers)];

  it('has no case that nobody runs, but for what the system cannot do yet', () => {
    const run = new Set([...ops, ...Object.keys(notYet)]);
    expect(ruleCases.filter(({ data }) => !run.has(data.op)).map(({ id, data }) => `${id} ${data.op}`)).toEqual([]);
    expect(Object.values(notYet).filter((command) => command in dossierCommands)).toEqual([]);
    expect(ruleCases.length).toBeGreaterThan(0);
  });

  it('is run once: no question has two runners, and no case stands twice', () => {
    expect(new Set(ops).size).toBe(ops.length);
    expect(new Set(ruleCases.map(({ id }) => id)).size).toBe(ruleCases.length);
  });
});
