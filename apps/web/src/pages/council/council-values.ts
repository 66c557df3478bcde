import type { TellerCount } from './counts.js';

/** What the form holds. */
export interface CouncilValues {
  method: 'minutes' | 'ballot';
  heldOn: string;
  minutesNumber: string;
  minutesDate: string;
  members: string;
  present: string;
  written: string;
  tellers: readonly string[];
  first: Record<string, TellerCount>;
  second: Record<string, TellerCount>;
  opinions: string;
}

/** Nothing typed yet. */
export const noValues: CouncilValues = {
  method: 'minutes',
  heldOn: '',
  minutesNumber: '',
  minutesDate: '',
  members: '',
  present: '',
  written: '0',
  tellers: [],
  first: {},
  second: {},
  opinions: '',
};
