import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Nominee } from '../../api/dossier.js';
import {
  Button,
  type Column,
  DataTable,
  Facts,
  MachineWord,
  type MachineOutcome,
  Note,
  Panel,
  StatusLine,
} from '../../components/index.js';
import { departs, emptyVerdict, lackingIn, type Verdicts } from './verdicts.js';

interface ReviewVerdictsProps {
  readonly nominees: readonly Nominee[];
  readonly verdicts: Verdicts;
  readonly outcomeOf: (nomineeId: string) => MachineOutcome | undefined;
  readonly onGo: (nomineeId: string) => void;
  readonly sending: boolean;
  readonly name: string;
  readonly onSend: () => void;
}

/** All verdicts that will be recorded, those that depart from the machine with their reasons, and who is left without one. */
export function ReviewVerdicts({
  nominees,
  verdicts,
  outcomeOf,
  onGo,
  sending,
  name,
  onSend,
}: ReviewVerdictsProps): ReactElement {
  const { t } = useTranslation('appraisal');
  const draftOf = (id: string) => verdicts[id] ?? emptyVerdict;
  const begun = nominees.filter(({ id }) => draftOf(id).verdict !== '');
  const left = nominees.filter(({ id, verdict }) => draftOf(id).verdict === '' && !verdict);
  const columns: readonly Column<Nominee>[] = [
    {
      key: 'name',
      header: t('check.nominee'),
      rowHeader: true,
      cell: ({ name: own, unit }) => (
        <>
          {own}
          <span className="vd-meta">{unit}</span>
        </>
      ),
    },
    {
      key: 'machine',
      header: t('check.machine'),
      label: t('check.machine'),
      width: 120,
      cell: ({ id }) => {
        const outcome = outcomeOf(id);
        return outcome ? <MachineWord outcome={outcome} /> : '–';
      },
    },
    {
      key: 'verdict',
      header: t('check.verdict'),
      label: t('check.verdict'),
      width: 170,
      cell: ({ id }) => (
        <StatusLine
          status={draftOf(id).verdict === 'qualified' ? 'ok' : 'fail'}
          mark={draftOf(id).verdict === 'qualified' ? 'check' : 'cross'}
        >
          {t(`verdict.${draftOf(id).verdict || 'qualified'}` as never)}
        </StatusLine>
      ),
    },
    {
      key: 'reason',
      header: t('check.reason'),
      phone: 'wide',
      cell: ({ id }) => (
        <>
          {draftOf(id).reason}
          {departs(draftOf(id), outcomeOf(id)) && (
            <span className="vd-meta">{t('verdict.deviated', { reason: draftOf(id).deviation })}</span>
          )}
        </>
      ),
    },
    {
      key: 'change',
      header: t('check.change'),
      width: 96,
      cell: ({ id, name: own }) => (
        <Button size="small" onClick={() => onGo(id)}>
          {t('check.edit')}
          <span className="vd-hidden"> {own}</span>
        </Button>
      ),
    },
  ];
  return (
    <>
      <Facts
        items={[
          { name: t('check.begun'), value: `${begun.length}/${nominees.length}` },
          { name: t('check.qualified'), value: begun.filter(({ id }) => draftOf(id).verdict === 'qualified').length },
          {
            name: t('check.notQualified'),
            value: begun.filter(({ id }) => draftOf(id).verdict === 'not_qualified').length,
          },
          { name: t('check.departs'), value: begun.filter(({ id }) => departs(draftOf(id), outcomeOf(id))).length },
        ]}
      />
      <Panel
        title={t('check.verdicts')}
        flush
        footer={
          <>
            {left.length > 0 && (
              <span>
                {t('check.left', {
                  count: left.length,
                  names: left
                    .slice(0, 3)
                    .map(({ name: own }) => own)
                    .join(', '),
                })}
              </span>
            )}
            <span className="appraisal-next">
              <Button
                kind="primary"
                busy={sending}
                onClick={onSend}
                refused={begun.length === 0 ? t('verdict.nothing') : undefined}
              >
                {t('check.send', { name, count: begun.length })}
              </Button>
            </span>
          </>
        }
      >
        {begun.length === 0 ? (
          <div className="appraisal-none">
            <Note>{t('check.none')}</Note>
          </div>
        ) : (
          <DataTable
            label={t('check.verdicts')}
            columns={columns}
            groups={[{ key: 'begun', rows: begun }]}
            rowKey={({ id }) => id}
            wrong={
              new Set(begun.filter(({ id }) => lackingIn(draftOf(id), outcomeOf(id)).length > 0).map(({ id }) => id))
            }
          />
        )}
      </Panel>
    </>
  );
}
