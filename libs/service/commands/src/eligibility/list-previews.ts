import { createHash, randomUUID } from 'node:crypto';
import type { AwardHistoryCommandOf } from '#libs/domain/award-history';
import type { DossierCommandOf } from '#libs/domain/dossier';
import { type Actor, type Clock, type Decision, localDateOf, ok, type Refusal } from '#libs/domain/kernel';
import { type ListedNominee, readNomineeList, readPastAwardList, type RowError } from '#libs/service/lists';
import type { Law } from '#libs/service/law';
import type { AwardHistoryQuery, RecipientHistory } from '#libs/service/read-models';
import type { CommandRequest } from '../command-request.js';
import type { Dossiers } from '../dossiers.js';
import { type AwardHistories, awardCodes } from './award-histories.js';

/** What a list would do, before it is sent: nothing was written. */
export interface ListPreview<Line> {
  /** Of the file, as `import` takes it. */
  readonly sha256: string;
  /** Each fault with its place; with one of them no line is sent. */
  readonly errors: readonly RowError[];
  /** Why the whole list would be refused. */
  readonly refusal?: Refusal;
  /** The good lines, in their order; none where anything is wrong with one. */
  readonly lines: readonly Line[];
}

interface Place {
  readonly sheet?: string;
  readonly line: number;
}

type PastAward = AwardHistoryCommandOf<'import'>['data']['recipients'][number];

/** One line of earlier awards, and what the system knows of its recipient. */
export interface PastAwardPreview extends Place {
  readonly recipient: PastAward;
  /** Awards that are known already and say the same as this line. */
  readonly duplicates: readonly string[];
  /** Awards of namesakes in the same unit: the same person only if somebody says so. */
  readonly namesakes: readonly string[];
  /** How many awards are surely the recipient's, by the personal code. */
  readonly known: number;
}

type Nominee = DossierCommandOf<'add-nominees'>['data']['nominees'][number];

/** One nominee of a list, and who else he may be. */
export interface NomineePreview extends Place {
  readonly nominee: Nominee;
  /** Nominees of the dossier (`N3`) and earlier lines (`line 5`) with the same code, or the same name and birth date. */
  readonly possiblySame: readonly string[];
}

/** Refusals that are about the sender and not about the list: told as refusals. */
const ABOUT_THE_SENDER: ReadonlySet<string> = new Set(['NOT_FOUND', 'OTHER_UNIT', 'POSITION_NOT_ALLOWED']);

/** Xem trước danh sách: what a file would add, line by line, by the same rules as the command that takes it. */
export class ListPreviews {
  constructor(
    private readonly lists: AwardHistories,
    private readonly dossiers: Dossiers,
    private readonly history: AwardHistoryQuery,
    private readonly law: Pick<Law, 'procedures'>,
    private readonly clock: Clock,
  ) {}

  /** Of earlier awards, for the unit that keeps the lists. */
  async pastAwards(unitId: string, bytes: Uint8Array, actor: Actor): Promise<Decision<ListPreview<PastAwardPreview>>> {
    const listed = await readPastAwardList(bytes, { awards: awardCodes(this.law), thisYear: this.thisYear() });
    const sha256 = sha256Of(bytes);
    const recipients = listed.ok ? listed.value.map(({ row }) => row) : [nobody];
    // A list that cannot be read is previewed only for who could send one.
    const data = { source: 'preview', sha256, covers: { to: this.thisYear() }, recipients };
    const refusal = await this.refusalOf(this.lists.rehearse(unitId, { type: 'import', data }, requestOf(actor)));
    if (refusal && ABOUT_THE_SENDER.has(refusal.code)) return { ok: false, error: refusal };
    if (!listed.ok) return ok({ sha256, errors: listed.error, lines: [] });
    const known = await this.history.of(recipients.map(soughtAs));
    const lines = listed.value.map(({ row, ...place }, index) => ({
      ...place,
      recipient: row,
      ...comparedWith(row, known.get(`L${index}`)),
    }));
    return ok({ sha256, errors: [], ...(refusal ? { refusal } : {}), lines });
  }

  /** Of nominees, for a dossier that may still take some. */
  async nominees(dossierId: string, bytes: Uint8Array, actor: Actor): Promise<Decision<ListPreview<NomineePreview>>> {
    const listed = await readNomineeList(bytes);
    const sha256 = sha256Of(bytes);
    const nominees = listed.ok ? listed.value.map(({ row }) => row) : [];
    const data = { nominees: nominees.length > 0 ? nominees : [somebody] };
    const command = { type: 'add-nominees' as const, data };
    const refusal = await this.refusalOf(this.dossiers.rehearse(dossierId, command, requestOf(actor)));
    if (refusal && ABOUT_THE_SENDER.has(refusal.code)) return { ok: false, error: refusal };
    if (!listed.ok) return ok({ sha256, errors: listed.error, lines: [] });
    const there = [...((await this.dossiers.load(dossierId))?.nominees.values() ?? [])];
    const lines = listed.value.map(({ row, ...place }, index) => {
      const before = listed.value.slice(0, index).filter((earlier) => maybeSame(earlier.row, row));
      const possiblySame = [
        ...there.filter((nominee) => maybeSame(nominee, row)).map(({ id }) => id),
        ...before.map(({ line }: ListedNominee) => `line ${line}`),
      ];
      return { ...place, nominee: row, possiblySame };
    });
    return ok({ sha256, errors: [], ...(refusal ? { refusal } : {}), lines });
  }

  private async refusalOf(rehearsed: Promise<Decision<unknown>>): Promise<Refusal | undefined> {
    const answer = await rehearsed;
    return answer.ok ? undefined : answer.error;
  }

  private thisYear(): number {
    return Number(localDateOf(this.clock.now()).slice(0, 4));
  }
}

/** Stands for a list that could not be read, so that who may not send one is told that first. */
const somebody = { kind: 'individual', name: '?', unit: '?' } as const;
const nobody: PastAward = { ...somebody };

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function requestOf(actor: Actor): CommandRequest {
  const commandId = randomUUID();
  return { actor, commandId, fingerprint: 'preview', correlationId: commandId };
}

const soughtAs = ({ kind, name, unit, code, birthDate }: PastAward, index: number) => ({
  ref: `L${index}`,
  kind,
  name,
  unit,
  ...(code === undefined ? {} : { code }),
  ...(birthDate === undefined ? {} : { birthDate }),
});

function comparedWith(line: PastAward, history: RecipientHistory | undefined) {
  const lines = history?.lines ?? [];
  const says = (row: (typeof lines)[number]['row']) =>
    row.award === (line.award ?? null) &&
    row.meritYear === (line.meritYear ?? null) &&
    row.decidedOn === (line.decidedOn ?? null);
  return {
    duplicates: lines.filter(({ row }) => says(row)).map(({ row }) => row.ref),
    namesakes: lines.filter(({ by }) => by === 'namesake').map(({ row }) => row.ref),
    known: lines.filter(({ by }) => by !== 'namesake').length,
  };
}

type Person = Pick<Nominee, 'kind' | 'name' | 'code' | 'birthDate'>;

function maybeSame(one: Person, other: Person): boolean {
  if (one.kind !== other.kind) return false;
  if (one.code !== undefined && other.code !== undefined) return one.code === other.code;
  const sameName = one.name.normalize('NFC').toLowerCase() === other.name.normalize('NFC').toLowerCase();
  return sameName && one.birthDate !== undefined && one.birthDate === other.birthDate;
}
