import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '../../api/queries.js';
import { EventTimeline, Panel } from '../../components/index.js';
import { Shown } from '../../shell/shown.js';
import { letterTimelineQuery } from './submissions.js';

/** Who did what with a letter and when, newest first. */
export function LetterTimeline({ id }: { readonly id: string }): ReactElement {
  const { t } = useTranslation('submissions');
  const { data: me } = useQuery(meQuery);
  const timeline = useQuery(letterTimelineQuery(id));
  return (
    <Panel title={t('timeline')}>
      <Shown query={timeline} label={t('timeline')}>
        {({ items }) => <EventTimeline lines={items.toReversed()} density="all" reader={me?.id} />}
      </Shown>
    </Panel>
  );
}
