import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import { listPlace } from './list-place.js';

/** A number that leads to the list of what it counts. */
export function ListLink({
  list,
  children,
}: {
  readonly list: string | undefined;
  readonly children: ReactNode;
}): ReactElement {
  if (list === undefined) return <>{children}</>;
  const { to, search } = listPlace(list);
  return (
    <Link to={to} search={search as never} className="figure-list">
      {children}
    </Link>
  );
}
