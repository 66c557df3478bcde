import { type ClusterView, type UnitView, clusterEvents, positionRoles, unitEvents } from '#libs/domain/organization';
import { z } from 'zod';
import { answerOf, count, day } from '../http/answers.js';

const { UnitEstablished, PositionCreated, AppointmentMade, HandoverProposed } = unitEvents;
const to = { to: day().optional().meta({ description: 'The first day on which it holds no more.' }) };
const side = z.enum(['giver', 'taker']);

const standing = z
  .strictObject({
    accountId: z.string(),
    positionId: z.string(),
    unitId: z.string(),
    as: z.enum(['holder', 'delegate', 'head']),
    roles: z.array(z.enum(positionRoles)),
    onBehalfOf: z.string().optional(),
    ...to,
  })
  .meta({ id: 'Standing', description: 'Somebody who may act in a position, and how he stands in it.' });

const position = PositionCreated.schema.extend({
  ...to,
  standings: z.array(standing),
  vacant: z.boolean(),
  appointments: z.array(AppointmentMade.schema.omit({ positionId: true, basis: true })),
});

const handover = HandoverProposed.schema.omit({ items: true, leftOut: true, note: true }).extend({
  proposedOn: day(),
  completedFrom: day().optional(),
  withdrawnOn: day().optional(),
  items: count(),
  confirmed: z.array(side),
});

/** A unit as it is in force on a day. */
export const unitView = answerOf<UnitView>()(
  z
    .strictObject({
      id: z.string(),
      revision: count(),
      name: UnitEstablished.schema.shape.name,
      kind: z.string(),
      from: day(),
      ...to,
      successorId: z.string().optional(),
      asInForce: day(),
      inForce: z.boolean(),
      parentId: z.string().optional(),
      ancestors: z.array(z.string()),
      children: z.array(z.string()),
      positions: z.array(position),
      delegations: z.array(z.strictObject({ delegationId: z.string(), positionId: z.string(), accountId: z.string() })),
      handovers: z.array(handover),
    })
    .meta({ id: 'Unit', description: 'A unit as it is in force on a day.' }),
);

/** A cluster as it is in force on a day. */
export const clusterView = answerOf<ClusterView>()(
  clusterEvents.ClusterFormed.schema
    .omit({ clusterId: true, reason: true, basis: true })
    .extend({
      id: z.string(),
      revision: count(),
      ...to,
      asInForce: day(),
      inForce: z.boolean(),
      members: z.array(z.string()),
      inCharge: z.string().optional(),
      short: z.boolean(),
    })
    .meta({ id: 'Cluster', description: 'A cluster as it is in force on a day.' }),
);
