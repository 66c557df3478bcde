import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { operations } from '../../api/generated/openapi.js';
import { useAwardNames, useUnitNames } from '../../api/names.js';
import { buttonClass, DataTable, Empty, Pagination, useSay } from '../../components/index.js';
import { moment } from '../../format/dates.js';
import { number } from '../../format/numbers.js';
import { useFindingWords } from './finding-words.js';
import type { Screened } from './screening.query.js';

type Page = operations['screenDossiers']['responses'][200]['content']['application/json'];

interface FindingsProps {
  readonly page: Page;
  readonly size: number;
  readonly onFirst?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
}

/** What a question found: each case with what it is about, who did it, and the way to the replay at that fact. */
export function Findings({ page, size, onFirst, onNext }: FindingsProps): ReactElement {
  const { t } = useTranslation('screening');
  const say = useSay();
  const unit = useUnitNames();
  const award = useAwardNames();
  const { question, items, found, seed } = page;
  const words = useFindingWords(question, items);
  if (items.length === 0)
    return <Empty title={t(`empty.${question}`)}>{question === 'sample' ? undefined : t('emptyNext')}</Empty>;
  const key = ({ dossierId, revision, at, by, about }: Screened) =>
    [dossierId, revision, at, by?.accountId, by?.positionId, about['deadlineId']].join(' ');
  return (
    <>
      <DataTable
        label={t('found')}
        rowKey={key}
        groups={[{ key: 'all', rows: items }]}
        columns={[
          {
            key: 'at',
            header: t(`at.${question}`),
            label: t(`at.${question}`),
            width: 136,
            cell: ({ at }) => moment(at),
          },
          {
            key: 'dossier',
            header: t('dossier'),
            rowHeader: true,
            cell: ({ dossierId, title, award: code, submittingUnitId }) => (
              <>
                <Link className="vd-table-name" to="/ho-so/$id" params={{ id: dossierId }}>
                  {title}
                </Link>
                <span className="vd-meta">
                  {say(award(code))} · {say(unit(submittingUnitId))}
                </span>
              </>
            ),
          },
          { key: 'about', header: t('about'), label: t('about'), phone: 'wide', cell: (row) => words(row) },
          ...(question === 'overdue' || question === 'sample'
            ? []
            : [
                {
                  key: 'who',
                  header: t('who'),
                  label: t('who'),
                  width: 190,
                  cell: ({ by }: Screened) =>
                    by ? (
                      <>
                        {by.name ?? by.accountId}
                        {(by.position ?? by.unit) && (
                          <span className="vd-meta screening-place">
                            {[by.position, by.unit].flatMap((each) => (each ? [say(each)] : [])).join(', ')}
                          </span>
                        )}
                      </>
                    ) : (
                      '–'
                    ),
                },
              ]),
          {
            key: 'replay',
            header: t('replay'),
            width: 112,
            cell: ({ dossierId, replayAt, title }) => (
              <Link
                className={`${buttonClass({ size: 'small' })} vd-screen-only`}
                to="/ho-so/$id/phat-lai"
                params={{ id: dossierId }}
                search={replayAt === null ? {} : { at: replayAt }}
              >
                {replayAt === null ? t('look') : t('lookAt', { at: replayAt })}
                <span className="vd-hidden"> {title}</span>
              </Link>
            ),
          },
        ]}
      />
      <div className="vd-panel-foot">
        {question === 'sample' ? (
          <span>
            {t('drawn', { count: Math.min(size, items.length), of: number(found) })}{' '}
            <b className="vd-mono screening-seed">{seed}</b>
          </span>
        ) : (
          <Pagination
            shown={t('shown', { count: items.length, of: number(found) })}
            onFirst={onFirst}
            onNext={onNext}
          />
        )}
      </div>
    </>
  );
}
