import type { StepKind } from '#libs/domain/procedure';

/** Marks of 14 by 14 pixels, as strokes: a kind of step is told by its mark and its word, never by a colour alone. */
export const kindMarks: Readonly<Record<StepKind, string>> = {
  // A sheet with a tick.
  task: 'M2.5 1.5h9v11h-9zM5 7l1.8 1.8L9.6 5.4',
  // A fork in the road.
  decision: 'M7 1.2l5.8 5.8L7 12.8 1.2 7zM7 4.6v3.2M7 9.4v.2',
  // An hourglass.
  wait: 'M3 1.5h8M3 12.5h8M3.8 1.5c0 3.4 3.2 3.6 3.2 5.5s-3.2 2.1-3.2 5.5M10.2 1.5c0 3.4-3.2 3.6-3.2 5.5s3.2 2.1 3.2 5.5',
  // A notice on its board.
  notice: 'M1.5 2.5h11v7h-11zM4 5h6M4 7.2h4M7 9.5v3',
  // A ballot that goes into its box.
  vote: 'M1.5 7.5h11v5h-11zM4.5 7.5V1.5h5v6M5.8 4.4l1 1 1.6-2',
  // A pen over its line.
  sign: 'M2 12.5h10M3 9.5l.6-2.4L9.4 1.4l1.8 1.8L5.4 9zM8.2 2.6l1.8 1.8',
  fork: 'M7 1v4M2 13V8h10v5',
  join: 'M2 1v5h10V1M7 6v7',
  end: 'M7 1.5a5.5 5.5 0 1 0 .01 0zM7 4.2a2.8 2.8 0 1 0 .01 0z',
};

export const clockMark = 'M7 2a5 5 0 1 0 .01 0zM7 4v3l2.2 1.4';

/** Round and back to the same place. */
export const staysMark = 'M11.6 5A5 5 0 1 0 12 7.6M12.2 2v3.2H9';
