import type { ReactElement, ReactNode } from 'react';
import type { Threshold } from '#libs/domain/council';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names.js';
import { useLanguage } from './say.js';
import { StatusLine } from './status-tag.js';
import './vote-pips.css';

/** A number with one decimal where it needs it, as the language writes it: `13,6`, `13.6`. */
export function useDecimal(): (value: number) => string {
  const mark = useLanguage() === 'vi' ? ',' : '.';
  return (value) => String(Math.round(value * 10) / 10).replace('.', mark);
}

/**
 * “80 % of 17 = 13.6, rounded up: 14 needed”; before it is known how many are needed, the share alone. Only for the eye: whether it
 * is passed is counted in whole numbers.
 */
export function useThresholdWords(): (threshold: Threshold, whole: number, needed: number | undefined) => ReactNode {
  const { t } = useTranslation('components');
  const decimal = useDecimal();
  return ({ numerator, denominator, strict, of }, whole, needed) => {
    const half = numerator * 2 === denominator && strict === true;
    const share = half
      ? t('votes.half')
      : 100 % denominator === 0
        ? t('votes.percent', { percent: (numerator * 100) / denominator })
        : `${numerator}/${denominator}`;
    if (needed === undefined)
      return t(half ? 'votes.barHalf' : strict ? 'votes.barMore' : 'votes.barLeast', {
        share,
        of: t(`votes.of.${of}`),
      });
    const product = decimal((whole * numerator) / denominator);
    const words = t(
      strict ? 'votes.more' : Number.isInteger((whole * numerator) / denominator) ? 'votes.exact' : 'votes.rounded',
      {
        share,
        whole,
        product,
        of: t(`votes.of.${of}`),
      },
    );
    return (
      <>
        {words} <b className="vd-needed">{needed}</b>
      </>
    );
  };
}

interface VotePipsProps {
  readonly yes: number;
  /** What the share is taken of. */
  readonly whole: number;
  readonly needed: number;
}

/** A bar for each vote, a line after the one that is needed, and the same in numbers. */
export function VotePips({ yes, whole, needed }: VotePipsProps): ReactElement {
  const { t } = useTranslation('components');
  const decimal = useDecimal();
  const percent = whole === 0 ? '–' : decimal((yes * 100) / whole);
  return (
    <span className="vd-votes">
      <span className="vd-pips" role="img" aria-label={t('votes.pips', { yes, whole, needed })}>
        {Array.from({ length: whole }, (_, at) => (
          <i key={at} className={classNames(at < yes && 'vd-pip-yes', at === needed - 1 && 'vd-pip-needed')} />
        ))}
      </span>
      <b>
        {yes}/{whole}
      </b>
      <span className="vd-mute">{percent} %</span>
    </span>
  );
}

/** Passed or not, and by how many. */
export function VoteResult({ yes, needed }: Pick<VotePipsProps, 'yes' | 'needed'>): ReactElement {
  const { t } = useTranslation('components');
  const over = yes - needed;
  return (
    <span className="vd-vote-result">
      {over >= 0 ? (
        <StatusLine status="ok" mark="check">
          {t('votes.passed')}
        </StatusLine>
      ) : (
        <StatusLine status="fail">{t('votes.notPassed')}</StatusLine>
      )}
      <span className="vd-meta">
        {over === 0
          ? t('votes.just')
          : over > 0
            ? t('votes.over', { count: over })
            : t('votes.short', { count: -over })}
      </span>
    </span>
  );
}
