import { missingYears, spanText } from '#libs/domain/calendar';
import { type Language, localDateOf } from '#libs/domain/kernel';
import { type EventStore, START } from '#libs/engine/event-store';
import { hasExtension, ProjectionProgress } from '#libs/engine/projections';
import { type Database, DatabaseProblem, messageOf, pendingMigrations } from '#libs/platform/postgres';
import { WorkingCalendars } from '#libs/service/commands';
import { allMigrations, doneWithout, home, systemClock } from '#libs/service/foundation';
import { loadLaw } from '#libs/service/law';
import { givenUp, sendingState } from '#libs/service/notifications';
import { projections } from '#libs/service/read-models';
import { type ListedVersion, listedVersions } from '../procedure/listed.js';
import { type Check, type Finding, good, plain, warning, wrong } from './check.js';

/** Beyond this a reader notices, and something is probably wrong with the projector. */
const LAG_SECONDS = 30;

const ROLES = ['vinhdanh_owner', 'vinhdanh_app', 'vinhdanh_reader'];

/** What can be looked at in a database that answers. Each check stands alone: one that fails does not hide the next. */
export const databaseChecks = (database: Database, store: EventStore): readonly Check[] =>
  [
    { name: { vi: 'Máy chủ', en: 'Server' }, look: () => server(database) },
    { name: { vi: 'Vai trò', en: 'Roles' }, look: () => roles(database) },
    { name: { vi: 'Cấu trúc dữ liệu', en: 'Migrations' }, look: () => migrations(database) },
    { name: { vi: 'Nhật ký', en: 'Log' }, look: () => log(store) },
    { name: { vi: 'Bộ chiếu', en: 'Projections' }, look: () => lag(database, store) },
    { name: { vi: 'Gửi thông báo', en: 'Sending' }, look: () => sending(database) },
    { name: { vi: 'Tìm kiếm', en: 'Search' }, look: () => search(database) },
    { name: { vi: 'Lịch làm việc', en: 'Working calendar' }, look: () => workingCalendar(store) },
    { name: { vi: 'Quy trình', en: 'Procedures' }, look: () => procedures(store) },
  ].map((check) => ({ ...check, look: () => check.look().catch(failed) }));

async function server(database: Database): Promise<Finding> {
  const { rows } = await database.query<{ version: string }>(`select current_setting('server_version') as version`);
  const version = `PostgreSQL ${rows[0]?.version}`;
  return good(version, version);
}

async function roles(database: Database): Promise<Finding> {
  const { rows } = await database.query<{ rolname: string; member: boolean }>(
    `select rolname, pg_has_role(session_user, oid, 'member') as member from pg_roles where rolname = any($1)`,
    [ROLES],
  );
  const missing = ROLES.filter((role) => !rows.some(({ rolname }) => rolname === role));
  if (missing.length > 0) {
    return wrong({ vi: `thiếu ${missing.join(', ')}`, en: `${missing.join(', ')} missing` }, MIGRATE);
  }
  const closed = rows.filter(({ rolname, member }) => rolname !== 'vinhdanh_owner' && !member);
  if (closed.length === 0) return good(ROLES.join(', '), ROLES.join(', '));
  const names = closed.map(({ rolname }) => rolname).join(', ');
  return wrong(
    { vi: `tài khoản đăng nhập không thuộc ${names}`, en: `the login is no member of ${names}` },
    { vi: `cấp: grant ${names} to …`, en: `run: grant ${names} to …` },
  );
}

async function migrations(database: Database): Promise<Finding> {
  const pending = await pendingMigrations(database, allMigrations);
  if (pending.length === 0) return good('đã mới nhất', 'up to date');
  return wrong({ vi: `chưa chạy: ${pending.join(', ')}`, en: `not run yet: ${pending.join(', ')}` }, MIGRATE);
}

async function log(store: EventStore): Promise<Finding> {
  const health = await store.health();
  if (!health.ok) return wrong(plain(health.reason), MIGRATE);
  const { head } = health;
  const where =
    head === START
      ? { vi: 'còn trống', en: 'empty' }
      : { vi: `kết thúc ở vị trí ${head}`, en: `ends at position ${head}` };
  const notes = [where, ...doneWithout(store.capabilities)];
  return good(notes.map(({ vi }) => vi).join('; '), notes.map(({ en }) => en).join('; '));
}

async function lag(database: Database, store: EventStore): Promise<Finding> {
  const progress = new ProjectionProgress(store, database, projections);
  const standing = await progress.lag();
  const parked = standing.filter(({ deadLetters }) => deadLetters > 0);
  if (parked.length > 0) {
    const list = parked.map(({ projection, deadLetters }) => `${projection} ${deadLetters}`).join(', ');
    return wrong(
      { vi: `sự kiện bị gác lại: ${list}`, en: `parked events: ${list}` },
      {
        vi: 'xem nhật ký của projector, sửa nguyên nhân rồi chạy vinhdanh retry-dead-letters hoặc rebuild',
        en: 'read the projector’s log, mend the cause and run vinhdanh retry-dead-letters or rebuild',
      },
    );
  }
  const behind = standing.filter(({ secondsBehind }) => secondsBehind > LAG_SECONDS);
  if (behind.length > 0) {
    const list = behind.map(({ projection, eventsBehind }) => `${projection} ${eventsBehind}`).join(', ');
    return wrong(
      { vi: `chậm hơn nhật ký (số sự kiện): ${list}`, en: `behind the log, in events: ${list}` },
      { vi: 'hệ thống hoặc projector đang chạy không?', en: 'is the system, or the projector, running?' },
    );
  }
  const list = (events: string) =>
    standing
      .map(
        ({ projection, position, eventsBehind, secondsBehind }) =>
          `${projection} ${position} (−${eventsBehind} ${events}, ${Math.round(secondsBehind)} s)`,
      )
      .join(', ');
  return good(list('sự kiện'), list('events'));
}

/** Without trigrams search works, so that this is no fault; but it is said. */
async function search(database: Database): Promise<Finding> {
  if (await hasExtension(database, 'pg_trgm')) return good('pg_trgm', 'pg_trgm');
  return good(
    'không có pg_trgm: chậm hơn, không tìm từ gần giống; tạo extension pg_trgm rồi chạy vinhdanh rebuild dossier-list',
    'without pg_trgm: slower, no similar words; create the extension pg_trgm, then run vinhdanh rebuild dossier-list',
  );
}

/** A year that should be complete by now: limits that run into it cannot be counted. */
async function workingCalendar(store: EventStore): Promise<Finding> {
  const law = loadLaw(home);
  if (!law.ok) return { state: 'unknown', what: { vi: 'tệp quy định có lỗi', en: 'the files of the law are faulty' } };
  const calendar = await new WorkingCalendars(store, law.value).office();
  const today = localDateOf(systemClock.now());
  const missing = missingYears(calendar, today, law.value.notifications.nextYearCalendar.from).join(', ');
  if (missing === '') {
    const years = calendar.days.filter(({ complete }) => complete).map(({ year }) => year);
    const list = years.join(', ');
    return good(`${calendar.id}: đủ năm ${list}`, `${calendar.id}: ${list} complete`);
  }
  const open = calendar.days.flatMap(({ awaiting = [] }) => awaiting);
  const spans = (language: Language) => open.map((span) => `; ${spanText(span, language)}`).join('');
  return warning(
    {
      vi: `${calendar.id}: năm ${missing} chưa đủ${spans('vi')}`,
      en: `${calendar.id}: ${missing} not complete${spans('en')}`,
    },
    {
      vi: 'nhập thông báo nghỉ lễ bằng vinhdanh calendar enter',
      en: 'enter the notices with vinhdanh calendar enter',
    },
  );
}

/** What the files bring along, and what was published in this system since. A file that counts no more is said. */
async function procedures(store: EventStore): Promise<Finding> {
  const law = loadLaw(home);
  if (!law.ok) return { state: 'unknown', what: { vi: 'tệp quy định có lỗi', en: 'the files of the law are faulty' } };
  const listed = await listedVersions(law.value, store);
  const named = (origin: ListedVersion['origin']) =>
    listed.filter((each) => each.origin === origin).map(({ procedure: { code, version } }) => `${code}@${version}`);
  const [ofFiles, published, filesOnly] = [named('file').length, named('published'), named('file_only')];
  const since = published.length === 0 ? '' : ` (${published.join(', ')})`;
  const what = {
    vi: `${ofFiles} phiên bản theo tệp, ${published.length} phiên bản công bố trong hệ thống${since}`,
    en: `${ofFiles} versions of the files, ${published.length} published here${since}`,
  };
  if (filesOnly.length === 0) return { state: 'good', what };
  return warning(
    {
      vi: `${what.vi}; tệp khác với bản đã công bố: ${filesOnly.join(', ')}`,
      en: `${what.en}; files that say otherwise than what was published: ${filesOnly.join(', ')}`,
    },
    {
      vi: 'hệ thống theo bản đã công bố; muốn dùng tệp thì công bố thành phiên bản mới (vinhdanh procedure draft)',
      en: 'the system goes by what was published; to use a file, publish it as a new version (vinhdanh procedure draft)',
    },
  );
}

async function sending(database: Database): Promise<Finding> {
  const { state, reason } = await sendingState(database);
  if (state === 'held') {
    return wrong(
      { vi: `đang bị giữ lại (${reason})`, en: `held (${reason})` },
      { vi: 'chạy vinhdanh resume-sending --from <thời điểm>', en: 'run vinhdanh resume-sending --from <moment>' },
    );
  }
  const { bounced, dead } = await givenUp(database);
  if (bounced + dead === 0) return good('không có thư nào bị bỏ lại', 'no letter was given up');
  return wrong(
    { vi: `${bounced} thư bị trả lại, ${dead} thư thôi gửi`, en: `${bounced} letters bounced, ${dead} given up` },
    {
      vi: 'xem GET /api/v1/deliveries, sửa địa chỉ hoặc máy chủ thư, rồi cho gửi lại',
      en: 'see GET /api/v1/deliveries, mend the address or the mail server, and have them sent again',
    },
  );
}

const MIGRATE = {
  vi: 'chạy vinhdanh start (máy chủ nhúng) hoặc vinhdanh migrate',
  en: 'run vinhdanh start (embedded server) or vinhdanh migrate',
};

function failed(error: unknown): Finding {
  if (error instanceof DatabaseProblem) return wrong(plain(error.message), MIGRATE);
  return wrong(plain(messageOf(error)), MIGRATE);
}
