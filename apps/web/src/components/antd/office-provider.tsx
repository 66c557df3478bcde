import { ConfigProvider, type ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US.js';
import viVN from 'antd/locale/vi_VN.js';
import type { ReactElement, ReactNode } from 'react';
import { antdTheme } from '../../theme/index.js';
import { useLanguage } from '../say.js';
import { styleNonce } from './style-nonce.js';

/** The library's own style sheet leaves its layers fading in for those who asked their system for no motion. */
const calmTheme: ThemeConfig = { ...antdTheme, token: { ...antdTheme.token, motion: false } };

/** Ant Design in our colours, our language and under our content policy. What uses it loads with it, and only then. */
export function OfficeProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const nonce = styleNonce();
  return (
    <ConfigProvider
      theme={matchMedia('(prefers-reduced-motion: reduce)').matches ? calmTheme : antdTheme}
      locale={useLanguage() === 'vi' ? viVN : enUS}
      button={{ autoInsertSpace: false }}
      {...(nonce && { csp: { nonce } })}
    >
      {children}
    </ConfigProvider>
  );
}
