import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useUnitNames } from '../../api/names.js';
import { Button, useSay } from '../../components/index.js';

interface Search {
  readonly donVi?: string | undefined;
  readonly buoc?: string | undefined;
  readonly daQua?: string | undefined;
  readonly cum?: string | undefined;
  readonly nam?: number | undefined;
  readonly ketQua?: 'granted' | 'rejected' | 'returned' | 'withdrawn' | undefined;
  readonly dangXuLy?: true | undefined;
  readonly daBoSung?: true | undefined;
}

/** What the list is asked for besides its own filters, each to be dropped: it comes by links from figures and other pages. */
export function Asked({
  search,
  stepName,
  onDrop,
}: {
  readonly search: Search;
  readonly stepName: (step: string) => string;
  readonly onDrop: (name: keyof Search) => void;
}): ReactElement | null {
  const { t } = useTranslation('dossiers');
  const say = useSay();
  const unit = useUnitNames();
  const { donVi, buoc, daQua, cum, nam, ketQua, dangXuLy, daBoSung } = search;
  const asked: (readonly [keyof Search, string])[] = [
    ...(dangXuLy ? [['dangXuLy', t('asked.running')] as const] : []),
    ...(ketQua ? [['ketQua', t(`outcomes.${ketQua}`)] as const] : []),
    ...(daBoSung ? [['daBoSung', t('asked.supplemented')] as const] : []),
    ...(donVi ? [['donVi', say(unit(donVi))] as const] : []),
    ...(buoc ? [['buoc', t('asked.at', { step: stepName(buoc) })] as const] : []),
    ...(daQua ? [['daQua', t('asked.left', { step: stepName(daQua) })] as const] : []),
    ...(cum ? [['cum', cum === 'unknown' ? t('asked.noCluster') : cum] as const] : []),
    ...(nam === undefined ? [] : [['nam', t('asked.received', { year: nam })] as const]),
  ];
  if (asked.length === 0) return null;
  return (
    <div className="vd-row dossiers-asked" role="group" aria-label={t('asked.label')}>
      {asked.map(([name, words]) => (
        <Button key={name} size="small" iconAfter="close" onClick={() => onDrop(name)}>
          {words}
          <span className="vd-hidden">, {t('asked.drop')}</span>
        </Button>
      ))}
    </div>
  );
}
