import { type Clock, localDateOf } from '#libs/domain/kernel';
import { endsSoon } from '#libs/domain/procedure';
import { systemActor } from '#libs/service/access';
import type { Law } from '#libs/service/law';
import { derivedId } from '../ids.js';
import type { ProcedureLives } from './procedure-lives.js';
import type { PublishedProcedures } from './published-procedures.js';

/** Notes, once for each end, that a version ends soon and none follows it (R3): operators are told of that fact. */
export class ExpiryWatch {
  constructor(
    private readonly procedures: PublishedProcedures,
    private readonly lives: ProcedureLives,
    private readonly law: Law,
    private readonly clock: Clock,
  ) {}

  /** Asked as often as anybody likes, it notes each end once. @throws EventStoreUnavailable */
  async lookOnce(): Promise<void> {
    const on = localDateOf(this.clock.now());
    const lives = await this.procedures.read();
    for (const { code, version, until } of endsSoon(this.law.procedures, on)) {
      if (lives.get(code)?.versions.get(version)?.expiryNoted === until || !lives.has(code)) continue;
      const commandId = derivedId('note-expiry', code, version, until);
      const request = { actor: systemActor, commandId, fingerprint: 'note-expiry', correlationId: commandId };
      await this.lives.execute(code, { type: 'note-expiry', data: { version, until, on } }, request);
    }
  }
}
