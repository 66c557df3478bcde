import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Note } from '../components/index.js';

/** No, because of the position: whose work it is. The step itself is never hidden. */
export function WhoMay({ roles }: { readonly roles: string | number | readonly string[] | undefined }): ReactElement {
  const { t } = useTranslation(['states', 'shell']);
  const names = [roles ?? []].flat().map((role) => t(`shell:roles.${String(role)}` as never, String(role)));
  return (
    <Note kind="plain">
      <b>{t('states:notAllowed.title')}</b>{' '}
      {names.length > 0 && t('states:notAllowed.who', { roles: names.join(', ') })}
    </Note>
  );
}
