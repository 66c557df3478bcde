/** Runs on the JavaScript that tsc emitted: no transformer, no path mapper. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/dist'],
  testRegex: ['\\.(unit|int|e2e)\\.spec\\.js$'],
  transform: {},
  maxWorkers: '100%',
  testTimeout: 30_000,
  coverageProvider: 'v8',
};
