import { type Decision, ok, refuse } from '#libs/domain/kernel';
import type { CommandAnswer } from '#libs/service/commands';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { orRefuse } from './refusal.exception.js';
import { parse } from './request.js';

/** A command as people give it: its name in the path, its content in the body. Refuses a name that is not in the catalogue. */
export function readCommand<Command>(
  catalogue: Readonly<Record<string, z.ZodType>>,
  name: string,
  body: unknown,
): Decision<Command> {
  const schema = Object.hasOwn(catalogue, name) ? catalogue[name] : undefined;
  if (!schema) return refuse('UNKNOWN_COMMAND', { params: { command: name.slice(0, 40) } });
  const data = parse(schema, body);
  // The catalogue pairs each name with its own shape, which the union of all commands cannot say.
  return data.ok ? ok({ type: name, data: data.value } as Command) : data;
}

/** Answers a command: the body, the revision as an ETag for the next one, and where a new thing is to be found. */
export function answerCommand(reply: FastifyReply, decision: Decision<CommandAnswer>, created?: string): CommandAnswer {
  const answer = orRefuse(decision);
  void reply.header('etag', `"${answer.revision}"`);
  if (created) void reply.header('location', created);
  return answer;
}
