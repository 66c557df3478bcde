import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Counted {
  readonly zone: string;
  readonly wallClock: number;
  readonly due: readonly string[];
  readonly byAnyCalendar: readonly string[];
}

describe('the time zone of the server', () => {
  it('moves no deadline: in Los Angeles and in London the office is still in Vietnam', () => {
    const program = fileURLToPath(new URL('../../../../test/support/due-dates-by-zone.js', import.meta.url));
    const zones = JSON.parse(execFileSync(process.execPath, [program], { encoding: 'utf8' })) as Counted[];
    expect(zones.map(({ wallClock }) => wallClock)).toEqual([0, 16, 7]);
    expect(new Set(zones.map(({ due }) => due.join('\n'))).size).toBe(1);
    expect(zones[0]?.due).toHaveLength(1200);
    const sampled = zones.map(({ byAnyCalendar }) => byAnyCalendar);
    expect(new Set(sampled.map((due) => due.join('\n'))).size).toBe(1);
    expect(sampled[0]).toHaveLength(150);
    expect(new Set(sampled[0]).size).toBeGreaterThan(100);
  });
});
