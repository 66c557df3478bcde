import { casesAsking, named, ruleCases } from '../support/rule-cases.js';
import { onServers } from './runners/index.js';

describe.each(Object.entries(onServers))('cases that ask %s', (op, run) => {
  const cases = casesAsking(op);
  if (cases.length > 0) it.each(named(cases))('%s', (_name, each) => run(each));
  else it('are not in the file', () => expect(ruleCases.some(({ data }) => data.op === op)).toBe(false));
});
