import { useMutation } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../../api/client.js';
import { Problem } from '../../api/problem.js';
import { Button, KeyValues, Note, useSay } from '../../components/index.js';
import { day, moment } from '../../format/dates.js';

/** Tra cứu hồ sơ: how a dossier stands, for whoever holds its receipt. It names nobody. */
export function LookUp(): ReactElement {
  const { t, i18n } = useTranslation('sign-in');
  const say = useSay();
  const [code, setCode] = useState('');
  const look = useMutation({
    mutationFn: (receiptCode: string) =>
      told(api.GET('/api/v1/look-up/{receiptCode}', { params: { path: { receiptCode } } })),
  });
  const { data, error } = look;
  return (
    <section className="vd-lookup" aria-labelledby="look-up-title">
      <h2 id="look-up-title">{t('lookUp.title')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (code.trim() !== '') look.mutate(code.trim());
        }}
      >
        <label className="vd-hidden" htmlFor="look-up-code">
          {t('lookUp.label')}
        </label>
        <input
          id="look-up-code"
          className="vd-input"
          autoComplete="off"
          maxLength={40}
          placeholder={t('lookUp.placeholder')}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button type="submit" size="large" busy={look.isPending}>
          {t('lookUp.look')}
        </Button>
      </form>
      <div role="status">
        {error && (
          <Note kind="soon">{error instanceof Problem ? error.sentence(i18n.language) : t('unreachable')}</Note>
        )}
        {data && (
          <KeyValues
            items={[
              [t('lookUp.state'), <b key="state">{say(data.stateText)}</b>],
              [t('lookUp.step'), say(data.step)],
              [t('lookUp.body'), say(data.body)],
              [t('lookUp.received'), day(data.receivedOn)],
              ...(data.next
                ? [[t('lookUp.next'), `${say(data.next.text)} (${moment(data.next.dueAt)})`] as const]
                : []),
            ]}
          />
        )}
      </div>
    </section>
  );
}
