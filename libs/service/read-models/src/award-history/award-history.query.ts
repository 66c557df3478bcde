import type { AwardHistory, PastAward } from '#libs/domain/eligibility';
import { type Decision, type LocalDate, ok } from '#libs/domain/kernel';
import type { NomineeKind } from '#libs/domain/procedure';
import { type Position, START } from '#libs/engine/event-store';
import { selectList } from '#libs/engine/projections';
import type { Database } from '#libs/platform/postgres';
import { z } from 'zod';
import { cursorText, type Page, type PageRequest, readPageRequest, toPage } from '../shared/page.js';
import { awardHistoryProjection } from './award-history.projection.js';
import {
  historyDossierTable,
  historyLinkTable,
  type HistoryRow,
  historyTable,
  historyUseTable,
} from './award-history.tables.js';
import { comparedText } from './recipient-key.js';

/** Whose history is sought. Personal data: it goes into parameters of statements and nowhere else. */
export interface RecipientSought {
  /** `<dossier>/N3`. */
  readonly ref: string;
  readonly kind: NomineeKind;
  readonly name: string;
  readonly unit: string;
  readonly code?: string;
  readonly birthDate?: LocalDate;
}

/** One earlier award, or a line that says there was none, and why it is taken to be this recipient's. */
export interface HistoryLine {
  readonly row: HistoryRow;
  /** `code`: the same personal code; `confirmed`: a person said so; `namesake`: same name and unit, nobody said yet. */
  readonly by: 'code' | 'confirmed' | 'namesake';
}

/** What is known of one recipient. */
export interface RecipientHistory {
  readonly lines: readonly HistoryLine[];
  /** The place in the log up to which it was read. */
  readonly asOf: Position;
}

const place = z.tuple([cursorText]);

type Found = HistoryRow & { readonly nominee: string; readonly byCode: boolean; readonly said: boolean | null };

/**
 * Lịch sử khen thưởng: what recipients were given before, here and by imported lists. The same personal code is the same
 * recipient; the same name and unit, with no birth date or code that speaks against it, is one only when a person has said so.
 */
export class AwardHistoryQuery {
  constructor(private readonly database: Database) {}

  /** By ref; everybody who was asked for is there. One statement, so that rows and place in the log are of one moment. */
  async of(recipients: readonly RecipientSought[]): Promise<ReadonlyMap<string, RecipientHistory>> {
    const { name, version } = awardHistoryProjection;
    const { rows } = await this.database.query<{ asOf: Position | null } & Partial<Found>>(
      `with asked as (
         select s.ref, s.kind, s.name_key, s.unit_key, s.code, s.birth_date, o.recognised_code,
           array[s.ref] || coalesce(array(select jsonb_array_elements_text(o.former_refs)), '{}') as refs
         from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::date[])
           as s(ref, kind, name_key, unit_key, code, birth_date)
         left join ${historyTable.sqlName} o on o.ref = s.ref
       ), found as (
         select a.ref as nominee, h.ref from asked a join ${historyTable.sqlName} h on h.code = coalesce(a.code, a.recognised_code)
         union
         select a.ref, h.ref from asked a join ${historyTable.sqlName} h on h.recognised_code = coalesce(a.code, a.recognised_code)
         union
         select a.ref, h.ref from asked a join ${historyTable.sqlName} h on h.name_key = a.name_key and h.unit_key = a.unit_key
         union
         select a.ref, l.ref from asked a join ${historyLinkTable.sqlName} l on l.nominee = any(a.refs) where l.same
       )
       select c.position as "asOf", f.*
       from (select (select position from read.checkpoint where projection = $1 and version = $2) as position) c
       left join lateral (
         select a.ref as nominee, ${selectList(historyTable, 'h')},
           coalesce(a.code, a.recognised_code) = coalesce(h.code, h.recognised_code) as "byCode",
           (select bool_and(l.same) from ${historyLinkTable.sqlName} l where l.nominee = any(a.refs) and l.ref = h.ref) as said
         from found f join asked a on a.ref = f.nominee join ${historyTable.sqlName} h on h.ref = f.ref
         left join ${historyDossierTable.sqlName} d on d.dossier_id = split_part(h.ref, '/', 1)
         where not coalesce(d.secret, false) and h.kind = a.kind and h.ref <> all(a.refs) and not h.struck and (h.granted or h.covered_to is not null)
           and (a.birth_date is null or h.birth_date is null or a.birth_date = h.birth_date
             or coalesce(a.code, a.recognised_code) = coalesce(h.code, h.recognised_code))
       ) f on true
       order by f.nominee, f."decidedOn", f.ref`,
      [
        name,
        version,
        recipients.map(({ ref }) => ref),
        recipients.map(({ kind }) => kind),
        recipients.map(({ name }) => comparedText(name)),
        recipients.map(({ unit }) => comparedText(unit)),
        recipients.map(({ code }) => code ?? null),
        recipients.map(({ birthDate }) => birthDate ?? null),
      ],
    );
    const asOf = rows[0]?.asOf ?? START;
    const lines = new Map<string, HistoryLine[]>(recipients.map(({ ref }) => [ref, []]));
    for (const row of rows) {
      const line = row.nominee === undefined ? undefined : lineOf(row as Found);
      if (line) lines.get(row.nominee as string)?.push(line);
    }
    return new Map([...lines].map(([ref, found]) => [ref, { lines: found, asOf }]));
  }

  /** The lines that a unit has imported, in the order of lists and lines. Refuses a bad cursor or limit with `MALFORMED_REQUEST`. */
  async linesOf(unitId: string, request: PageRequest): Promise<Decision<Page<HistoryRow>>> {
    const start = readPageRequest(request, place);
    if (!start.ok) return start;
    const { after, limit } = start.value;
    const { rows } = await this.database.query<HistoryRow>(
      `select ${selectList(historyTable, 'h')} from ${historyTable.sqlName} h
       where h.kept_by = $1 and ($2::text is null or h.ref > $2) order by h.ref limit $3`,
      [unitId, after?.[0] ?? null, limit + 1],
    );
    return ok(toPage(rows, limit, ({ ref }) => [ref]));
  }

  /** The dossiers whose appraisals rest on one of these awards. */
  async dossiersRestingOn(refs: readonly string[]): Promise<readonly string[]> {
    const { rows } = await this.database.query<{ dossierId: string }>(
      `select distinct dossier_id as "dossierId" from ${historyUseTable.sqlName} where ref = any($1) order by 1`,
      [refs],
    );
    return rows.map(({ dossierId }) => dossierId);
  }

  /** Which of these awards count no more. */
  async lost(refs: readonly string[]): Promise<ReadonlySet<string>> {
    const { rows } = await this.database.query<{ ref: string }>(
      `select ref from ${historyTable.sqlName} where ref = any($1) and (cancelled or struck)`,
      [refs],
    );
    return new Set(rows.map(({ ref }) => ref));
  }
}

/** `undefined` for somebody else: a person said so, or both have codes and they differ. */
function lineOf({ nominee: _nominee, byCode, said, ...row }: Found): HistoryLine | undefined {
  if (said === false) return undefined;
  if (said === true) return { row, by: 'confirmed' };
  if (byCode) return { row, by: 'code' };
  // `byCode` is null where one of them has none; false where they differ.
  return byCode === null ? { row, by: 'namesake' } : undefined;
}

/** What the criteria need of it: no names. */
export function asHistory({ lines, asOf }: RecipientHistory): AwardHistory {
  const own = lines.filter(({ by }) => by !== 'namesake');
  return {
    awards: lines.flatMap(({ row, by }) => awardOf(row, by)),
    covered: own.flatMap(({ row: { coveredFrom, coveredTo } }) =>
      coveredTo === null ? [] : [{ ...(coveredFrom === null ? {} : { from: coveredFrom }), to: coveredTo }],
    ),
    asOf,
  };
}

function awardOf(row: HistoryRow, by: HistoryLine['by']): readonly PastAward[] {
  if (row.award === null || !row.granted) return [];
  return [
    {
      ref: row.ref,
      position: row.position,
      award: row.award,
      ...(row.grade === null ? {} : { grade: row.grade }),
      ...(row.awardKind === null ? {} : { kind: row.awardKind }),
      ...(row.meritYear === null ? {} : { meritYear: row.meritYear }),
      ...(row.decidedOn === null ? {} : { decidedOn: row.decidedOn }),
      ...(row.variant === null ? {} : { variant: row.variant }),
      cancelled: row.cancelled,
      confirmed: by !== 'namesake',
    },
  ];
}
