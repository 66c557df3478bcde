import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts, StatusLine, useDecimal } from '../../components/index.js';

interface SessionFactsProps {
  readonly members: number;
  readonly present: number;
  readonly written: number;
  /** So many must be there; nothing where the procedure’s figure is unknown. */
  readonly quorum: number | undefined;
  readonly fraction: { readonly numerator: number; readonly denominator: number } | undefined;
}

/** The session in figures, and whether it may decide at all. */
export function SessionFacts({ members, present, written, quorum, fraction }: SessionFactsProps): ReactElement {
  const { t } = useTranslation('council');
  const decimal = useDecimal();
  const absent = Math.max(0, members - present - written);
  return (
    <Facts
      items={[
        { name: t('facts.members'), value: members || '–' },
        { name: t('facts.present'), value: present || '–' },
        { name: t('facts.written'), value: written },
        { name: t('facts.absent'), value: members === 0 ? '–' : absent },
        {
          wide: true,
          name:
            quorum === undefined || !fraction
              ? t('facts.noQuorum')
              : t('facts.quorum', {
                  share: `${fraction.numerator}/${fraction.denominator}`,
                  members,
                  product: decimal((members * fraction.numerator) / fraction.denominator),
                  quorum,
                }),
          value:
            quorum === undefined || members === 0 ? (
              '–'
            ) : present >= quorum ? (
              <StatusLine status="ok" mark="check">
                {t('facts.enough', { present })}
              </StatusLine>
            ) : (
              <StatusLine status="fail">{t('facts.tooFew', { present, quorum })}</StatusLine>
            ),
        },
      ]}
    />
  );
}
