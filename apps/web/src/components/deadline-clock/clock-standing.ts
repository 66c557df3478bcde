/** How a clock stands: its sign and its words. */
export type ClockStanding = 'ok' | 'soon' | 'over' | 'pause' | 'done' | 'late' | 'awaited' | 'cancelled';
