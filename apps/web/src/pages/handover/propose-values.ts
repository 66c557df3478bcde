import type { OpenWorkItem } from '../../api/handovers.js';
import { composed } from '../../components/index.js';

/** What is said of one piece of work: a note for who takes it, or why it stays behind. */
export interface WorkSaid {
  readonly note: string;
  readonly stays: boolean;
  readonly reason: string;
}

export interface ProposeValues {
  /** Position and account, with a space between. */
  from: string;
  to: string;
  on: string;
  note: string;
  items: Record<string, WorkSaid>;
}

export const nothingSaid: WorkSaid = { note: '', stays: false, reason: '' };

/** A piece of work by its dossier and whose work it is. */
export const workKey = ({ dossierId, role }: Pick<OpenWorkItem, 'dossierId' | 'role'>): string =>
  `${dossierId} ${role}`;

interface Fault {
  readonly field: string;
  readonly key: 'from' | 'to' | 'on' | 'reason';
}

/** What is not filled in yet. */
export function faultsIn(values: ProposeValues, items: readonly OpenWorkItem[]): readonly Fault[] {
  const faults: Fault[] = (['from', 'to', 'on'] as const)
    .filter((name) => values[name] === '')
    .map((name) => ({ field: `handover-${name}`, key: name }));
  const silent = items.find((item) => {
    const said = values.items[workKey(item)];
    return said?.stays === true && said.reason.trim() === '';
  });
  return silent ? [...faults, { field: `stays-${silent.dossierId}`, key: 'reason' }] : faults;
}

/** The command’s body: everything open is on the list or stays behind for a reason that is said (R60). */
export function bodyOf(values: ProposeValues, items: readonly OpenWorkItem[]): unknown {
  const [positionId, fromAccountId] = values.from.split(' ');
  const [toPositionId, toAccountId] = values.to.split(' ');
  const written = items.map(({ dossierId, role }) => ({
    dossierId,
    role,
    said: values.items[workKey({ dossierId, role })] ?? nothingSaid,
  }));
  const left = written.filter(({ said }) => said.stays);
  const text = (typed: string) => composed(typed).trim();
  return {
    positionId,
    fromAccountId,
    toPositionId,
    toAccountId,
    on: values.on,
    ...(text(values.note) === '' ? {} : { note: text(values.note) }),
    items: written
      .filter(({ said }) => !said.stays)
      .map(({ dossierId, role, said }) => ({
        dossierId,
        role,
        ...(text(said.note) === '' ? {} : { note: text(said.note) }),
      })),
    ...(left.length === 0
      ? {}
      : { leftOut: left.map(({ dossierId, role, said }) => ({ dossierId, role, reason: text(said.reason) })) }),
  };
}
