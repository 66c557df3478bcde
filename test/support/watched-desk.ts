import { type BlockedBy, blockedBy } from '#libs/domain/dossier';
import type { Act, Procedure, RoleAtLevel } from '#libs/domain/procedure';
import { takeAlong } from '../../apps/cli/src/demo/award/take-along.js';
import { AwardDesk } from './award-desk.js';
import { people } from './dossier-desk.js';

/** Ways that are a matter of choice, where the shorter of two that lead on is named. */
const choices: ReadonlySet<string> = new Set(['central-standing: complete-step to_council']);

/** Before each act asks for what the dossier waits, and says which act moved it without having been named. */
export class WatchedDesk extends AwardDesk {
  readonly unnamed: string[] = [];
  /** Reasons, and how many places, that were told on the way. */
  readonly reasons = new Set<string>();
  most = 0;
  waits = 0;

  override async act(by: RoleAtLevel, command: Act, data: object): Promise<void> {
    await this.watched(`${command}${'outcome' in data ? ` ${String(data.outcome)}` : ''}`, () =>
      super.act(by, command, data),
    );
  }

  override async decide(level: string, nominees: readonly string[]): Promise<void> {
    await this.watched('enter-in-decision', () => super.decide(level, nominees));
  }

  blocked(): BlockedBy {
    const { state } = this.desk;
    if (!state) throw new Error('There is no dossier.');
    return blockedBy(state, this.desk.contextOf({ command: { type: 'receive', data: {} }, by: people.auditor }));
  }

  private async watched(act: string, doing: () => Promise<void>): Promise<void> {
    const { lines } = this.blocked();
    const before = this.desk.state?.places.join() ?? '';
    await doing();
    const named = lines.flatMap(({ acts }) => acts.map((each) => [each.act, each.outcome ?? []].flat().join(' ')));
    for (const { reason } of lines) this.reasons.add(reason);
    this.most = Math.max(this.most, lines.length);
    const moved = this.desk.state?.places.join() !== before;
    // What has to stand for its time is not named before it is over: then the line says until when.
    const waited = lines.some(({ until }) => until !== undefined);
    if (waited) this.waits += 1;
    if (moved && !named.includes(act) && !waited && !choices.has(`${before}: ${act}`))
      this.unnamed.push(`${before}: ${act}, not ${named.join(', ')}`);
  }
}

/** A dossier taken to its end by its file, watched at each act. */
export async function watchedWay(procedure: Procedure): Promise<WatchedDesk> {
  const office = new WatchedDesk(procedure);
  const [kind = 'cong_trang'] = procedure.kinds;
  const [subject = 'individual'] = procedure.subjects;
  await takeAlong({ procedure, kind, subject }, office, 'vi');
  return office;
}
