import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusLine } from '../components/index.js';

/** One's own act is recorded, and this list does not show it yet: it must not look as if it were lost. */
export function Behind({ behind }: { readonly behind: boolean | undefined }): ReactElement {
  const { t } = useTranslation('states');
  return (
    <div role="status">
      {behind && (
        <StatusLine status="ok" mark="check">
          {t('behind')}
        </StatusLine>
      )}
    </div>
  );
}
