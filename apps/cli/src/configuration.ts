import { type Config, readConfig } from '#libs/platform/config';
import type { Terminal } from './terminal.js';

/** The configuration of the environment; when it is wrong, one line per variable has been said and there is none. */
export function readConfiguration(
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
): Config | undefined {
  const config = readConfig(env);
  if (config.ok) return config.value;
  for (const { variable, message } of config.error) terminal.err(`${variable}: ${message}.`);
  return undefined;
}
