import { id, localDate, names } from '#libs/domain/kernel';
import { positionRoles } from '#libs/domain/organization';
import { z } from 'zod';

/** How somebody stands in a position: he holds it, acts by a written mandate, or is the head to whom vacant work goes. */
export const capacity = z.enum(['holder', 'delegate', 'head']);

/** One position in which somebody may act today. */
export const myPosition = z.strictObject({
  positionId: id(),
  title: names(),
  unitId: id(),
  unitName: names(),
  as: capacity,
  /** The roles of the position, or those of the mandate. */
  roles: z.array(z.enum(positionRoles)),
  /** Who gave the mandate. */
  onBehalfOf: id().optional(),
  /** The first day on which it holds no more, where that is known. */
  to: localDate().optional(),
  /** Whether it is acted in where a request names none. */
  usual: z.boolean(),
});

export const myPositions = z.strictObject({
  /** Today in the office. */
  asInForce: localDate(),
  /** The position chosen for requests that name none; it counts only while it is among the items. */
  defaultPositionId: id().nullable(),
  items: z.array(myPosition),
});
