import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ReactElement, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timelineQuery, type TimelineEntry } from '../../api/dossier.js';
import { useInfiniteQuery } from '@tanstack/react-query';
import {
  Button,
  buttonClass,
  Icon,
  milestoneTypes,
  PageHead,
  ReplayBar,
  Segmented,
  useSay,
  useToast,
} from '../../components/index.js';
import { day, moment, second, shortDay } from '../../format/dates.js';
import { ShownPage } from '../../shell/shown.js';
import { useTitle } from '../../shell/use-title.js';
import { DossierOpenings } from '../openings/openings-panel.js';
import { DifferencePanel } from './difference-panel.js';
import { EventPanel } from './event-panel.js';
import { type History, readHistory, viewAt, viewInForce } from './history.js';
import { LogTable } from './log-table.js';
import { StatePanel } from './state-panel.js';
import { TwoTimesPanel } from './two-times-panel.js';
import './replay.css';

const route = getRouteApi('/framed/ho-so/$id/phat-lai');

/** The past of a dossier: what the log held after each fact, folded here by the code of the server. Read-only. */
export function ReplayPage(): ReactElement {
  const { t } = useTranslation('replay');
  const { id } = route.useParams();
  const history = useQuery({ queryKey: ['dossier', id, 'history'], queryFn: ({ signal }) => readHistory(id, signal) });
  useTitle(t('title'));
  return (
    <ShownPage query={history} label={t('title')} lines={8}>
      {(data) => <Replay id={id} history={data} />}
    </ShownPage>
  );
}

/** The address follows when nobody has stepped on for so long. */
const FOLLOWS_MS = 120;

/** Where one is: where one has stepped to, at once, and the place in the address where one came by that. */
function useStep(
  asked: number | undefined,
  follow: (revision: number) => void,
): readonly [number | undefined, (revision: number) => void] {
  const [ahead, setAhead] = useState<number>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setAhead((old) => (old === asked ? undefined : old)), [asked]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const go = useCallback(
    (revision: number) => {
      setAhead(revision);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => follow(revision), FOLLOWS_MS);
    },
    [follow],
  );
  return [ahead ?? asked, go];
}

function Replay({ id, history }: { readonly id: string; readonly history: History }): ReactElement {
  const { t } = useTranslation('replay');
  const say = useSay();
  const tell = useToast();
  const navigate = route.useNavigate();
  const { at: asked, tu, doc, truc } = route.useSearch();
  const { data: timeline, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(timelineQuery(id));
  useEffect(() => {
    // Every fact gets its sentence, however long the life of the dossier.
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const moments = useMemo(() => history.rows.map(({ recordedAt }) => recordedAt), [history]);
  const entries = useMemo(
    () =>
      new Map(
        timeline?.pages
          .flatMap(({ items }) => items)
          .filter(({ stream }) => stream === `dossier-${id}`)
          .map((entry): [number, TimelineEntry] => [entry.revision, entry]),
      ),
    [timeline, id],
  );
  const last = history.facts.at(-1)?.revision ?? 0;
  const follow = useCallback(
    (revision: number) =>
      void navigate({ search: (old) => ({ ...old, at: revision }), replace: true, resetScroll: false }),
    [navigate],
  );
  const [steppedTo, go] = useStep(asked, follow);
  const at = Math.min(steppedTo ?? last, last);
  const milestones = useMemo(
    () =>
      history.rows
        .filter(({ type }) => milestoneTypes.has(type))
        .map(({ revision, type, recordedAt }) => ({
          revision,
          name: t(`milestones.${type}` as never),
          day: shortDay(recordedAt),
        })),
    [history, t],
  );
  const row = history.rows.findLast(({ revision }) => revision <= at);
  const entry = entries.get(at);
  const inForce = doc === 'hieuluc';
  const view =
    row && inForce
      ? (viewInForce(history, row.effectiveAt.slice(0, 10), at) ?? viewAt(history, at))
      : viewAt(history, at);
  if (!row || !view) return <p>{t('nothing')}</p>;
  return (
    <>
      {at < last && (
        <div className="replay-past" role="status">
          <Icon name="wait" />
          <span>
            <b>{t('past')}</b> {t('pastAt', { at, time: second(row.recordedAt), day: day(row.recordedAt) })}
          </span>
          <Link to="/ho-so/$id" params={{ id }} className={buttonClass({ size: 'small' })}>
            {t('toNow', { last })}
          </Link>
        </div>
      )}
      <PageHead
        title={t('heading', { title: view.title })}
        crumbs={[
          <Link key="list" to="/ho-so">
            {t('crumbs.dossiers')}
          </Link>,
          <Link key="dossier" to="/ho-so/$id" params={{ id }}>
            <span className="vd-mono">{id.slice(0, 8)}</span>
          </Link>,
          <span key="here">{t('title')}</span>,
        ]}
        actions={
          <Button
            onClick={() => {
              void navigator.clipboard?.writeText(`${window.location.origin}/ho-so/${id}/phat-lai?at=${at}`);
              tell(t('copied', { at }));
            }}
          >
            {t('copy', { at })}
          </Button>
        }
      />
      <ReplayBar
        at={at}
        last={last}
        milestones={milestones}
        moments={moments}
        axis={truc === 'gio' ? 'time' : 'events'}
        valueText={t('valueText', {
          at,
          last,
          moment: moment(row.recordedAt),
          sentence: entry ? say(entry.sentences) : '',
        })}
        onGo={go}
      >
        <Segmented
          legend={t('axis')}
          showLegend
          value={truc ?? 'su-kien'}
          onChange={(value) =>
            void navigate({ search: (old) => ({ ...old, truc: value }), replace: true, resetScroll: false })
          }
          choices={[
            { value: 'su-kien', label: t('byEvents') },
            { value: 'gio', label: t('byTime') },
          ]}
        />
        <Segmented
          legend={t('read')}
          showLegend
          value={inForce ? 'hieuluc' : 'ghi'}
          onChange={(value) =>
            void navigate({ search: (old) => ({ ...old, doc: value }), replace: true, resetScroll: false })
          }
          choices={[
            { value: 'ghi', label: t('asRecorded') },
            { value: 'hieuluc', label: t('asInForce') },
          ]}
        />
      </ReplayBar>
      <div className="replay-grid">
        <EventPanel row={row} entry={entry} history={history} />
        <TwoTimesPanel history={history} row={row} last={last} />
        <DifferencePanel
          history={history}
          from={Math.min(tu ?? Math.max(0, at - 1), at)}
          to={at}
          entries={entries}
          onTo={go}
          onFrom={(revision) =>
            void navigate({
              // The later of the two is where one stands.
              search: (old) => ({ ...old, tu: Math.min(revision, at), at: Math.max(revision, at) }),
              replace: true,
              resetScroll: false,
            })
          }
        />
        <StatePanel view={view} at={at} />
      </div>
      <LogTable history={history} entries={entries} at={at} onGo={go} />
      <DossierOpenings id={id} />
    </>
  );
}
