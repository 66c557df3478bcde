import { type ReactElement, type ReactNode, useState } from 'react';
import type { Bilingual } from '#libs/domain/kernel';
import { useTranslation } from 'react-i18next';
import { Segmented } from './choices.js';
import { hour, isoDay, shortDay } from '../format/dates.js';
import { milestoneTypes } from './milestones.js';
import { useSay } from './say.js';
import './event-timeline.css';

/** A line of `/dossiers/{id}/timeline`, as far as it is shown. */
export interface TimelineLine {
  readonly eventId: string;
  readonly type: string;
  readonly group: string;
  readonly stream: string;
  readonly revision: number;
  readonly sentences: Bilingual;
  readonly by: {
    readonly accountId: string | null;
    readonly name: string | null;
    readonly position: Bilingual | null;
    readonly unit: Bilingual | null;
    readonly system: boolean;
  };
  readonly recordedAt: string;
  readonly corrects: number | null;
}

/** Milestones; one line for what was one act; every fact. */
export type Density = 'milestones' | 'groups' | 'all';

interface EventTimelineProps {
  /** In the order to be shown. */
  readonly lines: readonly TimelineLine[];
  readonly density: Density;
  /** Who reads: his own acts are “you”. */
  readonly reader?: string | undefined;
  /** Makes the link to the replay at a fact. */
  readonly link?: ((line: TimelineLine, content: ReactNode) => ReactNode) | undefined;
}

/** The growing log of a dossier, as people tell it. Moments are when it was recorded, by the office’s clock. */
export function EventTimeline({ lines, density, reader, link }: EventTimelineProps): ReactElement {
  return (
    <ol className="vd-timeline">
      {rowsOf(lines, density).map((row) => (
        <TimelineRow key={row.line.eventId} row={row} reader={reader} link={link} />
      ))}
    </ol>
  );
}

/** The switch of the three densities. */
export function DensitySwitch({
  value,
  onChange,
}: {
  readonly value: Density;
  readonly onChange: (value: Density) => void;
}): ReactElement {
  const { t } = useTranslation('components');
  return (
    <Segmented
      legend={t('timeline.density')}
      value={value}
      onChange={onChange}
      choices={(['milestones', 'groups', 'all'] as const).map((each) => ({
        value: each,
        label: t(`timeline.${each}`),
      }))}
    />
  );
}

interface Row {
  readonly line: TimelineLine;
  /** What came with it and is told beneath. */
  readonly with: readonly TimelineLine[];
}

/** Clock facts go beneath the act that moved them; the same act again by the same person on the same day goes beneath the first. */
function rowsOf(lines: readonly TimelineLine[], density: Density): readonly Row[] {
  if (density === 'all') return lines.map((line) => ({ line, with: [] }));
  const shown = density === 'groups' ? lines : lines.filter(({ type }) => milestoneTypes.has(type));
  const rows: { line: TimelineLine; with: TimelineLine[] }[] = [];
  const ofSameMoment = new Map<string, { line: TimelineLine; with: TimelineLine[] }>();
  for (const line of shown.filter(({ group, type }) => group !== 'clock' || type === 'DeadlineMissed')) {
    const before = rows.at(-1);
    if (density === 'groups' && before && isSameAct(before.line, line)) {
      before.with.push(line);
      continue;
    }
    const row = { line, with: [] };
    rows.push(row);
    ofSameMoment.set(`${line.stream} ${line.recordedAt}`, ofSameMoment.get(`${line.stream} ${line.recordedAt}`) ?? row);
  }
  if (density === 'groups') {
    for (const line of lines.filter(({ group, type }) => group === 'clock' && type !== 'DeadlineMissed')) {
      const row = ofSameMoment.get(`${line.stream} ${line.recordedAt}`);
      if (row) row.with.push(line);
    }
  }
  return rows;
}

const isSameAct = (one: TimelineLine, other: TimelineLine): boolean =>
  one.type === other.type &&
  !milestoneTypes.has(one.type) &&
  one.by.accountId === other.by.accountId &&
  isoDay(one.recordedAt) === isoDay(other.recordedAt);

function TimelineRow({
  row,
  reader,
  link,
}: { readonly row: Row } & Pick<EventTimelineProps, 'reader' | 'link'>): ReactElement {
  const { t } = useTranslation('components');
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { line, with: more } = row;
  const { by, sentences, recordedAt, corrects, revision, stream } = line;
  const who = by.accountId !== null && by.accountId === reader ? undefined : whoOf(by, say, t('timeline.system'));
  const clock = more.filter(({ group }) => group === 'clock');
  const others = more.filter(({ group }) => group !== 'clock');
  const number = (
    <>
      № {revision}
      <span className="vd-hidden">, {t('timeline.replay')}</span>
    </>
  );
  return (
    <li className={milestoneTypes.has(line.type) ? 'vd-timeline-milestone' : undefined}>
      <time dateTime={recordedAt}>
        {shortDay(isoDay(recordedAt))} {hour(recordedAt)}
      </time>
      <span className="vd-timeline-node" aria-hidden="true">
        <i />
      </span>
      <div>
        <p className="vd-timeline-sentence">
          {who === undefined ? (
            <b>
              <span className="vd-screen-only">{t('timeline.you')}</span>
              <span className="vd-print-only">{whoOf(by, say, t('timeline.system'))}</span>
            </b>
          ) : (
            <b>{who}</b>
          )}
          : {say(sentences)}
        </p>
        {corrects !== null && <p className="vd-meta">{t('timeline.corrects', { revision: corrects })}</p>}
        {clock.slice(0, open ? undefined : 1).map((each) => (
          <p key={each.eventId} className="vd-meta">
            {say(each.sentences)}
          </p>
        ))}
        {open &&
          others.map((each) => (
            <p key={each.eventId} className="vd-meta">
              {say(each.sentences)}
            </p>
          ))}
        {clock.length - 1 + others.length > 0 && (
          <button type="button" className="vd-timeline-more" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('timeline.less') : t('timeline.more', { count: Math.max(0, clock.length - 1) + others.length })}
          </button>
        )}
      </div>
      <span className="vd-timeline-number">
        {link && stream.startsWith('dossier-') ? link(line, number) : `№ ${revision}`}
      </span>
    </li>
  );
}

function whoOf(by: TimelineLine['by'], say: (text: Bilingual) => string, system: string): string {
  if (by.system) return system;
  return by.name ?? (by.unit ? say(by.unit) : by.position ? say(by.position) : (by.accountId ?? system));
}
