import { retryDeadLetters } from '#libs/engine/projections';
import { EXIT, type ExitCode, type Terminal } from '../terminal.js';
import { withModels } from './with-models.js';

/** Tries to take in what was parked, of one read model or of all, and says how much of it went in. */
export async function retry(
  name: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Promise<ExitCode> {
  return withModels(name, env, terminal, async ({ store, owner, projections }) => {
    let waiting = 0;
    for (const projection of projections) {
      const { applied, stillParked } = await retryDeadLetters(store, owner, projection);
      waiting += stillParked.length;
      terminal.out(
        `${stillParked.length === 0 ? '✓' : '✗'} ${projection.name}: ${applied} sự kiện đã vào · events taken in, ` +
          `${stillParked.length} luồng còn gác lại · streams still parked`,
      );
      for (const stream of stillParked) terminal.out(`    ${stream}`);
    }
    return waiting === 0 ? EXIT.good : EXIT.failed;
  });
}
