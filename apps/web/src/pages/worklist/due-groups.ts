import type { Status } from '../../components/index.js';
import type { DueGroup } from './worklist.queries.js';

/** In the order of urgency. */
export const dueGroups: readonly DueGroup[] = ['overdue', 'today', 'soon', 'inTime', 'paused', 'withoutDue'];

/** How each group looks. */
export const statusOfGroup: Readonly<Record<DueGroup, Status>> = {
  overdue: 'over',
  today: 'soon',
  soon: 'soon',
  inTime: 'ok',
  paused: 'pause',
  withoutDue: 'done',
};
