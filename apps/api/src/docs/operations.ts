import type { z } from 'zod';
import type { DescribedRoute } from '../http/described-routes.js';
import { type CommandWords, wordsOf } from './command-words.js';

/** One thing that can be asked for: a route, or one command of a route that takes several. */
export interface Operation extends DescribedRoute {
  readonly id: string;
  /** As OpenAPI writes it: `/api/v1/dossiers/{id}`. */
  readonly template: string;
  /** In the order of the path. */
  readonly parameters: readonly string[];
  readonly words: CommandWords;
  readonly body?: z.ZodType | 'file';
}

/** Everything that can be asked for. @throws Error when two operations share a name. */
export function operationsOf(routes: readonly DescribedRoute[]): readonly Operation[] {
  const operations = routes.flatMap((route) =>
    route.spec.commands ? Object.entries(route.spec.commands).map((each) => commandOf(route, ...each)) : [plain(route)],
  );
  const ids = operations.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (twice.length > 0) throw new Error(`Names of operations that stand twice: ${twice.join(', ')}.`);
  return operations;
}

function plain(route: DescribedRoute): Operation {
  const { id, summary, body } = route.spec;
  return { ...route, id, ...placed(route.path), words: summary, ...(body ? { body } : {}) };
}

/** `commandDossier` and `request-supplement` make `dossierRequestSupplement`. */
function commandOf(route: DescribedRoute, command: string, body: z.ZodType): Operation {
  const { id, summary } = route.spec;
  const of = id.replace(/^command(?=[A-Z])/, '');
  const name = command.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return {
    ...route,
    id: `${of.charAt(0).toLowerCase()}${of.slice(1)}${name}`,
    ...placed(route.path.replace(':command', command)),
    words: wordsOf(id, command, summary),
    body,
  };
}

const placed = (path: string): Pick<Operation, 'template' | 'parameters'> => ({
  template: path.replace(/:(\w+)/g, '{$1}'),
  parameters: [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ''),
});
