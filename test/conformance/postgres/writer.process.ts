// A process that writes: forked by three-writers.int.spec.ts, tells its parent each event that was acknowledged.
import { randomUUID } from 'node:crypto';
import { PostgresEventStore } from '#libs/engine/event-store';
import { command, fact } from '../facts.js';

const [url = '', name = '', streams = '', until = ''] = process.argv.slice(2);
const APPENDERS = 6;
const tell = (message: unknown): void => void process.send?.(message);

const store = new PostgresEventStore({ url, applicationName: `writer ${name}` });
const names = streams.split(',');
const share = Math.ceil(Number(until) / APPENDERS);
let conflicts = 0;

await Promise.all(
  Array.from({ length: APPENDERS }, async (_, appender) => {
    for (let written = 0; written < share;) {
      const stream = names[(appender + written) % names.length] as string;
      const id = randomUUID();
      const seen = await store.streamRevision(stream);
      const answer = await store.append(stream, seen, [fact({ name }, { id })], command({ account: name }));
      if (answer.ok) {
        written++;
        tell({ id, stream, revision: answer.value.lastRevision, position: answer.value.position });
      } else if (answer.error.code === 'REVISION_CONFLICT') conflicts++;
      else throw new Error(answer.error.code);
    }
  }),
);
tell({ conflicts });
await store.close();
process.disconnect();
