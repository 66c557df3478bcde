import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../api/client.js';
import { meQuery } from '../api/queries.js';
import { type WordsLanguage, languages, speak, spoken } from '../words/words.js';
import './language-switch.css';

const names: Readonly<Record<WordsLanguage, string>> = { vi: 'Tiếng Việt', en: 'English' };

/** Vietnamese or English; the page stays, with all that was typed. Kept for the account, where somebody is signed in. */
export function LanguageSwitch(): ReactElement {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const choose = async (language: WordsLanguage) => {
    await speak(language);
    const me = queries.getQueryData(meQuery.queryKey);
    if (!me) return;
    queries.setQueryData(meQuery.queryKey, { ...me, language });
    // What the browser shows does not wait for it, nor goes back where it fails.
    await told(api.POST('/api/v1/me/language', { body: { language } })).catch(() => undefined);
  };
  return (
    <div className="vd-language" role="group" aria-label={t('language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={spoken() === language}
          onClick={() => void choose(language)}
        >
          {language.toUpperCase()}
          <span className="vd-hidden">, {names[language]}</span>
        </button>
      ))}
    </div>
  );
}
