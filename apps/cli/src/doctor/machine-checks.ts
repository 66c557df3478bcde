import { access, constants, stat } from 'node:fs/promises';
import { connect } from 'node:net';
import { dirname } from 'node:path';
import type { Config } from '#libs/platform/config';
import { home } from '#libs/service/foundation';
import { loadLaw, sentenceOfFault } from '#libs/service/law';
import { type Check, type Finding, good, plain, wrong } from './check.js';

const OLDEST_NODE = [22, 22] as const;
const PATIENCE_MS = 3_000;

/** What can be looked at without a database. */
export const machineChecks = (config: Config): readonly Check[] => [
  { name: plain('Node.js'), look: node },
  { name: { vi: 'Quy định', en: 'Law' }, look: law },
  { name: { vi: 'Thư mục dữ liệu', en: 'Data folder' }, look: () => dataFolder(config.dataFolder) },
  { name: { vi: 'Thư điện tử', en: 'Mail' }, look: () => mail(config) },
];

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = OLDEST_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor))
    return good(process.version, process.version);
  const wanted = OLDEST_NODE.join('.');
  return wrong(plain(process.version), { vi: `cần Node ${wanted} trở lên`, en: `Node ${wanted} or newer is needed` });
}

function law(): Finding {
  const loaded = loadLaw(home);
  if (!loaded.ok) {
    return wrong(plain(loaded.error.map(sentenceOfFault).join(' ')), {
      vi: 'sửa các tệp trong procedures/ và law/',
      en: 'mend the files in procedures/ and law/',
    });
  }
  const { length } = loaded.value.procedures;
  return good(`${length} phiên bản quy trình`, `${length} versions of procedures`);
}

async function dataFolder(folder: string): Promise<Finding> {
  const there = await stat(folder).catch(() => undefined);
  try {
    await access(there ? folder : dirname(folder), constants.W_OK);
  } catch (error) {
    return wrong(plain(`${folder} (${(error as NodeJS.ErrnoException).code})`), {
      vi: 'cấp quyền ghi, hoặc đặt VINHDANH_DATA sang thư mục khác',
      en: 'grant write access, or set VINHDANH_DATA to another folder',
    });
  }
  return there
    ? good(folder, folder)
    : good(`${folder} (sẽ được tạo khi khởi động)`, `${folder} (made at the first start)`);
}

async function mail({ smtpUrl, dataFolder: folder }: Config): Promise<Finding> {
  if (!smtpUrl) return good(`ghi thành tệp .eml dưới ${folder}`, `written as .eml files below ${folder}`);
  const { hostname, port, protocol } = new URL(smtpUrl);
  const place = `${hostname}:${port || (protocol === 'smtps:' ? '465' : '587')}`;
  const refusal = await reach(hostname, Number(place.split(':').at(-1)));
  if (refusal === undefined) return good(`máy chủ ${place} trả lời`, `the server ${place} answers`);
  return wrong(
    { vi: `máy chủ ${place} không trả lời (${refusal})`, en: `the server ${place} does not answer (${refusal})` },
    { vi: 'kiểm tra SMTP_URL', en: 'check SMTP_URL' },
  );
}

/** Whether somebody listens there; the reason when not. */
function reach(host: string, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: PATIENCE_MS });
    const end = (reason?: string) => {
      socket.destroy();
      resolve(reason);
    };
    socket.once('connect', () => end());
    socket.once('timeout', () => end('timeout'));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  });
}
