import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../api/dossier.js';
import { milestoneTypes, Panel, SelectField, useLanguage } from '../../components/index.js';
import { shortDay } from '../../format/dates.js';
import { differences } from './difference.js';
import { DifferenceList } from './difference-list.js';
import { type History, viewAt } from './history.js';

interface DifferencePanelProps {
  readonly history: History;
  readonly from: number;
  readonly to: number;
  readonly entries: ReadonlyMap<number, TimelineEntry>;
  readonly onFrom: (revision: number) => void;
  readonly onTo: (revision: number) => void;
}

/** So many facts before and after each of the two are offered. */
const NEARBY = 25;

/** What is different after this fact than after another, in words. */
export function DifferencePanel({ history, from, to, entries, onFrom, onTo }: DifferencePanelProps): ReactElement {
  const { t } = useTranslation('replay');
  const found = differences(viewAt(history, from), viewAt(history, to));
  const language = useLanguage();
  // Of a long life the facts nearby and the milestones: a list of a thousand lines is measured anew at every step.
  const choices = useMemo(
    () =>
      history.rows
        .filter(({ revision, type }) => {
          const near = Math.min(Math.abs(revision - from), Math.abs(revision - to));
          return near <= NEARBY || milestoneTypes.has(type);
        })
        .map(({ revision, recordedAt }) => {
          const entry = entries.get(revision);
          const sentence = entry ? `: ${entry.sentences[language].slice(0, 60)}` : '';
          return { value: String(revision), label: `№ ${revision}, ${shortDay(recordedAt)}${sentence}` };
        }),
    [history, entries, language, from, to],
  );
  return (
    <Panel title={t('difference.heading')}>
      <div className="replay-between">
        <SelectField
          label={t('difference.since')}
          required
          value={String(from)}
          onChange={(event) => onFrom(Number(event.target.value))}
          choices={choices}
        />
        <SelectField
          label={t('difference.until')}
          required
          value={String(to)}
          onChange={(event) => onTo(Number(event.target.value))}
          choices={choices}
        />
      </div>
      {found.length === 0 ? <p>{t('difference.none')}</p> : <DifferenceList differences={found} />}
    </Panel>
  );
}
