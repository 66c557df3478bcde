import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverRead } from '../../api/handovers.js';
import { unitQuery } from '../../api/units.js';
import { Button, buttonClass, ConfirmDialog, Panel, StatusLine, TextArea, composed } from '../../components/index.js';
import { day } from '../../format/dates.js';
import { CommandTold } from './command-told.js';
import { useUnitCommand } from './use-unit-command.js';

type Side = 'giver' | 'taker';

/** Each side confirms once, in person; for who has left already, the head of the unit. The second one moves all the work. */
export function ConfirmPanel({
  handover,
  account,
}: {
  readonly handover: HandoverRead;
  readonly account: string;
}): ReactElement {
  const { t } = useTranslation('handover');
  const { handoverId, unitId, confirmed, state, summary, on, completedFrom, withdrawnOn } = handover;
  const { data: unit } = useQuery(unitQuery(unitId));
  const side = sideOf(handover, account, unit);
  const [asked, setAsked] = useState<'confirm' | 'withdraw'>();
  const [reason, setReason] = useState('');
  const confirm = useUnitCommand<Side>(
    unitId,
    'confirm-handover',
    { subject: handoverId, form: `confirm-${side ?? 'none'}` },
    (mine) => ({ handoverId, side: mine }),
    () => setAsked(undefined),
  );
  const withdraw = useUnitCommand<string>(
    unitId,
    'withdraw-handover',
    { subject: handoverId, form: 'withdraw' },
    (why) => ({ handoverId, reason: composed(why).trim() }),
    () => setAsked(undefined),
  );
  const open = state === 'open';
  return (
    <Panel title={t('confirm.title')}>
      <CommandTold command={confirm} values={side ?? 'taker'} />
      <CommandTold command={withdraw} values={reason} kept={reason} />
      <ul className="handover-sides">
        {(['giver', 'taker'] as const).map((each) => (
          <li key={each}>
            <StatusLine
              status={confirmed.includes(each) ? 'ok' : 'soon'}
              mark={confirmed.includes(each) ? 'check' : 'ring'}
            >
              {t(`confirm.${each}`, { name: (each === 'giver' ? handover.fromName : handover.toName) ?? '' })}
            </StatusLine>{' '}
            <span className="vd-meta">{t(confirmed.includes(each) ? 'confirm.has' : 'confirm.hasNot')}</span>
          </li>
        ))}
      </ul>
      {open && side && (
        <>
          <Button kind="primary" size="large" wide busy={confirm.sending} onClick={() => setAsked('confirm')}>
            {t(side === 'taker' ? 'confirm.take' : 'confirm.give', { count: summary.items })}
          </Button>
          <p className="handover-after">
            <Button busy={withdraw.sending} onClick={() => setAsked('withdraw')}>
              {t(side === 'taker' ? 'confirm.decline' : 'confirm.withdraw')}
            </Button>
          </p>
        </>
      )}
      {open && !side && <p className="vd-meta">{t('confirm.waiting')}</p>}
      {open && <p className="vd-meta handover-after">{t('confirm.until', { day: day(on) })}</p>}
      {completedFrom !== null && <p>{t('confirm.done', { day: day(completedFrom) })}</p>}
      {withdrawnOn !== null && <p>{t('confirm.withdrawn', { day: day(withdrawnOn) })}</p>}
      {state === 'done' && handover.toAccountId === account && (
        <p className="handover-after">
          <Link to="/bat-dau" className={buttonClass({ kind: 'primary', wide: true })}>
            {t('begin')}
          </Link>
        </p>
      )}
      {asked === 'confirm' && side && (
        <ConfirmDialog
          title={t(side === 'taker' ? 'confirm.take' : 'confirm.give', { count: summary.items })}
          confirm={t(side === 'taker' ? 'confirm.takeNow' : 'confirm.giveNow')}
          busy={confirm.sending}
          onClose={() => setAsked(undefined)}
          onConfirm={() => void confirm.send(side).finally(() => setAsked(undefined))}
        >
          <p>
            {t(side === 'taker' ? 'confirm.whatTaker' : 'confirm.whatGiver', { count: summary.items, day: day(on) })}
          </p>
        </ConfirmDialog>
      )}
      {asked === 'withdraw' && (
        <ConfirmDialog
          title={t(side === 'taker' ? 'confirm.decline' : 'confirm.withdraw')}
          confirm={t(side === 'taker' ? 'confirm.decline' : 'confirm.withdraw')}
          busy={withdraw.sending}
          onClose={() => setAsked(undefined)}
          onConfirm={() => {
            if (reason.trim() !== '') void withdraw.send(reason).finally(() => setAsked(undefined));
          }}
        >
          <TextArea
            label={t('confirm.reason')}
            required
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </ConfirmDialog>
      )}
    </Panel>
  );
}

interface UnitHere {
  readonly positions: readonly {
    readonly positionId: string;
    readonly head: boolean;
    readonly standings: readonly { readonly accountId: string; readonly as: string }[];
  }[];
}

/** For whom somebody can confirm now, if for anybody: the server decides, this only says what is offered. */
function sideOf(handover: HandoverRead, account: string, unit: UnitHere | undefined): Side | undefined {
  const { toAccountId, fromAccountId, positionId, confirmed } = handover;
  if (toAccountId === account && !confirmed.includes('taker')) return 'taker';
  if (confirmed.includes('giver')) return undefined;
  if (fromAccountId === account) return 'giver';
  const holds = (who: string, where: (position: UnitHere['positions'][number]) => boolean) =>
    unit?.positions.some(
      (each) => where(each) && each.standings.some(({ accountId, as }) => as === 'holder' && accountId === who),
    ) ?? false;
  const gone = unit !== undefined && !holds(fromAccountId, (each) => each.positionId === positionId);
  return gone && toAccountId !== account && holds(account, ({ head }) => head) ? 'giver' : undefined;
}
