import { useTranslation } from 'react-i18next';

interface Labels {
  /** What the act does, in a sentence. */
  readonly help: string | undefined;
  readonly label: (name: string) => string;
  readonly hint: (name: string) => string | undefined;
}

/** The words of an act: its own where it has some, else those of the field. */
export function useLabels(act: string): Labels {
  const { t, i18n } = useTranslation('act');
  const has = (key: string) => i18n.exists(key, { ns: 'act' });
  const first = (...keys: readonly string[]): string | undefined => {
    const key = keys.find(has);
    return key === undefined ? undefined : t(key as never);
  };
  const plain = (name: string) => name.replaceAll('.', '_');
  return {
    help: first(`acts.${act}.help`),
    label: (name) => first(`acts.${act}.${plain(name)}`, `fields.${plain(name)}`) ?? name,
    hint: (name) => first(`acts.${act}.${plain(name)}_hint`, `fields.${plain(name)}_hint`),
  };
}
