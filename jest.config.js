/** Runs on the JavaScript that tsc emitted, in processes of bare Node.js that keep their modules from suite to suite (ADR 41). */
export default {
  roots: ['<rootDir>/dist'],
  testRegex: ['\\.(unit|int|e2e|browser)\\.spec\\.js$'],
  transform: {},
  runner: ['jest-light-runner', { runtime: 'child_process' }],
  reporters: ['default', '<rootDir>/dist/test/support/runner/stuck-suites.js'],
  setupFilesAfterEnv: ['<rootDir>/dist/test/support/runner/patience.js'],
  globalSetup: './dist/test/support/runner/global-setup.js',
  globalTeardown: './dist/test/support/runner/global-teardown.js',
  maxWorkers: '100%',
};
