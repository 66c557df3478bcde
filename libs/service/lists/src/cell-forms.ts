const twoDigits = (text: string): string => text.padStart(2, '0');

/** A day as offices write it, or as machines do; checked against the calendar. */
function readDay(cell: string): string | undefined {
  const office = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell);
  const day = office ? `${office[3]}-${twoDigits(office[2]!)}-${twoDigits(office[1]!)}` : cell;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day) ? day : undefined;
}

const RANKS: Readonly<Record<string, number>> = { nhất: 1, nhì: 2, ba: 3, first: 1, second: 2, third: 3 };

/** Classes are called alike in all awards that have them; whatever else an award calls its grades is written by its code. */
function readGrade(cell: string): string | undefined {
  const text = cell.normalize('NFC').toLowerCase();
  const [, word = ''] = /^(?:hạng|class)? ?(\S+)(?: class)?$/u.exec(text) ?? [];
  const rank = RANKS[word] ?? (/^[123]$/.test(word) ? Number(word) : undefined);
  if (rank !== undefined) return `hang-${rank}`;
  return /^[a-z][a-z0-9-]{0,39}$/.test(text) ? text : undefined;
}

const matching = (pattern: RegExp) => (cell: string) => (pattern.test(cell) ? cell : undefined);

export const day = { read: readDay, written: '20/05/1990' };
export const year = { read: matching(/^(19|20)\d{2}$/), written: '2024' };
export const count = { read: matching(/^\d{1,6}$/), written: '13' };
export const code = { read: matching(/^[A-Za-z0-9.-]{4,40}$/), written: '001199000001' };
/** Hạng: as an office writes it (`hạng Nhất`, `Nhì`, `hạng 3`) or by its code. */
export const grade = { read: readGrade, written: 'hạng Nhì' };

/** Several ids in one cell, between semicolons. */
export const ids = { read: matching(/^[\w.-]+( ?[;|] ?[\w.-]+)*$/), written: 'SK-01 | SK-02' };

/** The ids of a cell. */
export const idsIn = (cell: string): string[] => cell.split(/[;|]/).map((id) => id.trim());
