import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadWords } from '../words/words.js';
import { framed } from './framed.js';
import { oneOf, text, whole } from './search-params.js';

const operations = createRoute({
  getParentRoute: () => framed,
  path: '/quan-tri/van-hanh',
  loader: () => loadWords('operations', 'operator'),
  component: lazyRouteComponent(() => import('../pages/operations/operations.page.js'), 'OperationsPage'),
});

const procedures = createRoute({
  getParentRoute: () => framed,
  path: '/quan-tri/quy-trinh',
  validateSearch: (search) => ({
    ...oneOf(search, 'loc', ['in_force', 'draft', 'ends', 'unknown', 'not_receivable', 'all']),
  }),
  loader: () => loadWords('procedures', 'operator'),
  component: lazyRouteComponent(() => import('../pages/procedures/procedures.page.js'), 'ProceduresPage'),
});

const procedure = createRoute({
  getParentRoute: () => framed,
  path: '/quan-tri/quy-trinh/$code',
  validateSearch: (search) => ({ ...text(search, 'ban') }),
  loader: () => loadWords('procedures', 'operator'),
  component: lazyRouteComponent(() => import('../pages/procedures/procedure.page.js'), 'ProcedurePage'),
});

const workingCalendar = createRoute({
  getParentRoute: () => framed,
  path: '/quan-tri/lich-lam-viec',
  validateSearch: (search) => ({ ...whole(search, 'nam') }),
  loader: () => loadWords('working-calendar', 'operator'),
  component: lazyRouteComponent(
    () => import('../pages/working-calendar/working-calendar.page.js'),
    'WorkingCalendarPage',
  ),
});

const units = createRoute({
  getParentRoute: () => framed,
  path: '/quan-tri/don-vi',
  loader: () => loadWords('units', 'operator'),
  component: lazyRouteComponent(() => import('../pages/units/units.page.js'), 'UnitsPage'),
});

const unit = createRoute({
  getParentRoute: () => framed,
  path: '/quan-tri/don-vi/$id',
  loader: () => loadWords('units', 'operator'),
  component: lazyRouteComponent(() => import('../pages/units/unit.page.js'), 'UnitPage'),
});

const clusters = createRoute({
  getParentRoute: () => framed,
  path: '/quan-tri/cum-khoi',
  loader: () => loadWords('clusters', 'operator'),
  component: lazyRouteComponent(() => import('../pages/clusters/clusters.page.js'), 'ClustersPage'),
});

const cluster = createRoute({
  getParentRoute: () => framed,
  path: '/quan-tri/cum-khoi/$id',
  loader: () => loadWords('clusters', 'operator'),
  component: lazyRouteComponent(() => import('../pages/clusters/cluster.page.js'), 'ClusterPage'),
});

const accounts = createRoute({
  getParentRoute: () => framed,
  path: '/quan-tri/tai-khoan',
  validateSearch: (search) => ({ ...text(search, 'tk') }),
  loader: () => loadWords('accounts', 'operator'),
  component: lazyRouteComponent(() => import('../pages/accounts/accounts.page.js'), 'AccountsPage'),
});

/** The operator's pages, under `/quan-tri`. */
export const operatorRoutes = [
  operations,
  procedures,
  procedure,
  workingCalendar,
  units,
  unit,
  clusters,
  cluster,
  accounts,
] as const;
