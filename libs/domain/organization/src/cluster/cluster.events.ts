import { type Fact, type Recorded, freeText, id, label, localDate, names } from '#libs/domain/kernel';
import { z } from 'zod';
import { basis } from '../unit/unit.events.js';

/** Thành lập cụm, khối thi đua: units of similar work that compete with each other (F1, F2). */
const clusterFormed = z.strictObject({
  clusterId: id(),
  name: names(),
  /** Cụm joins units of a region, khối units of a kind. */
  kind: z.enum(['cum', 'khoi']),
  /** The level at which it competes (province, commune…): a word of the office, not of the code. */
  level: label(40),
  /** The unit whose council watches over it. */
  organizerId: id(),
  /** The cluster of which it is a part. */
  parentId: id().optional(),
  /** Tiêu chí: by what units belong together. */
  criterion: label(),
  reason: freeText('cluster'),
  /** Fewer members than so many are shown as a lack: blocks of departments have at least five (F1). */
  minimumMembers: z.int().positive().optional(),
  from: localDate(),
  basis: basis(),
});

/** Vào cụm, khối. */
const clusterMemberJoined = z.strictObject({ unitId: id(), from: localDate() });

/** Ra khỏi cụm, khối: `on` is the first day without it. */
const clusterMemberLeft = z.strictObject({ unitId: id(), on: localDate(), reason: freeText('cluster') });

/** Phân công thành viên Hội đồng phụ trách (F3): takes the place of who was in charge until then. */
const councilMemberPutInCharge = z.strictObject({ accountId: id(), from: localDate() });

/** Thôi phụ trách: `on` is the first day without anybody in charge. */
const councilMemberRelieved = z.strictObject({ accountId: id(), on: localDate() });

/** Giải thể cụm, khối: `on` is the first day without it. */
const clusterEnded = z.strictObject({ on: localDate(), reason: freeText('cluster') });

/** Every fact of a cluster: type → version of its shape, and the shape. */
export const clusterEvents = {
  ClusterFormed: { schemaVersion: 1, schema: clusterFormed },
  ClusterMemberJoined: { schemaVersion: 1, schema: clusterMemberJoined },
  ClusterMemberLeft: { schemaVersion: 1, schema: clusterMemberLeft },
  CouncilMemberPutInCharge: { schemaVersion: 1, schema: councilMemberPutInCharge },
  CouncilMemberRelieved: { schemaVersion: 1, schema: councilMemberRelieved },
  ClusterEnded: { schemaVersion: 1, schema: clusterEnded },
} as const;

export type ClusterEventType = keyof typeof clusterEvents;
export type ClusterFactOf<T extends ClusterEventType> = Fact<T, z.infer<(typeof clusterEvents)[T]['schema']>>;
export type ClusterFact = { [T in ClusterEventType]: ClusterFactOf<T> }[ClusterEventType];
export type RecordedClusterFact = Recorded<ClusterFact>;
