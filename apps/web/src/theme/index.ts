export { antdTheme } from './theme.js';
