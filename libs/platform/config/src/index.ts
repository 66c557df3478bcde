export * from './config.js';
export { isLoopback } from './loopback.js';
export type { OidcConfig, SignInConfig } from './sign-in-config.js';
