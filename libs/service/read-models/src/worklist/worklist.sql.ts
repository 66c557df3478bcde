import { heldRoles } from '#libs/domain/dossier';
import { Conditions } from '../shared/scope.js';
import type { WorklistViewer } from './worklist-viewer.js';
import { worklistHoldersTable, worklistTable } from './worklist.tables.js';

/** What has no running clock stands at the end. The words are those of the indexes. */
export const DUE = `coalesce(w.next_due_at, 'infinity')`;

/**
 * `work`: each open dossier of the viewer's unit once for each role in which it is work there, who holds it today, and in which
 * of the viewer's lists it stands. Answers the words after `with`; the values go into the conditions.
 */
export function workOf(viewer: WorklistViewer, where: Conditions): string {
  const value = (given: unknown) => where.value(given);
  const [unit, date, me] = [value(viewer.unitId), value(viewer.date), value(viewer.accountId)];
  const texts = (given: readonly string[]) => `${value(given)}::text[]`;
  const present = [
    texts(viewer.present.map(({ positionId }) => positionId)),
    texts(viewer.present.map(({ accountId }) => accountId)),
  ];
  const [group, own, vacantRoles] = [texts(viewer.groupRoles), texts(viewer.positions), texts(viewer.vacantRoles)];
  return `held as (
    select d.*, r.role, e.account_id as holder_account_id, e.position_id as holder_position_id, e.since as held_since,
      e.handover_id,
      r.role || '|' || d.procedure_code || '@' || coalesce(d.procedure_version, '') || '|' || d.step
        = any(${texts(viewer.places)}) as here,
      exists (select from unnest(${present.join(', ')}) p(position_id, account_id)
        where p.position_id = e.position_id and p.account_id = e.account_id) as in_position,
      e.position_id = any(${present[0]}) and not (d.dossier_id || '/' || r.role = any(${texts(viewer.underWay)}))
        as has_successor
    from ${worklistTable.sqlName} d
    cross join unnest(${texts(heldRoles)}) r(role)
    left join ${worklistHoldersTable.sqlName} h on h.dossier_id = d.dossier_id and h.role = r.role
    left join lateral (
      select c.held->>'accountId' as account_id, c.held->>'positionId' as position_id,
        (c.held->>'since')::timestamptz as since, c.held->>'handoverId' as handover_id
      from jsonb_array_elements(h.chain) with ordinality c(held, place)
      where coalesce(c.held->>'from', '') <= ${date} and c.held->>'unitId' = ${unit}
      order by c.place desc limit 1
    ) e on true
    where not d.ended and case when r.role = 'submitter' then d.submitting_unit_id else d.body_id end = ${unit}
  ), standing as (
    select held.*,
      case when holder_account_id is null then here and role = any(${vacantRoles})
        else not in_position and not has_successor end as vacant
    from held
  ), listed as (
    select standing.*,
      coalesce(holder_account_id = ${me} and in_position
        or not in_position and has_successor and holder_position_id = any(${own}), false)
        or vacant and ${value(viewer.head)}::boolean as mine,
      holder_account_id is null and here and not vacant and role = any(${group}) as free,
      coalesce(role = 'submitter' and here, false) and role = any(${group}) as waiting
    from standing
  ), work as (
    select listed.*, holder_account_id is not null and not mine and role = any(${group}) as held from listed
  )`;
}
