import { knownEventTypes } from '../index.js';
import { audiences, endingEvents } from './audiences.js';

describe('the table of who is told of what', () => {
  it('names every event there is and no other', () => {
    expect(Object.keys(audiences.events).toSorted()).toEqual([...knownEventTypes].toSorted());
    for (const type of endingEvents) expect(knownEventTypes).toContain(type);
  });

  it('says of everything to do how it ends, and of nothing else', () => {
    for (const told of Object.values(audiences.events))
      for (const { group, doneBy } of told) expect(doneBy !== undefined).toBe(group === 'todo');
  });
});
