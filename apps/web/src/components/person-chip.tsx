import type { ReactElement } from 'react';
import { initials } from '../format/names.js';
import './person-chip.css';

/** A person: a round with initials, the name, and what they are here. */
export function PersonChip({ name, role }: { readonly name: string; readonly role?: string }): ReactElement {
  return (
    <span className="vd-person">
      <span className="vd-person-round" aria-hidden="true">
        {initials(name)}
      </span>
      <span>
        {name}
        {role !== undefined && <span className="vd-meta">{role}</span>}
      </span>
    </span>
  );
}
