import { rebuild as rebuildOne, type Filled, type ShadowOptions, verify as verifyOne } from '#libs/engine/projections';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { withModels } from './with-models.js';

export interface RebuildRequest {
  /** One read model; without it all, one after the other. */
  readonly name?: string;
  /** Only compare what a rebuild gives with what is there. */
  readonly verify: boolean;
  /** Do not go on where an earlier attempt stopped. */
  readonly fresh: boolean;
}

/** How often a line about the progress is printed, at most. */
const TELL_EVERY_MS = 1_000;

/** Fills read models anew beside the live ones, or compares them with the log. Ctrl+C stops it; the next run goes on. */
export async function rebuild(
  { name, verify, fresh }: RebuildRequest,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    return await withModels(name, env, terminal, async ({ store, owner, projections }) => {
      let worst: ExitCode = EXIT.good;
      for (const projection of projections) {
        const title = `${projection.name} v${projection.version}`;
        const report = progressTo(terminal, title);
        const options: ShadowOptions = { store, owner, projection, fresh, signal: stop.signal, report };
        const code = await (verify ? compare(options, title, terminal) : replace(options, title, terminal));
        if (code !== EXIT.good) worst = code;
        if (stop.signal.aborted) break;
      }
      return worst;
    });
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

async function replace(options: ShadowOptions, title: string, terminal: Terminal): Promise<ExitCode> {
  const result = await rebuildOne(options);
  if (result.state === 'interrupted') return stopped(result.filled, title, terminal);
  terminal.out(`✓ ${title}: ${done(result.filled)}`);
  if (result.kept.length > 0)
    terminal.out(`  ${result.kept.join(', ')}: giữ lại · kept (vinhdanh drop-old-models --remove)`);
  if (result.deadLetters === 0) return EXIT.good;
  terminal.err(`✗ ${title}: ${result.deadLetters} sự kiện bị gác lại · events parked`);
  return EXIT.failed;
}

async function compare(options: ShadowOptions, title: string, terminal: Terminal): Promise<ExitCode> {
  const result = await verifyOne(options);
  if (result.state === 'interrupted') return stopped(result.filled, title, terminal);
  let same = true;
  for (const { table, rows, missing, surplus, different, keys } of result.tables) {
    const good = missing + surplus + different === 0;
    same &&= good;
    terminal.out(
      good
        ? `✓ ${table}: ${rows} dòng khớp · rows agree`
        : `✗ ${table}: ${missing} thiếu · missing, ${surplus} thừa · surplus, ${different} khác · different`,
    );
    for (const { kind, key } of keys) terminal.out(`    ${kind} ${key.join(' ')}`);
  }
  terminal.out(`${same ? '✓' : '✗'} ${title}: ${done(result.filled)}, @${result.position}`);
  return same ? EXIT.good : EXIT.failed;
}

function stopped(filled: Filled, title: string, terminal: Terminal): ExitCode {
  terminal.err(`${title}: ${done(filled)}`);
  terminal.err('Đã dừng; chạy lại cùng lệnh để làm tiếp. · Stopped; run the same command again to go on.');
  return EXIT.failed;
}

const done = ({ done: events, total, eventsPerSecond }: Filled): string =>
  `${events}/${total ?? '?'} sự kiện · events, ${eventsPerSecond}/s`;

function progressTo(terminal: Terminal, title: string): (filled: Filled) => void {
  let told = 0;
  return (filled) => {
    if (performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    const { total, done: events, eventsPerSecond } = filled;
    const left = total === undefined || eventsPerSecond === 0 ? undefined : (total - events) / eventsPerSecond;
    const rest = left === undefined ? '' : `, còn · left ${Math.ceil(left)} s`;
    terminal.out(`… ${title}: ${done(filled)}${rest}`);
  };
}
