/** Runs on the JavaScript that tsc emitted: no transformer, no path mapper. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/dist'],
  testRegex: ['\\.(unit|int|e2e)\\.spec\\.js$'],
  transform: {},
  globalSetup: './dist/test/support/global-setup.js',
  globalTeardown: './dist/test/support/global-teardown.js',
  maxWorkers: '100%',
  // Modules of suites that are over stay in memory: a worker that has grown so far is started anew.
  workerIdleMemoryLimit: '1200MB',
  testTimeout: 180_000,
  coverageProvider: 'v8',
};
