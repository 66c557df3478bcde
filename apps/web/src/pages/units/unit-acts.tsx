import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSay } from '../../components/index.js';
import { isoDay } from '../../format/dates.js';
import type { Act } from '../operator/act-dialog.js';
import { useAccountChoices, useAccountNames } from '../operator/accounts.js';
import { codeOf, filled } from '../operator/act-body.js';
import { useCalled } from '../operator/use-called.js';
import { OpenWorkList } from './open-work-list.js';
import { commandUnit, type Position, type Unit, type UnitCommandName, unitListQuery } from './units.queries.js';

const roles = [
  'submitter',
  'officer',
  'section_head',
  'secretary',
  'council_member',
  'authority',
  'clerk',
  'auditor',
  'operator',
] as const;

export type UnitActs = ReturnType<typeof useUnitActs>;

/** Everything that an operator may do with a unit, each as a form. */
export function useUnitActs(unit: Unit) {
  const { t } = useTranslation(['units', 'shell']);
  const say = useSay();
  const nameOf = useAccountNames();
  const people = useAccountChoices();
  const { data: units = [] } = useQuery(unitListQuery);
  const today = isoDay(new Date());
  const { id, revision } = unit;
  const called = useCalled((code) => unit.positions.find(({ positionId }) => positionId === code)?.title);
  const unitChoices = units
    .filter((each) => each.id !== id)
    .map(({ id: value, name }) => ({ value, label: say(name) }));
  const roleChoices = roles.map((value) => ({ value, label: t(`shell:roles.${value}`) }));
  const act = (
    name: UnitCommandName,
    about: string,
    rest: Pick<Act, 'title' | 'confirm' | 'fields'> & Partial<Act>,
    body: (values: Readonly<Record<string, string>>) => Readonly<Record<string, unknown>>,
  ): Act => ({
    subject: `${id}.${about}`,
    form: name,
    revision,
    called,
    send: (values, headers) => commandUnit(id, name, filled(body(values)), headers),
    ...rest,
  });
  const titleOf = ({ title }: Pick<Position, 'title'>) => say(title);
  const from = { name: 'from', kind: 'day', label: t('fields.from'), required: true, initial: today } as const;
  const on = { name: 'on', kind: 'day', label: t('fields.on'), required: true, initial: today } as const;
  const reason = { name: 'reason', kind: 'lines', label: t('fields.reason'), required: true } as const;
  const basis = { name: 'basis', label: t('fields.basis') } as const;

  return {
    createPosition: () =>
      act(
        'create-position',
        'position',
        {
          title: t('createPosition.title'),
          confirm: t('createPosition.confirm'),
          fields: [
            { name: 'title', label: t('fields.titleVi'), required: true },
            { name: 'titleEn', label: t('fields.titleEn') },
            { name: 'positionId', label: t('fields.code'), help: t('fields.codeHelp') },
            { name: 'roles', kind: 'many', label: t('fields.roles'), required: true, choices: roleChoices },
            { name: 'seats', label: t('fields.seats'), required: true, initial: '1' },
            { name: 'head', kind: 'tick', label: t('fields.head') },
            from,
          ],
        },
        ({ title = '', titleEn, positionId, roles: chosen = '', seats, head, from: since }) => ({
          positionId: positionId || codeOf(`pos-${id}-`.slice(0, 40), title),
          title: { vi: title, en: titleEn || title },
          roles: chosen.split(','),
          seats: Number(seats),
          head: head === 'yes',
          from: since,
        }),
      ),
    appoint: (position: Position) =>
      act(
        'appoint',
        position.positionId,
        {
          title: t('appoint.title', { position: titleOf(position) }),
          confirm: t('appoint.confirm'),
          fields: [
            { name: 'accountId', kind: 'find', label: t('fields.who'), required: true, choices: people },
            from,
            { name: 'to', kind: 'day', label: t('fields.to') },
            basis,
          ],
        },
        (values) => ({ ...values, positionId: position.positionId }),
      ),
    endAppointment: (position: Position, { appointmentId, accountId }: Position['appointments'][number]) =>
      act(
        'end-appointment',
        appointmentId,
        {
          title: t('endAppointment.title', { who: nameOf(accountId), position: titleOf(position) }),
          intro: t('endAppointment.help'),
          confirm: t('endAppointment.confirm'),
          fields: [on, { ...reason, required: false }],
          below: () => <OpenWorkList unit={id} account={accountId} position={position.positionId} />,
        },
        (values) => ({ ...values, appointmentId }),
      ),
    endPosition: (position: Position) =>
      act(
        'end-position',
        position.positionId,
        {
          title: t('endPosition.title', { position: titleOf(position) }),
          confirm: t('endPosition.confirm'),
          fields: [on],
        },
        (values) => ({ ...values, positionId: position.positionId }),
      ),
    delegate: (position: Position, givenBy: string) =>
      act(
        'give-delegation',
        position.positionId,
        {
          title: t('delegate.title', { who: nameOf(givenBy), position: titleOf(position) }),
          intro: t('delegate.help'),
          confirm: t('delegate.confirm'),
          fields: [
            { name: 'accountId', kind: 'find', label: t('delegate.to'), required: true, choices: people },
            {
              name: 'roles',
              kind: 'many',
              label: t('fields.roles'),
              required: true,
              choices: roleChoices.filter(({ value }) => position.roles.includes(value)),
              initial: position.roles.join(','),
            },
            from,
            { name: 'to', kind: 'day', label: t('fields.until'), required: true },
            { name: 'number', label: t('fields.letter'), required: true },
            { name: 'date', kind: 'day', label: t('fields.letterDate'), required: true, initial: today },
          ],
        },
        ({ number, date, roles: chosen = '', ...values }) => ({
          ...values,
          positionId: position.positionId,
          givenBy,
          roles: chosen.split(','),
          mandate: { number, date },
        }),
      ),
    withdrawDelegation: (delegationId: string, accountId: string) =>
      act(
        'withdraw-delegation',
        delegationId,
        {
          title: t('withdrawDelegation.title', { who: nameOf(accountId) }),
          confirm: t('withdrawDelegation.confirm'),
          fields: [on, reason],
        },
        (values) => ({ ...values, delegationId }),
      ),
    move: () =>
      act(
        'move',
        'unit',
        {
          title: t('move.title', { unit: say(unit.name) }),
          confirm: t('move.confirm'),
          fields: [{ name: 'parentId', kind: 'find', label: t('fields.parent'), choices: unitChoices }, from, basis],
        },
        (values) => values,
      ),
    end: () =>
      act(
        'end',
        'unit',
        {
          title: t('end.title', { unit: say(unit.name) }),
          intro: t('end.help'),
          confirm: t('end.confirm'),
          fields: [on, { name: 'successorId', kind: 'find', label: t('end.successor'), choices: unitChoices }, basis],
        },
        (values) => values,
      ),
    handOver: (position: Position, accountId: string) =>
      act(
        'propose-handover',
        `${position.positionId}.${accountId}`,
        {
          title: t('handover.title', { who: nameOf(accountId), position: titleOf(position) }),
          intro: t('handover.help'),
          confirm: t('handover.confirm'),
          wide: true,
          fields: [
            {
              name: 'to',
              kind: 'find',
              label: t('handover.to'),
              required: true,
              choices: unit.positions.flatMap((each) =>
                each.standings
                  .filter((standing) => standing.as === 'holder' && standing.accountId !== accountId)
                  .map((standing) => ({
                    value: `${each.positionId} ${standing.accountId}`,
                    label: `${nameOf(standing.accountId)} (${titleOf(each)})`,
                  })),
              ),
            },
            on,
            { name: 'note', kind: 'lines', label: t('handover.note') },
          ],
          below: () => <OpenWorkList unit={id} account={accountId} position={position.positionId} />,
        },
        ({ to = '', ...values }) => {
          const [toPositionId, toAccountId] = to.split(' ');
          return { ...values, positionId: position.positionId, fromAccountId: accountId, toPositionId, toAccountId };
        },
      ),
    withdrawHandover: (handoverId: string) =>
      act(
        'withdraw-handover',
        handoverId,
        { title: t('withdrawHandover.title'), confirm: t('withdrawHandover.confirm'), fields: [reason] },
        (values) => ({ ...values, handoverId }),
      ),
  };
}
