import { allowedCommands } from '#libs/domain/dossier';
import * as acts from '../../../../../test/support/dossier-acts.js';
import { people } from '../../../../../test/support/dossier-desk.js';
import { appraised, received } from '../../../../../test/support/dossier-paths.js';
import { deskAfter } from '../../../../../test/support/dossier-spec.js';

describe('what is allowed', () => {
  it('costs less than 5 ms of the processor with 2,000 nominees', () => {
    const nominees = Array.from({ length: 2_000 }, (_, index) => `Người ${index + 1}`);
    const desk = deskAfter(appraised({ nominees }));
    const { state } = desk;
    if (!state) throw new Error('A dossier has begun.');
    const context = desk.contextOf({ command: { type: 'receive', data: {} }, by: people.secretary });
    const runs = 50;
    for (let warm = 0; warm < runs; warm++) allowedCommands(state, context);
    const before = process.cpuUsage();
    for (let run = 0; run < runs; run++) allowedCommands(state, context);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000 / runs).toBeLessThan(5);
  });

  it('says until when: the soonest clock that the act would meet, and that it was missed', () => {
    const desk = deskAfter(received({ on: '2026-08-18' }));
    const until = (command: string) => {
      if (!desk.state) throw new Error('A dossier has begun.');
      const context = desk.contextOf({ command: { type: 'receive', data: {} }, by: people.officer });
      return allowedCommands(desk.state, context).find((each) => each.command === command)?.until;
    };
    const screen = desk.state?.deadlines.get('screen-1')?.terms;
    expect(until('return')).toEqual({ clock: 'screen', dueAt: screen?.dueAt, missed: false });
    expect(until('suspend')).toBeUndefined();
    desk.take({ ...acts.recordMissed({ deadlineId: 'screen-1', version: 1 }), at: '2026-12-01' });
    expect(until('return')).toMatchObject({ clock: 'screen', missed: true });
  });
});
