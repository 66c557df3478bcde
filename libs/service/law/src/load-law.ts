import { type WorkingCalendar, parseCalendar } from '#libs/domain/calendar';
import { type PrizeLaw, prizeLawSchema } from '#libs/domain/decision';
import { type Result, fail, ok, sentenceOf } from '#libs/domain/kernel';
import { type LawFault, type LawFile, fault, readLawFile, readLawFolder } from './law-files.js';
import { Law } from './law.js';
import { loadProcedures } from './load-procedures.js';

/**
 * Reads the law from its files below a folder: `procedures/<code>.<version>.json`, `law/calendars/<id>.json` and
 * `law/prizes.json`. All files are read before it answers, so that every fault is seen at once; a law with a fault is none.
 */
export function loadLaw(rootFolder: string): Result<Law, readonly LawFault[]> {
  const procedures = loadProcedures(rootFolder);
  const calendar = loadCalendar(rootFolder);
  const prizes = loadPrizes(rootFolder);
  if (procedures.ok && calendar.ok && prizes.ok) return ok(new Law(procedures.value, calendar.value, prizes.value));
  return fail([procedures, calendar, prizes].flatMap((part) => (part.ok ? [] : part.error)));
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

function loadPrizes(root: string): Result<PrizeLaw, readonly LawFault[]> {
  const file = readLawFile(root, 'law/prizes.json');
  if (!file.ok) return fail([file.error]);
  const parsed = prizeLawSchema.safeParse(file.value.document);
  if (parsed.success) return ok(parsed.data);
  return fail(parsed.error.issues.map(({ path, message }) => fault(file.value.file, message, path.join('.'))));
}
