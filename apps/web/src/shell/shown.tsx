import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead, Problem as Told, Skeleton } from '../components/index.js';
import { Problem } from '../api/problem.js';
import { WhoMay } from './who-may.js';
import './shown.css';

interface ShownProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** What is being read, for those who hear the page. */
  readonly label: string;
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}

/**
 * What a reading came back with, in all its states: lines while it is new, the old data while it is read again, the reason and
 * another try where it failed. What was once shown is never taken away by a failure.
 */
export function Shown<Data>({ query, label, lines, children }: ShownProps<Data>): ReactElement {
  const { t } = useTranslation('states');
  const { data, error, isFetching, refetch } = query;
  if (data === undefined && !error)
    return <Skeleton label={t('loading', { what: label })} {...(lines === undefined ? {} : { lines })} />;
  return (
    <>
      {isFetching && data !== undefined && <div className="vd-reading" aria-hidden="true" />}
      {error && <Failed error={error} onRetry={() => void refetch()} old={data !== undefined} />}
      {data !== undefined && children(data)}
    </>
  );
}

/** What a whole page is made of: where it cannot be read, the page still has a heading that says what it would have been. */
export function ShownPage<Data>(props: ShownProps<Data>): ReactElement {
  const { query, label } = props;
  return (
    <>
      {query.data === undefined && query.error && <PageHead title={label} />}
      <Shown {...props} />
    </>
  );
}

/** Why something is not shown, when that was, and another try. Who lacks the role is told whose it is. */
export function Failed({
  error,
  onRetry,
  old = false,
}: {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** What is below was read before. */
  readonly old?: boolean;
}): ReactElement {
  const { t, i18n } = useTranslation('states');
  const both = (key: string) => ({ vi: i18n.getFixedT('vi', 'states')(key), en: i18n.getFixedT('en', 'states')(key) });
  const problem = error instanceof Problem ? error : undefined;
  if (problem?.code === 'POSITION_NOT_ALLOWED') return <WhoMay roles={problem.body.params?.['roles']} />;
  return (
    <Told
      title={old ? t('failed.old') : t('failed.title')}
      problem={{
        code: problem?.code ?? (navigator.onLine ? 'UNREACHABLE' : 'OFFLINE'),
        details:
          (problem?.code === 'NOT_FOUND' ? both('failed.notFound') : problem?.body.details) ??
          both(problem ? 'failed.fault' : navigator.onLine ? 'failed.unreachable' : 'failed.offline'),
        rule: problem?.body.rule,
        source: problem?.body.source,
        procedure: problem?.body.procedure,
        instance: problem?.body.instance,
      }}
      onRetry={onRetry}
    />
  );
}
