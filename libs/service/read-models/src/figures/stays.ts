import { timelineTable } from '../timeline/timeline.tables.js';

/**
 * Each stay of a dossier at a step: `dossier_id, step, came, gone`, the last one without `gone`. A dossier that comes to a step again
 * has two stays there. Of a dossier in several branches the step is the one that lists show.
 */
export const STAYS = `select dossier_id, step, effective_at as came,
    lead(effective_at) over (partition by dossier_id order by ordinal) as gone
  from (
    select dossier_id, step, effective_at, ordinal, lag(step) over (partition by dossier_id order by ordinal) as before
    from (
      select dossier_id, data->>'step' as step, effective_at, ordinal from ${timelineTable.sqlName}
      where data ? 'step' and stream = 'dossier-' || dossier_id
    ) moves
  ) marked where before is distinct from step`;
