import { setTimeout as pause } from 'node:timers/promises';
import { ok } from '#libs/domain/kernel';
import { type Attempt, failure, type Sentence } from './failure.js';
import { freePort, tryPort } from './loopback-port.js';
import { findPostmaster, type PidFile, stopPostmaster, untilReady } from './postmaster.js';
import { type Programs, reasonIn, spawnPostmaster } from './programs.js';
import { readMemory, type Room, writeMemory } from './room.js';
import { sizeOf, tailOf } from './server-log.js';
import { asArguments, sameSettings, type Settings } from './settings.js';
import { lacksSpace } from './space.js';
import { ask } from './wire.js';

/** Another start is tried when the last one lost its port, or a session of a killed server was still alive. */
const RETRY_PAUSE_MS = 100;

/** A healthy server lets us in within milliseconds. */
const ORPHAN_ANSWER_MS = 3_000;

export interface Wanted {
  readonly room: Room;
  readonly programs: Programs;
  readonly settings: Settings;
  readonly role: string;
  readonly password: string;
  /** How long a server may take until it answers. */
  readonly patienceMs: number;
}

export interface Running {
  readonly pid: number;
  readonly port: number;
  readonly adopted: boolean;
  readonly notices: readonly Sentence[];
}

/** Adopts the server that a killed process of ours left running, else starts one. */
export async function adoptOrStart(wanted: Wanted): Promise<Attempt<Running>> {
  const { room, programs, settings } = wanted;
  const orphan = await findPostmaster(room.data);
  if (orphan) {
    const memory = await readMemory(room);
    const adopted = sameSettings(memory.settings, settings) ? await adopt(orphan, wanted) : 'unwanted';
    if (typeof adopted === 'object') return adopted;
    await stopPostmaster(orphan.pid, room.data, programs, adopted === 'unwanted');
  }
  return await start(wanted);
}

/** One that is still replaying its log is waited for, and left alone when that takes too long: ended, it would have to begin anew. */
async function adopt(orphan: PidFile, wanted: Wanted): Promise<Attempt<Running> | 'dumb'> {
  const { room, patienceMs } = wanted;
  if (!(await untilReady(orphan.pid, room.data, Date.now() + patienceMs, () => false))) return timedOut(wanted);
  const answer = await ask({ ...wanted, port: orphan.port, database: 'postgres' }, undefined, ORPHAN_ANSWER_MS);
  if (answer.ok) return ok({ pid: orphan.pid, port: orphan.port, adopted: true, notices: [] });
  return answer.error.code.startsWith('28') ? passwordRefused(room) : 'dumb';
}

async function start(wanted: Wanted): Promise<Attempt<Running>> {
  const { room, programs, settings } = wanted;
  const deadline = Date.now() + wanted.patienceMs;
  const remembered = (await readMemory(room)).port;
  const from = await sizeOf(room.log);
  let port = (remembered && (await tryPort(remembered))) || (await freePort());
  for (;;) {
    // Again and not only for adopting: what was just ended by force may have left its number behind.
    await findPostmaster(room.data);
    await writeMemory(room, { port, settings });
    const begin = await sizeOf(room.log);
    const { pid, end } = await spawnPostmaster(programs, asArguments(settings, room.data, port), room.log);
    if (pid && (await untilReady(pid, room.data, deadline, () => end.reason !== undefined))) {
      const answer = await ask({ ...wanted, port, database: 'postgres' });
      if (answer.ok) {
        const notices = remembered && remembered !== port ? [portMoved(remembered, port)] : [];
        return ok({ pid, port, adopted: false, notices });
      }
      await stopPostmaster(pid, room.data, programs);
      if (answer.error.code.startsWith('28')) return passwordRefused(room);
      return failure(
        'EMBEDDED_START_FAILED',
        { log: room.log, reason: answer.error.message },
        await tailOf(room.log, from),
      );
    }
    if (end.reason === undefined) return timedOut(wanted);
    const said = await tailOf(room.log, begin);
    if (Date.now() > deadline || !/Address already in use|pre-existing shared memory block/.test(said))
      return await notStarted(room, end.reason, said);
    if (said.includes('Address already in use')) port = await freePort();
    await pause(RETRY_PAUSE_MS);
  }
}

async function notStarted(room: Room, reason: string, said: string) {
  if (await lacksSpace(room.folder, said)) return failure('EMBEDDED_DISK_FULL', { folder: room.folder }, said);
  return failure('EMBEDDED_START_FAILED', { log: room.log, reason: reasonIn(said) ?? reason }, said);
}

async function timedOut({ room, patienceMs }: Wanted) {
  const seconds = Math.round(patienceMs / 1_000);
  return failure('EMBEDDED_START_TIMED_OUT', { seconds, log: room.log }, await tailOf(room.log));
}

const passwordRefused = (room: Room) => failure('EMBEDDED_PASSWORD_REFUSED', { file: room.passwordFile });

const portMoved = (from: number, to: number): Sentence => ({
  vi: `Cổng ${from} đã bị chương trình khác dùng; cơ sở dữ liệu nhúng chuyển sang cổng ${to}.`,
  en: `Another program took port ${from}; the embedded database moved to port ${to}.`,
});
