import { legalSourceText } from '#libs/domain/citation';
import type { Bilingual, Language } from '#libs/domain/kernel';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** The language of the page; anything but English is Vietnamese. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language.startsWith('en') ? 'en' : 'vi';
}

/** Picks the page's language out of a text that the server gave in both. */
export function useSay(): (text: Bilingual) => string {
  const language = useLanguage();
  return useCallback((text) => text[language], [language]);
}

/** Cites where something stands, in the page's language: `NĐ 98/2023, Điều 30 khoản 7`. */
export function useCite(): (source: string) => string {
  const language = useLanguage();
  return (source) => legalSourceText(source, language);
}

/** On what the server rests a no: a rule, a version of a procedure, and where that stands. */
export interface Ground {
  readonly rule?: string | undefined;
  readonly source?: string | undefined;
  readonly procedure?: { readonly code: string; readonly version: string; readonly names: Bilingual } | undefined;
}

/** A ground in words: `R27: NĐ 98/2023, Điều 30 khoản 7`; of a procedure `R1: quy trình “Chiến sĩ thi đua cơ sở” (CSTDCS, bản R2025.1): …`. */
export function useGround(): (told: Ground) => string | undefined {
  const { t } = useTranslation('components');
  const cite = useCite();
  const say = useSay();
  return ({ rule, source, procedure }) =>
    [
      rule,
      procedure &&
        t('problem.procedure', { name: say(procedure.names), code: procedure.code, version: procedure.version }),
      source === undefined ? undefined : cite(source),
    ]
      .filter(Boolean)
      .join(': ') || undefined;
}
