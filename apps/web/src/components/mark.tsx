import type { ReactElement } from 'react';
import './icons.css';

const solid = {
  over: <rect x="1" y="1" width="10" height="10" />,
  soon: <path d="M6 .8 11.8 11.2H.2z" />,
  ok: <circle cx="6" cy="6" r="5.2" />,
  pause: <path d="M1.5 1h3.2v10H1.5zM7.3 1h3.2v10H7.3z" />,
  lozenge: <path d="M6 .6 11.4 6 6 11.4.6 6z" />,
} as const;

const drawn = {
  check: <path d="M1.2 6.6 4.6 10 11 2.6" />,
  cross: <path d="M2 2l8 8M10 2l-8 8" />,
  ring: <circle cx="6" cy="6" r="4.4" />,
  unknown: (
    <>
      <path d="M3.2 3.9C3.3 2.2 4.5 1.2 6.1 1.2c1.7 0 2.9 1 2.9 2.4 0 2-2.8 2.1-2.8 4" />
      <path d="M6.1 10.4v.2" />
    </>
  ),
} as const;

/** The small signs that stand before words: shape first, then words, then colour. */
export type MarkName = keyof typeof solid | keyof typeof drawn;

const isSolid = (name: MarkName): name is keyof typeof solid => name in solid;

/** A sign of ten pixels. With `label` it is an image of its own, else decoration beside its words. */
export function Mark({ name, label }: { readonly name: MarkName; readonly label?: string }): ReactElement {
  const said = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true };
  return (
    <svg className={isSolid(name) ? 'vd-mark' : 'vd-mark vd-mark-drawn'} viewBox="0 0 12 12" {...said}>
      {isSolid(name) ? solid[name] : drawn[name]}
    </svg>
  );
}
