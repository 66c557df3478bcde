import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { allowedQuery, type Dossier } from '../../api/dossier.js';
import { useAwardNames } from '../../api/names.js';
import { useProcedureOf } from '../../api/procedure-of.js';
import { KeyValues, useSay } from '../../components/index.js';

/** So many names are read out; of more one is told how many. */
const NAMED = 10;

/** What is handed in, to be looked through before it is: the award, the list, the papers that are there and those that are not. */
export function HandedIn({ dossier }: { readonly dossier: Dossier }): ReactElement {
  const { t } = useTranslation('act');
  const say = useSay();
  const awardOf = useAwardNames();
  const procedure = useProcedureOf(dossier);
  const { data: allowed } = useQuery(allowedQuery(dossier.id));
  const missing = allowed?.nextReceipt.missing ?? [];
  const { nominees, documents } = dossier;
  const more = nominees.length - NAMED;
  const papers = new Set(documents.map(({ document }) => document));
  const nameOf = (code: string) => {
    const names = procedure?.documents.find((each) => each.code === code)?.names;
    return names ? say(names) : code;
  };
  return (
    <KeyValues
      items={[
        [t('handedIn.award'), say(awardOf(dossier.procedureCode))],
        [
          t('handedIn.nominees'),
          [
            ...nominees.slice(0, NAMED).map(({ name, unit }) => `${name} (${unit})`),
            ...(more > 0 ? [t('handedIn.more', { count: more })] : []),
          ].join('; '),
        ],
        [t('handedIn.papers'), [...papers].map(nameOf).join('; ') || t('handedIn.none')],
        ...(missing.length > 0
          ? [[t('handedIn.missing'), missing.map(({ name }) => say(name)).join('; ')] as const]
          : []),
      ]}
    />
  );
}
