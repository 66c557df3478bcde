export { freePort } from '#libs/platform/embedded';
export * from './eventually.js';
export * from './tcp-proxy.js';
export * from './test-database.js';
export * from './test-redis.js';
export * from './test-server.js';
