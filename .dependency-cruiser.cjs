// The floors of the house as a failing build: imports run downwards only.
const onlyIn = (name, pkg, folder) => ({
  name: `${name}-in-one-folder`,
  comment: `${pkg} is an adapter's business: it may be imported in ${folder} only.`,
  severity: 'error',
  from: { pathNot: [`^${folder}`, '\\.spec\\.ts$', '^test/'] },
  to: { path: `node_modules/(${pkg})(/|$)` },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'domain-is-pure',
      comment: 'Domain code knows no framework, no input or output, no clock: only itself, zod and calendar dates.',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: ['^libs/domain/', 'node_modules/(zod|temporal-polyfill)/'] },
    },
    {
      name: 'platform-stands-alone',
      severity: 'error',
      from: { path: '^libs/platform/' },
      to: { path: ['^apps/', '^libs/(engine|service)/', '^libs/domain/(?!kernel/)'] },
    },
    { name: 'engine-below-service', severity: 'error', from: { path: '^libs/engine/' }, to: { path: '^(apps|libs/service)/' } },
    {
      name: 'libs-below-apps',
      comment: 'Specs may read the shared cases and fixtures of test/.',
      severity: 'error',
      from: { path: '^libs/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(apps|test)/' },
    },
    { name: 'specs-below-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'engine-knows-no-framework',
      severity: 'error',
      from: { path: '^libs/(engine|platform)/', pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules/(@nestjs|fastify)/' },
    },
    {
      name: 'apps-apart',
      comment: 'Roles do not know each other; standalone joins them, the command line starts standalone.',
      severity: 'error',
      from: { path: '^apps/(api|projector|worker)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'through-the-front-door',
      comment: 'A library is used through its index.',
      severity: 'error',
      from: { path: '^(libs/[^/]+/[^/]+|apps/[^/]+|test)/' },
      to: { path: '^libs/[^/]+/[^/]+/', pathNot: ['^$1/', '^libs/[^/]+/[^/]+/src/index\\.ts$'] },
    },
    onlyIn('pg', 'pg|pg-copy-streams', 'libs/platform/postgres/'),
    onlyIn('queue', 'bullmq|ioredis', 'libs/engine/queue/'),
    onlyIn('mail', 'nodemailer', 'libs/service/notifications/'),
    onlyIn('s3', '@aws-sdk', 'libs/service/documents/'),
    onlyIn('kurrent', '@kurrent', 'libs/engine/event-store/src/kurrentdb/'),
    onlyIn('sign-in', '@node-rs/argon2|otpauth|openid-client|rate-limiter-flexible', 'libs/service/access/'),
    onlyIn('metrics', 'prom-client', 'libs/platform/observability/'),
    onlyIn('calendar-feed', 'ical-generator', 'libs/service/calendar-feed/'),
    onlyIn('workbooks', 'hucre', 'libs/service/lists/'),
    onlyIn('openapi', 'zod-openapi|swagger-ui-dist', 'apps/api/src/docs/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    webpackConfig: { fileName: '.dependency-cruiser.resolve.cjs' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
