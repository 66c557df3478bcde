import type { Measured } from './load.js';

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1);

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [line(header), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

const find = (results: readonly Measured[], like: Measured, system: string): Measured =>
  results.find(
    (other) =>
      other.system === system &&
      other.concurrency === like.concurrency &&
      other.eventsPerAppend === like.eventsPerAppend,
  ) as Measured;

/** The three systems side by side. */
export function comparison(results: readonly Measured[]): string {
  const rows = results.map((measured) => {
    const naive = find(results, measured, 'pg-naive');
    const copy = find(results, measured, 'copy');
    const oneOperation = measured.system === 'copy';
    return [
      `${measured.concurrency} × ${measured.eventsPerAppend}`,
      measured.system,
      whole(measured.appendsPerSecond),
      whole(measured.eventsPerSecond),
      oneOperation ? '' : ms(measured.p50Ms),
      oneOperation ? '' : ms(measured.p99Ms),
      (measured.eventsPerSecond / naive.eventsPerSecond).toFixed(1),
      (measured.eventsPerSecond / copy.eventsPerSecond).toFixed(2),
    ];
  });
  return table(
    ['appenders × events', 'system', 'appends/s', 'events/s', 'p50 ms', 'p99 ms', '× naive', '÷ copy'],
    rows,
  );
}

/** What the adapter would gain by giving one guarantee up. */
export function costs(full: readonly Measured[], without: readonly (readonly Measured[])[]): string {
  const rows = without.map((variant) => [
    variant[0]?.system ?? '',
    ...variant.flatMap((measured, index) => {
      const base = full[index] as Measured;
      const gain = (measured.appendsPerSecond / base.appendsPerSecond - 1) * 100;
      return [whole(measured.appendsPerSecond), `${gain < 0 ? '−' : '+'}${Math.abs(gain).toFixed(0)} %`];
    }),
  ]);
  const heads = full.flatMap((cell) => [`${cell.concurrency} × ${cell.eventsPerAppend}`, 'gain']);
  return table(
    ['appends/s', ...heads],
    [['all guarantees', ...full.flatMap((base) => [whole(base.appendsPerSecond), ''])], ...rows],
  );
}

/** What was expected at 64 appenders, and whether it was reached. */
export function expectations(results: readonly Measured[]): string {
  const ours = (events: number): Measured | undefined =>
    results.find((r) => r.system === 'vinhdanh' && r.concurrency === 64 && r.eventsPerAppend === events);
  const lines: string[] = [];
  const expect = (what: string, value: number, limit: number, atLeast: boolean): void => {
    const reached = atLeast ? value >= limit : value <= limit;
    lines.push(`${reached ? '✓' : '✗'} ${what}: ${value.toFixed(2)} (expected ${atLeast ? '≥' : '≤'} ${limit})`);
  };
  const one = ours(1);
  const three = ours(3);
  if (one)
    expect(
      '64 × 1: appends/s, times naive',
      one.appendsPerSecond / find(results, one, 'pg-naive').appendsPerSecond,
      8,
      true,
    );
  if (three)
    expect(
      '64 × 3: share of COPY’s events/s',
      three.eventsPerSecond / find(results, three, 'copy').eventsPerSecond,
      0.33,
      true,
    );
  for (const run of [one, three])
    if (run)
      expect(
        `64 × ${run.eventsPerAppend}: p99, share of naive’s`,
        run.p99Ms / find(results, run, 'pg-naive').p99Ms,
        0.3,
        false,
      );
  return lines.join('\n');
}
