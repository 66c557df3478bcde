/** Runs on the JavaScript that tsc emitted, in processes of bare Node.js that keep their modules from suite to suite (ADR 41). */
export default {
  roots: ['<rootDir>/dist'],
  testRegex: ['\\.(unit|int|e2e|browser)\\.spec\\.js$'],
  transform: {},
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  setupFilesAfterEnv: ['<rootDir>/dist/test/support/patience.js'],
  globalSetup: './dist/test/support/global-setup.js',
  globalTeardown: './dist/test/support/global-teardown.js',
  maxWorkers: '100%',
};
