export * from './account.js';
export * from './accounts.js';
export * from './policy.js';
export * from './sample-accounts.js';
export * from './route-access.js';
