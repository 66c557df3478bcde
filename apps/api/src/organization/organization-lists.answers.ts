import { positionRoles } from '#libs/domain/organization';
import { id, label, localDate, names } from '#libs/domain/kernel';
import { z } from 'zod';
import { capacity } from '../me/positions.answers.js';

/** A unit as lists show it: where it stands on the day asked for. */
const listedUnit = z.strictObject({
  id: id(),
  revision: z.int().nonnegative(),
  name: names(),
  kind: label(40),
  parentId: id().optional(),
  from: localDate(),
  to: localDate().optional(),
  /** Whether dossiers can be sent there: somebody’s position does the work on them. */
  receives: z.boolean(),
});

/** A cluster or block as lists show it. */
const listedCluster = z.strictObject({
  id: id(),
  revision: z.int().nonnegative(),
  name: names(),
  kind: z.enum(['cum', 'khoi']),
  level: label(40),
  organizerId: id(),
  parentId: id().optional(),
  from: localDate(),
  to: localDate().optional(),
  members: z.array(id()),
  /** The account of the council member in charge. */
  inCharge: id().optional(),
  short: z.boolean(),
});

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ asInForce: localDate(), items: z.array(item), next: z.string().nullable() });

export const unitList = listOf(listedUnit);
export const clusterList = listOf(listedCluster);

/** Who stands where in a unit, by name. */
export const unitPeople = z.strictObject({
  asInForce: localDate(),
  positions: z.array(
    z.strictObject({
      positionId: id(),
      title: names(),
      head: z.boolean(),
      roles: z.array(z.enum(positionRoles)),
      vacant: z.boolean(),
      people: z.array(
        z.strictObject({
          accountId: id(),
          /** Absent where there is no such account any more. */
          name: z.string().optional(),
          as: capacity,
          onBehalfOf: id().optional(),
          to: localDate().optional(),
        }),
      ),
    }),
  ),
});
