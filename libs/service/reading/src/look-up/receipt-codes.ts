import { createHash, randomBytes } from 'node:crypto';
import type { DossierState } from '#libs/domain/dossier';
import type { Actor } from '#libs/domain/kernel';
import type { Queryable } from '#libs/platform/postgres';
import { receiptCodeOf, receiptCodeText } from './receipt-code.js';

/** By digest, so that how long a look-up takes tells nothing about a code that is nearly right. */
const digestOf = (code: string): Buffer => createHash('sha256').update(code).digest();

/** The codes on receipts, in the table `ops.receipt_code`: one for each received dossier, drawn by chance, for good. */
export class ReceiptCodes {
  constructor(private readonly database: Queryable) {}

  /** The code of a dossier that was received; drawn when it is first asked for. */
  async of(dossierId: string): Promise<string> {
    const known = await this.find(dossierId);
    if (known) return known;
    const code = receiptCodeOf(randomBytes(11));
    await this.database.query(
      'insert into ops.receipt_code (dossier_id, code, digest) values ($1, $2, $3) on conflict do nothing',
      [dossierId, code, digestOf(code)],
    );
    // Two may ask at once, and a code may be taken, once in 2⁵⁵: what stands there now counts.
    return (await this.find(dossierId)) ?? this.of(dossierId);
  }

  /**
   * The code as it is printed, for who may hand the receipt out: the unit that submitted the dossier and the body before which it
   * lies. `undefined` for everybody else, before the receipt, and while the dossier is secret (R9).
   */
  async shownTo(
    { unitId }: Pick<Actor, 'unitId'>,
    { id, receivedAt, secrecy, submittingUnitId, bodyId }: DossierState,
  ): Promise<string | undefined> {
    if (receivedAt === undefined || secrecy !== 'none') return undefined;
    return unitId === submittingUnitId || unitId === bodyId ? receiptCodeText(await this.of(id)) : undefined;
  }

  /** Whose code it is. */
  async dossierOf(code: string): Promise<string | undefined> {
    const { rows } = await this.database.query<{ dossier_id: string }>(
      'select dossier_id from ops.receipt_code where digest = $1',
      [digestOf(code)],
    );
    return rows[0]?.dossier_id;
  }

  private async find(dossierId: string): Promise<string | undefined> {
    const { rows } = await this.database.query<{ code: string }>(
      'select code from ops.receipt_code where dossier_id = $1',
      [dossierId],
    );
    return rows[0]?.code;
  }
}
