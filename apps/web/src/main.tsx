import { letComponentsWriteStyles } from './shell/style-nonce.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/app.js';
import { startWords } from './words/words.js';

letComponentsWriteStyles();
// The schemas of the domain would try `new Function` to be quicker; the policy of the page refuses that, and the browser would tell.
(globalThis as { __zod_globalConfig?: object }).__zod_globalConfig = { jitless: true };
const place = document.getElementById('app');
if (!place) throw new Error('The page has no place for the app.');
await startWords();
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
