import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Empty, Panel, useSay } from '../../components/index.js';
import type { Figure } from './statistics.query.js';

interface FigurePanelProps {
  readonly figure: Figure;
  readonly title?: string;
  /** One sentence about the whole: the total, the bottleneck. */
  readonly summary?: ReactNode;
  readonly picture: ReactNode;
  readonly table: ReactNode;
  readonly empty?: string;
}

/** A figure: as a picture or as the table behind it, with how it is made and what is left out. On paper both are told. */
export function FigurePanel({ figure, title, summary, picture, table, empty }: FigurePanelProps): ReactElement {
  const { t } = useTranslation('statistics');
  const say = useSay();
  const [asTable, setAsTable] = useState(false);
  const nothing = figure.groups.length === 0;
  return (
    <Panel
      title={title ?? say(figure.name)}
      className="figure"
      flush
      extra={
        !nothing && (
          <Button
            size="small"
            kind="quiet"
            aria-pressed={asTable}
            aria-label={t('asTableOf', { figure: say(figure.name) })}
            onClick={() => setAsTable(!asTable)}
          >
            {t(asTable ? 'asPicture' : 'asTable')}
          </Button>
        )
      }
      footer={
        <details className="figure-how">
          <summary>{t('how')}</summary>
          <p>{say(figure.formula)}</p>
          <p>{say(figure.excluded)}</p>
        </details>
      }
    >
      {nothing ? (
        <Empty title={empty ?? t('none')} />
      ) : (
        <>
          {summary !== undefined && <p className="figure-summary">{summary}</p>}
          {asTable ? table : picture}
        </>
      )}
    </Panel>
  );
}
