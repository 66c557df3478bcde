import { useQuery } from '@tanstack/react-query';
import type { Bilingual } from '#libs/domain/kernel';
import { unitsQuery } from '../../api/names.js';
import { useAccountNames } from './accounts.js';

/** Answers what units and people are called by their codes, and before them what the page itself knows. */
export function useCalled(ofPage: (code: string) => Bilingual | undefined): (code: string) => Bilingual | undefined {
  const { data: units } = useQuery(unitsQuery);
  const nameOf = useAccountNames();
  return (code) => {
    const known = ofPage(code) ?? units?.get(code);
    if (known) return known;
    const name = nameOf(code);
    return name === code ? undefined : { vi: name, en: name };
  };
}
