import type { Bilingual } from '#libs/domain/kernel';
import {
  type EventStore,
  KurrentDbEventStore,
  PostgresEventStore,
  type StoreCapabilities,
} from '#libs/engine/event-store';
import type { Config } from '#libs/platform/config';

export interface OpenEventStoreOptions {
  /** Where everything else is, and the log too unless a KurrentDB is named. */
  readonly databaseUrl: string;
  readonly applicationName: string;
  /** Connections for reading at most, in PostgreSQL. */
  readonly readers?: number;
  readonly onError?: (error: unknown) => void;
}

/** The log that the configuration means. Connects at first use. */
export function openEventStore(
  config: Config,
  { databaseUrl, applicationName, readers, onError }: OpenEventStoreOptions,
): EventStore {
  const told = onError ? { onError } : {};
  if (config.kurrentDbUrl) return new KurrentDbEventStore({ url: config.kurrentDbUrl, applicationName, ...told });
  return new PostgresEventStore({ url: databaseUrl, applicationName, ...(readers ? { readers } : {}), ...told });
}

/** What this log does without, in words for the operator; nothing for a log that lives with everything else. */
export function doneWithout(capabilities: StoreCapabilities): readonly Bilingual[] {
  return [
    capabilities.commandMemory === 'stream' && {
      vi: 'mã lệnh chỉ được nhớ theo từng luồng: mã đã dùng ở luồng khác không bị từ chối',
      en: 'command ids are known stream by stream: one that was used on another stream is not refused',
    },
    capabilities.clock === 'writer' && {
      vi: 'thời điểm ghi lấy theo đồng hồ của tiến trình ghi: giữ đồng hồ các máy khớp nhau (NTP)',
      en: 'recordedAt is the clock of the process that wrote: keep the clocks of all machines in step (NTP)',
    },
    !capabilities.densePositions && {
      vi: 'vị trí trong nhật ký có khoảng trống; mỗi bảng đọc tự đếm số thứ tự',
      en: 'positions have gaps; each read model counts for itself',
    },
    !capabilities.oneBackup && {
      vi: 'nhật ký và cơ sở dữ liệu sao lưu riêng: sao lưu cơ sở dữ liệu trước, nhật ký sau',
      en: 'log and database are two backups: copy the database first and the log after it, so that no read model is ahead of a restored log',
    },
  ].filter((line) => line !== false);
}
