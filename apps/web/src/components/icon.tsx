import type { ReactElement } from 'react';
import { classNames } from './class-names.js';
import './icons.css';

const paths = {
  task: 'M3 5.5 4.5 7 7 4M3 13.5 4.5 15 7 12M10 5.5h7M10 13.5h7',
  folder:
    'M2.5 5.2c0-.7.5-1.2 1.2-1.2h4l1.8 2.2h6.8c.7 0 1.2.5 1.2 1.2v7.4c0 .7-.5 1.2-1.2 1.2H3.7c-.7 0-1.2-.5-1.2-1.2z',
  council:
    'M10 3.4a2.6 2.6 0 1 1 0 5.2 2.6 2.6 0 1 1 0-5.2M4 6.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 1 1 0-3.4M16 6.8a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 1 1 0-3.4M5.5 16.5c0-2.7 2-4.6 4.5-4.6s4.5 1.9 4.5 4.6M1.5 14.5c0-1.7 1-2.8 2.5-2.8M18.5 14.5c0-1.7-1-2.8-2.5-2.8',
  cluster:
    'M10 2.6a2.5 2.5 0 1 1 0 5 2.5 2.5 0 1 1 0-5M4.6 12.4a2.5 2.5 0 1 1 0 5 2.5 2.5 0 1 1 0-5M15.4 12.4a2.5 2.5 0 1 1 0 5 2.5 2.5 0 1 1 0-5M8.8 7.3l-3 5.4M11.2 7.3l3 5.4M7.1 14.9h5.8',
  sign: 'M3 17h14M4.5 13.5l.8-3.2L13 2.6l2.4 2.4-7.7 7.7zM11.3 4.3l2.4 2.4',
  calendar:
    'M4.2 4h11.6c.8 0 1.4.6 1.4 1.4v10.2c0 .8-.6 1.4-1.4 1.4H4.2c-.8 0-1.4-.6-1.4-1.4V5.4c0-.8.6-1.4 1.4-1.4zM2.8 8.2h14.4M6.6 2.2v3.4M13.4 2.2v3.4',
  statistics: 'M3 17h14M5 14V9.5M9 14V4M13 14V7.5M16.5 14v-3',
  audit: 'M10 2.2 16.5 4.6v5c0 4-2.8 6.8-6.5 8.2-3.7-1.4-6.5-4.2-6.5-8.2v-5zM7 10l2.2 2.2L13.2 8',
  gear: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 4a2 2 0 1 1 0 4 2 2 0 1 1 0-4M8 12a2 2 0 1 1 0 4 2 2 0 1 1 0-4',
  bell: 'M5 8.6C5 5.6 7.2 3.4 10 3.4s5 2.2 5 5.2c0 3.9 1.6 5 1.6 5H3.4s1.6-1.1 1.6-5zM8.2 16.4c.4.7 1 1.1 1.8 1.1s1.4-.4 1.8-1.1',
  search: 'M8.8 3.5a5.3 5.3 0 1 1 0 10.6 5.3 5.3 0 1 1 0-10.6M12.8 12.8 17 17',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  right: 'm8 5.5 4.5 4.5L8 14.5',
  left: 'M12 5.5 7.5 10l4.5 4.5',
  menu: 'M3 6h14M3 10h14M3 14h14',
  info: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 1 1 0-14.4M10 9.2v4.6M10 6.4v.2',
  warning: 'M10 3 17.8 16.6H2.2zM10 8v4M10 14.2v.2',
  wait: 'M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 1 1 0-14.4M10 5.8V10l2.8 1.8',
  document: 'M5 2.5h6.5L15.5 6.5v11H5zM11.2 2.8v4h4M7.5 10.5h5M7.5 13.5h5',
  print: 'M6 7V2.8h8V7M6 14.5H3.2V7.8c0-.4.4-.8.8-.8h12c.4 0 .8.4.8.8v6.7H14M6 12h8v5.2H6z',
  play: 'M6 4.2 15 10l-9 5.8z',
  pause: 'M7 4.5v11M13 4.5v11',
  first: 'M14.5 5 9 10l5.5 5M5.5 5v10',
  last: 'M5.5 5 11 10l-5.5 5M14.5 5v10',
  swap: 'M4 7h11l-2.6-2.6M16 13H5l2.6 2.6',
  more: 'M4.5 10h.01M10 10h.01M15.5 10h.01',
  plus: 'M10 4v12M4 10h12',
  close: 'M5 5l10 10M15 5 5 15',
  lock: 'M5.2 9h9.6c.7 0 1.2.5 1.2 1.2v5.6c0 .7-.5 1.2-1.2 1.2H5.2c-.7 0-1.2-.5-1.2-1.2v-5.6C4 9.5 4.5 9 5.2 9zM6.8 9V6.4c0-1.9 1.4-3.2 3.2-3.2s3.2 1.3 3.2 3.2V9',
  upload: 'M10 13.5V4M6 7.5 10 3.5l4 4M3.5 13v3.5h13V13',
  download: 'M10 3.5V13M6 9.5l4 4 4-4M3.5 13v3.5h13V13',
  clip: 'M14.5 9.5 9 15a3.2 3.2 0 0 1-4.5-4.5l6-6a2.2 2.2 0 0 1 3.1 3.1l-6 6a1.1 1.1 0 0 1-1.6-1.6l5.5-5.5',
} as const;

/** The drawings of the interface: 20 pixels, a line of 1.6. */
export type IconName = keyof typeof paths;

/** A drawing beside words; it is never the only thing that says something. */
export function Icon({
  name,
  size = 'usual',
}: {
  readonly name: IconName;
  readonly size?: 'usual' | 'small';
}): ReactElement {
  return (
    <svg
      className={classNames('vd-icon', size === 'small' && 'vd-icon-small', name === 'more' && 'vd-icon-dots')}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** The arrow from a value to what it became. It stands in no font, so it is drawn. */
export function Arrow({ label }: { readonly label: string }): ReactElement {
  return (
    <svg className="vd-arrow" viewBox="0 0 16 10" role="img" aria-label={label}>
      <path d="M1 5h13M10 1.5 14 5l-4 3.5" />
    </svg>
  );
}

const board = 'M7.5 1.5h21a6 6 0 0 0 6 6v21a6 6 0 0 0-6 6h-21a6 6 0 0 0-6-6v-21a6 6 0 0 0 6-6z';

/** The mark of the house: the lacquered board (*hoành phi*) with a V that is also a check. */
export function BoardMark({ size = 36 }: { readonly size?: number }): ReactElement {
  return (
    <svg className="vd-board-mark" width={size} height={size} viewBox="0 0 36 36" aria-hidden="true">
      <path className="vd-board-mark-ground" d={board} />
      <path
        className="vd-board-mark-inner"
        d="M9.6 5.2h16.8a6.4 6.4 0 0 0 4.4 4.4v16.8a6.4 6.4 0 0 0-4.4 4.4H9.6a6.4 6.4 0 0 0-4.4-4.4V9.6a6.4 6.4 0 0 0 4.4-4.4z"
      />
      <path className="vd-board-mark-v" d="M10.2 14.4 16 25.2 26 10.2" />
    </svg>
  );
}

/** The board without a name on it yet: nothing is here. */
export function HollowBoard(): ReactElement {
  return (
    <svg className="vd-hollow-board" width="40" height="40" viewBox="0 0 36 36" aria-hidden="true">
      <path d={board} />
    </svg>
  );
}
