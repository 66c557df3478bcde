import { type Clock, type Decision, localDateOf, ok, refuse } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import type { Dossiers, Organization } from '#libs/service/commands';
import type { Law } from '#libs/service/law';
import type { DossierListQuery } from '#libs/service/read-models';
import { procedureOf } from '../names.js';
import { type PublicStanding, publicStanding } from './public-standing.js';
import { parseReceiptCode } from './receipt-code.js';
import type { ReceiptCodes } from './receipt-codes.js';

export type LookUpOutcome = 'found' | 'unknown' | 'mistyped' | 'limited';

/** Stands for the dossier of a code that nobody has, so that as much is asked for it as for one that exists. */
const NO_DOSSIER = 'none';

/** Tra cứu công khai: how a dossier stands, for whoever has its receipt. Each attempt is counted. */
export class LookUp {
  constructor(
    private readonly codes: ReceiptCodes,
    private readonly list: Pick<DossierListQuery, 'find'>,
    private readonly dossiers: Pick<Dossiers, 'load'>,
    private readonly organization: Pick<Organization, 'read'>,
    private readonly law: Law,
    private readonly database: Queryable,
    private readonly clock: Clock,
  ) {}

  /**
   * Refuses `RECEIPT_CODE_MISTYPED` for what can be no code, and `RECEIPT_CODE_UNKNOWN` alike for one that nobody has and for that
   * of a secret dossier: for both the same two questions are asked of the database.
   */
  async find(typed: string): Promise<Decision<PublicStanding>> {
    const code = parseReceiptCode(typed);
    if (code === undefined) {
      await this.count('mistyped');
      return refuse('RECEIPT_CODE_MISTYPED');
    }
    const standing = await this.standingOf(code);
    await this.count(standing ? 'found' : 'unknown');
    return standing ? ok(standing) : refuse('RECEIPT_CODE_UNKNOWN');
  }

  private async standingOf(code: string): Promise<PublicStanding | undefined> {
    const dossierId = await this.codes.dossierOf(code);
    const row = await this.list.find({ all: true }, dossierId ?? NO_DOSSIER);
    // The list may be behind, so it never says that a dossier is open; the dossier's own facts do.
    if (dossierId === undefined || (row && row.secrecy !== 'none')) return undefined;
    const dossier = await this.dossiers.load(dossierId);
    if (!dossier) return undefined;
    const { units } = await this.organization.read();
    return publicStanding(dossier, procedureOf(this.law, dossier), units);
  }

  /** One more of a kind today. */
  async count(outcome: LookUpOutcome): Promise<void> {
    await this.database.query(
      `insert into ops.look_up_count as c (day, outcome, count) values ($1, $2, 1)
       on conflict (day, outcome) do update set count = c.count + 1`,
      [localDateOf(this.clock.now()), outcome],
    );
  }
}
