import { ok } from '#libs/domain/kernel';
import { type Attempt, failure, type Sentence } from './failure.js';
import { findPostmaster, stopPostmaster } from './postmaster.js';
import { type Programs, reasonIn, runProgram } from './programs.js';
import { newPassword, keepPassword, type Room } from './room.js';
import { lacksSpace } from './space.js';

/**
 * Sets a new password when the file with the old one is gone. Who can do this owns the files of the database, so nothing is given away.
 * The database learns it before the file does: killed in between, the file is still missing and the next start does it again.
 */
export async function forgottenPassword(
  programs: Programs,
  room: Room,
  role: string,
): Promise<Attempt<{ password: string; notice: Sentence }>> {
  const orphan = await findPostmaster(room.data);
  if (orphan) await stopPostmaster(orphan.pid, room.data, programs);
  const password = newPassword();
  const statement = `alter role "${role.replaceAll('"', '""')}" password '${password}'\n`;
  const { code, output } = await runProgram(programs, 'postgres', ['--single', '-D', room.data, 'postgres'], statement);
  if (code !== 0 || /ERROR:|FATAL:/.test(output)) {
    if (await lacksSpace(room.folder, output)) return failure('EMBEDDED_DISK_FULL', { folder: room.folder }, output);
    const reason = reasonIn(output) ?? `exit ${code}`;
    return failure('EMBEDDED_START_FAILED', { log: room.log, reason }, output.trim());
  }
  await keepPassword(room, password);
  return ok({ password, notice: renewed(room.passwordFile) });
}

const renewed = (file: string): Sentence => ({
  vi: `Tệp mật khẩu ${file} bị thiếu; đã đặt mật khẩu mới cho cơ sở dữ liệu nhúng.`,
  en: `The password file ${file} was missing; a new password was set for the embedded database.`,
});
