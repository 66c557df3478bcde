import { type Bilingual, fail, ok, type Result } from '#libs/domain/kernel';
import { EventStoreUnavailable, KurrentDbEventStore, START } from '#libs/engine/event-store';
import { readConfig } from '#libs/platform/config';

/**
 * The KurrentDB in which a demonstration may write: named by `KURRENTDB_URL`, reachable, and without a single fact of ours. A
 * demonstration reads the whole log, so an office's dossiers would stand in its lists; and it leaves its facts behind.
 */
export async function emptyKurrentDb(url: string | undefined): Promise<Result<string, Bilingual>> {
  if (!url) {
    return fail({
      vi: 'Thiếu KURRENTDB_URL: địa chỉ của một máy chủ KurrentDB dùng để thử, chưa có hồ sơ nào.',
      en: 'KURRENTDB_URL is missing: the address of a KurrentDB server for tests, which holds no dossiers.',
    });
  }
  const config = readConfig({ KURRENTDB_URL: url });
  if (!config.ok) {
    const faults = config.error.map(({ variable, message }) => `${variable}: ${message}.`).join(' ');
    return fail({ vi: faults, en: faults });
  }
  let store: KurrentDbEventStore;
  try {
    store = new KurrentDbEventStore({ url, applicationName: 'vinhdanh demo' });
  } catch (error) {
    const fault = `KURRENTDB_URL: ${(error as Error).message}`;
    return fail({ vi: fault, en: fault });
  }
  try {
    const health = await store.health();
    if (!health.ok) return fail(unreachable(health.reason));
    return (await holdsFacts(store)) ? fail(occupied) : ok(url);
  } catch (error) {
    if (error instanceof EventStoreUnavailable) return fail(unreachable(error.message));
    throw error;
  } finally {
    await store.close();
  }
}

async function holdsFacts(store: KurrentDbEventStore): Promise<boolean> {
  for (let after = START; ;) {
    const { events, scannedTo } = await store.readAll({ after, limit: 1 });
    if (events.length > 0) return true;
    if (scannedTo === after) return false;
    after = scannedTo;
  }
}

const unreachable = (reason: string): Bilingual => ({
  vi: `Không dùng được KurrentDB mà KURRENTDB_URL nêu (${reason}).`,
  en: `The KurrentDB that KURRENTDB_URL names cannot be used (${reason}).`,
});

const occupied: Bilingual = {
  vi: 'KurrentDB này đã có dữ liệu của Vinh Danh: bản trình diễn chỉ ghi vào nhật ký trống, để không lẫn với hồ sơ thật.',
  en: 'This KurrentDB holds facts of Vinh Danh already: a demonstration writes into an empty log only, so that it never mixes with real dossiers.',
};
