import type { ReactElement } from 'react';
import { AccountMenu } from './account-menu.js';
import { Bell } from './bell/bell.js';
import { LanguageSwitch } from './language-switch.js';
import { PositionSwitch } from './position-switch.js';
import { SearchBox } from './search-box.js';
import './top-bar.css';

/** As whom one acts, what one looks for, what has come in, and who one is. */
export const TopBar = (): ReactElement => (
  <header className="vd-top">
    <PositionSwitch />
    <SearchBox />
    <div className="vd-top-bell">
      <Bell />
    </div>
    <LanguageSwitch />
    <AccountMenu />
  </header>
);
