import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../components/index.js';
import { money } from '../../format/numbers.js';
import type { DecisionRead, Recipients } from './decisions.js';

const kinds = ['collective', 'individual', 'household'] as const;

/** Whom a decision honours and what it costs, kind by kind, as a sum that can be followed: so many times so much. */
export function DecisionSum({
  decision,
  prizes,
}: {
  readonly decision: DecisionRead;
  readonly prizes: Recipients['prizes'];
}): ReactElement {
  const { t } = useTranslation('decisions');
  const language = useLanguage();
  const lines = kinds.flatMap((kind) => {
    const count = decision.recipients.filter((each) => each.kind === kind).length;
    return count === 0 ? [] : [{ kind, count, each: prizes?.each[kind] }];
  });
  return (
    <table className="decisions-sum">
      <caption className="vd-hidden">{t('sum.title')}</caption>
      <tbody>
        {lines.map(({ kind, count, each }) => (
          <tr key={kind}>
            <th scope="row">{t(`counted.${kind}`, { count })}</th>
            <td>{each === undefined ? t('sum.unknown') : t('sum.each', { amount: money(each, language) })}</td>
            <td>{each === undefined ? '?' : money(each * count, language)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('sum.all', { count: decision.recipients.length })}</th>
          <td>{prizes && prizes.unknown.length > 0 ? t('sum.without') : ''}</td>
          <td>
            <b>{prizes ? money(prizes.total, language) : t('facts.noPrize')}</b>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
