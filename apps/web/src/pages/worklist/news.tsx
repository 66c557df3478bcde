import { type ReactElement, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/index.js';
import { hour } from '../../format/dates.js';
import { live } from '../../live/live.js';
import type { WorkListName } from './worklist.queries.js';

/**
 * Says that something has changed, and shows it when it is asked to: a row never moves under the pointer. What is one's own act
 * is shown by itself, before this hears of it.
 */
export function News({
  list,
  sort = 'due',
  onShow,
}: {
  readonly list: WorkListName;
  readonly sort?: 'due' | 'cho-lau' | 'moi-doi' | undefined;
  readonly onShow: () => void;
}): ReactElement {
  const { t } = useTranslation('worklist');
  const [changed, setChanged] = useState<{ readonly ids: ReadonlySet<string>; readonly at: Date }>();
  useEffect(() => {
    setChanged(undefined);
    return live.onVisible((all) => {
      const ids = all.flatMap(({ dossiers }) => dossiers.map(({ id }) => id));
      if (ids.length > 0) setChanged((before) => ({ ids: new Set([...(before?.ids ?? []), ...ids]), at: new Date() }));
    });
  }, [list]);
  return (
    <div className="vd-news">
      <span role="status">
        {changed
          ? t('news', { count: changed.ids.size, at: hour(changed.at) })
          : t('sorted', { by: t(`sort.${sort}`) })}
      </span>
      {changed && (
        <Button
          kind="quiet"
          size="small"
          onClick={() => {
            setChanged(undefined);
            onShow();
          }}
        >
          {t('showNews', { count: changed.ids.size })}
        </Button>
      )}
    </div>
  );
}
