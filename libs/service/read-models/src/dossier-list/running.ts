/** A dossier on its way: submitted, and nothing has become of it yet. The table is `d`. */
export const RUNNING = `d.submitted_at is not null and d.outcome is null`;
