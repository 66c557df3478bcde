import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField, Panel } from '../../components/index.js';
import { day, isoDay } from '../../format/dates.js';
import { type Difference, differences } from './difference.js';
import { DifferenceList } from './difference-list.js';
import { useDifferenceWords } from './difference-words.js';
import { type EventRow, type History, revisionAtEndOf, viewAt, viewInForce } from './history.js';

/** So many answers stand side by side; what is more is a list. */
const SIDE_BY_SIDE = 3;

/** A day asked about twice: what the log held at its end, and what is known today to have held. */
export function TwoTimesPanel({
  history,
  row,
  last,
}: {
  readonly history: History;
  readonly row: EventRow;
  readonly last: number;
}): ReactElement {
  const { t } = useTranslation('replay');
  const [chosen, setChosen] = useState<string>();
  const about = chosen ?? isoDay(row.effectiveAt);
  // Folding a long life again takes time, and most steps stay within a day.
  const { revision, recorded, inForce, found } = useMemo(() => {
    const then = revisionAtEndOf(history, about);
    const [one, other] = [then < 0 ? undefined : viewAt(history, then), viewInForce(history, about, last)];
    return { revision: then, recorded: one, inForce: other, found: differences(one, other) };
  }, [history, about, last]);
  const told = found.filter(({ was, is }) => was !== undefined || is !== undefined);
  const beside = recorded !== undefined && told.length === found.length && found.length <= SIDE_BY_SIDE;
  return (
    <Panel title={t('twoTimes.title', { day: day(about) })}>
      <DateField label={t('twoTimes.day')} required value={about} onChange={(value) => value && setChosen(value)} />
      <p className="replay-two">
        {inForce === undefined && recorded === undefined
          ? t('twoTimes.nothing')
          : recorded === undefined
            ? t('twoTimes.onlyInForce')
            : found.length === 0
              ? t('twoTimes.same', { revision })
              : t('twoTimes.differ', { count: found.length, revision })}
      </p>
      {found.length > 0 && beside && (
        <div className="replay-answers">
          <Answer
            name={t('twoTimes.recorded')}
            how={t('twoTimes.recordedHow', { day: day(about), revision })}
            values={told.map((each) => [each, each.was] as const)}
          />
          <Answer
            name={t('twoTimes.inForce')}
            how={t('twoTimes.inForceHow', { day: day(about) })}
            values={told.map((each) => [each, each.is] as const)}
          />
        </div>
      )}
      {recorded !== undefined && found.length > 0 && !beside && (
        <>
          <p className="vd-meta">{t('twoTimes.how', { revision })}</p>
          <DifferenceList differences={found} />
        </>
      )}
    </Panel>
  );
}

/** One of the two ways to answer. */
function Answer({
  name,
  how,
  values,
}: {
  readonly name: string;
  readonly how: string;
  readonly values: readonly (readonly [Difference, string | undefined])[];
}): ReactElement {
  const { t } = useTranslation('replay');
  const words = useDifferenceWords();
  return (
    <div>
      <h3>{name}</h3>
      <p className="vd-meta">{how}</p>
      <dl>
        {values.map(([difference, value], at) => (
          <div key={at}>
            <dt className="vd-meta">{words.about(difference)}</dt>
            <dd>{value === undefined ? t('twoTimes.none') : words.value(difference, value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
