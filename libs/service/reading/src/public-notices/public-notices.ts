import { windowEnding } from '#libs/domain/dossier';
import { type Clock, type Decision, type Instant, ok, refuse } from '#libs/domain/kernel';
import type { Dossiers, Organization } from '#libs/service/commands';
import type { Law } from '#libs/service/law';
import type { PublicNoticesQuery } from '#libs/service/read-models';
import { procedureOf } from '../names.js';
import { awardName, type PublicNotice, publicNotice, type PublicNoticeLine, unitName } from './public-notice.js';

/** So long an answer is handed out again, by the office's clock and by the machine's: many read the same notice at once. */
const KEPT_MS = 10_000;

interface Kept<T> {
  /** By the office's clock, and by one that nobody sets. */
  readonly at: number;
  readonly tick: number;
  readonly value: Promise<T>;
}

/** Công khai cho mọi người: what hangs out now, and what nobody may read any more. */
export class PublicNotices {
  private list: Kept<readonly PublicNoticeLine[]> | undefined;
  private readonly pages = new Map<string, Kept<Decision<PublicNotice>>>();

  constructor(
    private readonly query: PublicNoticesQuery,
    private readonly dossiers: Pick<Dossiers, 'load'>,
    private readonly organization: Pick<Organization, 'read'>,
    private readonly law: Law,
    private readonly clock: Clock,
  ) {}

  /** All that hang out, without a name of anybody. */
  hanging(): Promise<readonly PublicNoticeLine[]> {
    const now = this.clock.now();
    if (!isFresh(this.list, now)) this.list = kept(now, this.lines(now), () => (this.list = undefined));
    return this.list.value;
  }

  /** One by its code. Refuses `NOTICE_CLOSED` once it does not hang out any more, and `NOT_FOUND` for a code that nobody has. */
  read(code: string): Promise<Decision<PublicNotice>> {
    const now = this.clock.now();
    const known = this.pages.get(code);
    if (isFresh(known, now)) return known.value;
    // What somebody types is forgotten again, so that guessing fills no memory.
    for (const [each, page] of this.pages) if (!isFresh(page, now)) this.pages.delete(each);
    const value = this.page(code, now);
    this.pages.set(
      code,
      kept(now, value, () => this.pages.delete(code)),
    );
    return value;
  }

  private async lines(now: Instant): Promise<readonly PublicNoticeLine[]> {
    const [rows, { units }] = await Promise.all([this.query.hanging(now), this.organization.read()]);
    return rows.map(({ code, award, procedureVersion, byUnitId, openedAt, dueAt }) => ({
      code,
      award: awardName(
        this.law.procedures.findLast(
          (each) => each.code === award && (procedureVersion === null || each.version === procedureVersion),
        ),
        award,
      ),
      body: unitName(units, byUnitId),
      openedAt,
      lastDay: dueAt === null ? null : windowEnding(dueAt).lastPostingDay,
    }));
  }

  private async page(code: string, now: Instant): Promise<Decision<PublicNotice>> {
    const row = await this.query.find(code);
    if (!row) return refuse('NOT_FOUND', { params: { what: 'URL' } });
    // The row may be behind; the dossier's own facts say whether it still hangs out, and for whom.
    const dossier = await this.dossiers.load(row.dossierId);
    if (!dossier) return refuse('NOTICE_CLOSED');
    const { units } = await this.organization.read();
    const notice = publicNotice(dossier, row.noticeId, code, { procedure: procedureOf(this.law, dossier), units, now });
    return notice ? ok(notice) : refuse('NOTICE_CLOSED');
  }
}

function kept<T>(now: Instant, value: Promise<T>, forget: () => void): Kept<T> {
  // Whoever asked hears that it failed; who comes next asks again.
  value.catch(forget);
  return { at: Date.parse(now), tick: performance.now(), value };
}

function isFresh<T>(known: Kept<T> | undefined, now: Instant): known is Kept<T> {
  if (!known) return false;
  return Math.abs(Date.parse(now) - known.at) < KEPT_MS && performance.now() - known.tick < KEPT_MS;
}
