import type { HandedItem, HandoverListed } from '../../api/handovers.js';
import type { Status } from '../../components/index.js';

/** In the order in which work is looked at. */
export const standings: readonly HandedItem['standing'][] = [
  'overdue',
  'soon',
  'inTime',
  'paused',
  'withoutDue',
  'gone',
];

export const statusOf: Readonly<Record<HandedItem['standing'], Status>> = {
  overdue: 'over',
  soon: 'soon',
  inTime: 'ok',
  paused: 'pause',
  withoutDue: 'done',
  gone: 'done',
};

export const statusOfState: Readonly<Record<HandoverListed['state'], Status>> = {
  open: 'act',
  done: 'done',
  withdrawn: 'fail',
};
