import type { z } from 'zod';
import { clusterEvents } from './cluster.events.js';

/** Thành lập cụm, khối. `POST /clusters`. */
export const formCluster = clusterEvents.ClusterFormed.schema;

export const clusterCommands = {
  /** Đưa đơn vị vào cụm, khối. */
  'add-member': clusterEvents.ClusterMemberJoined.schema,
  /** Đưa đơn vị ra. */
  'remove-member': clusterEvents.ClusterMemberLeft.schema,
  /** Phân công thành viên Hội đồng phụ trách. */
  'put-in-charge': clusterEvents.CouncilMemberPutInCharge.schema,
  /** Thôi phụ trách: whoever is in charge then. */
  relieve: clusterEvents.CouncilMemberRelieved.schema.omit({ accountId: true }),
  /** Giải thể. */
  end: clusterEvents.ClusterEnded.schema,
} as const;

export type ClusterCommandName = 'form' | keyof typeof clusterCommands;

const all = { form: formCluster, ...clusterCommands };

export type ClusterCommandOf<N extends ClusterCommandName> = N extends ClusterCommandName
  ? { readonly type: N; readonly data: z.infer<(typeof all)[N]> }
  : never;

export type ClusterCommand = { [N in ClusterCommandName]: ClusterCommandOf<N> }[ClusterCommandName];
