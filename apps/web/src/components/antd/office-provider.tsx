import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US.js';
import viVN from 'antd/locale/vi_VN.js';
import type { ReactElement, ReactNode } from 'react';
import { antdTheme } from '../../theme/index.js';
import { useLanguage } from '../say.js';
import { styleNonce } from './style-nonce.js';

/** Ant Design in our colours, our language and under our content policy. What uses it loads with it, and only then. */
export function OfficeProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const nonce = styleNonce();
  return (
    <ConfigProvider
      theme={antdTheme}
      locale={useLanguage() === 'vi' ? viVN : enUS}
      button={{ autoInsertSpace: false }}
      {...(nonce && { csp: { nonce } })}
    >
      {children}
    </ConfigProvider>
  );
}
