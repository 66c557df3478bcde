import { type LadderRung, type WorkingCalendar, ladderSchema, parseCalendar } from '#libs/domain/calendar';
import { prizeLawSchema } from '#libs/domain/decision';
import { type Result, fail, ok, sentenceOf } from '#libs/domain/kernel';
import { DEFAULT_LADDER, type Procedure, ladderOf } from '#libs/domain/procedure';
import type { z } from 'zod';
import { type LawFault, type LawFile, fault, readLawFile, readLawFolder } from './law-files.js';
import { Law } from './law.js';
import { loadProcedures } from './load-procedures.js';
import { notificationLawSchema } from './notification-law.js';

/**
 * Reads the law from its files below a folder: `procedures/<code>.<version>.json`, `law/calendars/<id>.json`,
 * `law/ladders/<name>.json`, `law/prizes.json` and `law/notifications.json`. All files are read before it answers, so that
 * every fault is seen at once; a law with a fault is none.
 */
export function loadLaw(rootFolder: string): Result<Law, readonly LawFault[]> {
  const procedures = loadProcedures(rootFolder);
  const calendar = loadCalendar(rootFolder);
  const ladders = loadLadders(rootFolder, procedures.ok ? procedures.value.procedures : []);
  const prizes = loadDocument(rootFolder, 'law/prizes.json', prizeLawSchema);
  const notifications = loadDocument(rootFolder, 'law/notifications.json', notificationLawSchema);
  if (procedures.ok && calendar.ok && ladders.ok && prizes.ok && notifications.ok) {
    const { procedures: shipped, texts } = procedures.value;
    return ok(new Law(shipped, calendar.value, ladders.value, prizes.value, notifications.value, texts));
  }
  return fail([procedures, calendar, ladders, prizes, notifications].flatMap((part) => (part.ok ? [] : part.error)));
}

/** The one calendar by which all offices work: procedures name none, so that a second one would be a guess. */
function loadCalendar(root: string): Result<WorkingCalendar, readonly LawFault[]> {
  const files = readLawFolder(root, 'law/calendars');
  const calendars = files.map((file) => (file.ok ? toCalendar(file.value) : fail([file.error])));
  const faults = calendars.flatMap((calendar) => (calendar.ok ? [] : calendar.error));
  const [calendar, another] = calendars;
  if (!calendar) faults.push(fault('law/calendars', 'there is no calendar in it'));
  if (another) faults.push(fault('law/calendars', `one calendar is expected, ${calendars.length} are there`));
  return calendar?.ok && faults.length === 0 ? calendar : fail(faults);
}

function toCalendar({ file, document }: LawFile): Result<WorkingCalendar, readonly LawFault[]> {
  const calendar = parseCalendar(document);
  if (!calendar.ok) return fail([fault(file, sentenceOf(calendar.error, 'en'))]);
  const wanted = `law/calendars/${calendar.value.id}.json`;
  if (file === wanted) return calendar;
  return fail([fault(file, `it holds the calendar ${calendar.value.id}, so its name must be ${wanted}`)]);
}

/** Every reminder ladder by its name. Total: each clock of each of the procedures, and a day that an officer sets, has one. */
export function loadLadders(
  root: string,
  procedures: readonly Procedure[] = [],
): Result<ReadonlyMap<string, readonly LadderRung[]>, readonly LawFault[]> {
  const faults: LawFault[] = [];
  const ladders = new Map<string, readonly LadderRung[]>();
  for (const file of readLawFolder(root, 'law/ladders')) {
    const ladder = file.ok ? parseFile(file.value, ladderSchema) : fail([file.error]);
    if (!ladder.ok) faults.push(...ladder.error);
    else if (file.ok) ladders.set(file.value.file.slice('law/ladders/'.length, -'.json'.length), ladder.value);
  }
  if (faults.length > 0) return fail(faults);
  if (!ladders.has(DEFAULT_LADDER)) faults.push(fault('law/ladders', `there is no ${DEFAULT_LADDER}.json in it`));
  for (const procedure of procedures) {
    const file = `procedures/${procedure.code}.${procedure.version}.json`;
    const demand = (name: string, path: string) => {
      if (!ladders.has(name)) faults.push(fault(file, `there is no law/ladders/${name}.json`, path));
    };
    if (procedure.ladder) demand(procedure.ladder, 'ladder');
    for (const clock of Object.keys(procedure.clocks)) {
      if (procedure.clocks[clock]?.ladder) demand(ladderOf(procedure, clock), `clocks.${clock}.ladder`);
    }
  }
  return faults.length > 0 ? fail(faults) : ok(ladders);
}

function loadDocument<T>(root: string, name: string, schema: z.ZodType<T>): Result<T, readonly LawFault[]> {
  const file = readLawFile(root, name);
  return file.ok ? parseFile(file.value, schema) : fail([file.error]);
}

function parseFile<T>({ file, document }: LawFile, schema: z.ZodType<T>): Result<T, readonly LawFault[]> {
  const parsed = schema.safeParse(document);
  if (parsed.success) return ok(parsed.data);
  return fail(parsed.error.issues.map(({ path, message }) => fault(file, message, path.join('.'))));
}
