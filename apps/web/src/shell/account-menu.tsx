import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { api, told } from '../api/client.js';
import { meQuery, queryClient } from '../api/queries.js';
import { forgetTab } from '../api/tab.js';
import { Menu, useToast } from '../components/index.js';
import { calledBy, initials } from '../format/names.js';

/** Who one is, and the way out. */
export function AccountMenu(): ReactElement | null {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const tell = useToast();
  const { data: me } = useQuery(meQuery);
  if (!me) return null;
  const leave = async () => {
    try {
      await told(api.DELETE('/api/v1/sessions/current'));
    } catch {
      // Somebody at a shared machine must not believe that he is out when he is not.
      return tell(t('account.stillIn'), 'over');
    }
    forgetTab();
    await navigate({ to: '/dang-nhap' });
    queryClient.clear();
    return undefined;
  };
  return (
    <Menu
      align="right"
      buttonClassName="vd-me"
      button={
        <>
          <span className="vd-initials" aria-hidden="true">
            {initials(me.name)}
          </span>
          <span className="vd-hidden">{t('account.label')}</span>
          <span className="vd-me-name">{calledBy(me.name)}</span>
        </>
      }
      items={[
        { key: 'account', label: t('account.own'), meta: me.name, onSelect: () => void navigate({ to: '/tai-khoan' }) },
        { key: 'leave', label: t('account.leave'), onSelect: () => void leave() },
      ]}
    />
  );
}
