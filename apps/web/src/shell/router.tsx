import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { positionsQuery, queryClient } from '../api/queries.js';
import { loadWords } from '../words/words.js';
import { NotThere, PageFailed } from './page-failed.js';
import { dossierRoutes } from './dossier.routes.js';
import { framed, root } from './framed.js';
import { operatorRoutes } from './operator.routes.js';
import { homeOf } from './places.js';
import { oneOf, text, whole } from './search-params.js';
import { standingIn } from './standing.js';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  validateSearch: (search) => ({ ...text(search, 've') }),
  loader: () => loadWords('sign-in'),
  component: lazyRouteComponent(() => import('../pages/sign-in/sign-in.page.js'), 'SignInPage'),
});

const home = createRoute({
  getParentRoute: () => framed,
  path: '/',
  beforeLoad: async () => {
    const standing = standingIn(await queryClient.ensureQueryData(positionsQuery));
    throw redirect({ ...homeOf(standing?.roles ?? []), replace: true });
  },
});

const worklist = createRoute({
  getParentRoute: () => framed,
  path: '/viec',
  validateSearch: (search) => ({
    ...oneOf(search, 'ds', ['mine', 'free', 'held', 'waiting']),
    ...oneOf(search, 'han', ['overdue', 'today', 'soon', 'inTime', 'paused', 'withoutDue']),
    ...text(search, 'buoc'),
    ...text(search, 'hinhThuc'),
    ...text(search, 'donVi'),
    ...oneOf(search, 'xep', ['cho-lau', 'moi-doi']),
    ...text(search, 'sau'),
  }),
  loader: () => loadWords('worklist'),
  component: lazyRouteComponent(() => import('../pages/worklist/worklist.page.js'), 'WorklistPage'),
});

const decisions = createRoute({
  getParentRoute: () => framed,
  path: '/trinh-ky',
  validateSearch: (search) => ({ ...oneOf(search, 'xem', ['da-ky']), ...text(search, 'sau') }),
  loader: () => loadWords('decisions'),
  component: lazyRouteComponent(() => import('../pages/decisions/decisions.page.js'), 'DecisionsPage'),
});

const decision = createRoute({
  getParentRoute: () => framed,
  path: '/trinh-ky/$id',
  loader: () => loadWords('decisions', 'papers', 'openings'),
  component: lazyRouteComponent(() => import('../pages/decisions/decision.page.js'), 'DecisionPage'),
});

const submissions = createRoute({
  getParentRoute: () => framed,
  path: '/to-trinh',
  validateSearch: (search) => ({
    ...oneOf(search, 'xem', ['dang-soan', 'da-gui', 'da-tiep-nhan']),
    ...text(search, 'sau'),
  }),
  loader: () => loadWords('submissions'),
  component: lazyRouteComponent(() => import('../pages/submissions/submissions.page.js'), 'SubmissionsPage'),
});

const submission = createRoute({
  getParentRoute: () => framed,
  path: '/to-trinh/$id',
  loader: () => loadWords('submissions'),
  component: lazyRouteComponent(() => import('../pages/submissions/submission.page.js'), 'SubmissionPage'),
});

const handovers = createRoute({
  getParentRoute: () => framed,
  path: '/ban-giao',
  loader: () => loadWords('handover'),
  component: lazyRouteComponent(() => import('../pages/handover/handovers.page.js'), 'HandoversPage'),
});

const proposeHandover = createRoute({
  getParentRoute: () => framed,
  path: '/ban-giao/moi',
  validateSearch: (search) => ({ ...text(search, 'viTri'), ...text(search, 'tu') }),
  loader: () => loadWords('handover'),
  component: lazyRouteComponent(() => import('../pages/handover/propose.page.js'), 'ProposePage'),
});

const handover = createRoute({
  getParentRoute: () => framed,
  path: '/ban-giao/$id',
  loader: () => loadWords('handover'),
  component: lazyRouteComponent(() => import('../pages/handover/handover.page.js'), 'HandoverPage'),
});

const firstDay = createRoute({
  getParentRoute: () => framed,
  path: '/bat-dau',
  loader: () => loadWords('first-day'),
  component: lazyRouteComponent(() => import('../pages/first-day/first-day.page.js'), 'FirstDayPage'),
});

const agenda = createRoute({
  getParentRoute: () => framed,
  path: '/phien-hop',
  loader: () => loadWords('agenda'),
  component: lazyRouteComponent(() => import('../pages/agenda/agenda.page.js'), 'AgendaPage'),
});

const notifications = createRoute({
  getParentRoute: () => framed,
  path: '/thong-bao',
  loader: () => loadWords('notifications'),
  component: lazyRouteComponent(() => import('../pages/notifications/notifications.page.js'), 'NotificationsPage'),
});

const calendar = createRoute({
  getParentRoute: () => framed,
  path: '/lich',
  validateSearch: (search) => ({ ...text(search, 'thang'), ...text(search, 'tuan') }),
  loader: () => loadWords('calendar'),
  component: lazyRouteComponent(() => import('../pages/calendar/calendar.page.js'), 'CalendarPage'),
});

const statistics = createRoute({
  getParentRoute: () => framed,
  path: '/thong-ke',
  validateSearch: (search) => ({ ...whole(search, 'nam'), ...text(search, 'hinhThuc') }),
  loader: () => loadWords('statistics'),
  component: lazyRouteComponent(() => import('../pages/statistics/statistics.page.js'), 'StatisticsPage'),
});

const figureAsked = (search: Readonly<Record<string, unknown>>) => ({
  ...whole(search, 'nam'),
  ...text(search, 'hinhThuc'),
  ...text(search, 'cum'),
  ...text(search, 'donVi'),
  ...text(search, 'sau'),
});

const countedDeadlines = createRoute({
  getParentRoute: () => framed,
  path: '/thong-ke/thoi-han',
  validateSearch: (search) => ({
    ...figureAsked(search),
    ...text(search, 'dongHo'),
    ...oneOf(search, 'xem', ['all', 'onTime', 'late']),
  }),
  loader: () => loadWords('statistics'),
  component: lazyRouteComponent(() => import('../pages/statistics/deadline-list.page.js'), 'DeadlineListPage'),
});

const countedNominees = createRoute({
  getParentRoute: () => framed,
  path: '/thong-ke/ca-nhan',
  validateSearch: (search) => ({
    ...figureAsked(search),
    ...oneOf(search, 'doiTuong', ['known', 'direct_worker', 'leader', 'unknown']),
  }),
  loader: () => loadWords('statistics'),
  component: lazyRouteComponent(() => import('../pages/statistics/nominee-list.page.js'), 'NomineeListPage'),
});

const screening = createRoute({
  getParentRoute: () => framed,
  path: '/sang-loc',
  validateSearch: (search) => ({
    ...oneOf(search, 'cauHoi', [
      'overdue',
      'deadline-changed',
      'against-the-machine',
      'replaced-after-appraisal',
      'outside-working-hours',
      'same-officer',
      'without-assignment',
      'sample',
    ]),
    ...whole(search, 'ngay'),
    ...text(search, 'hatGiong'),
    ...whole(search, 'co'),
    ...text(search, 'sau'),
  }),
  loader: () => loadWords('screening'),
  component: lazyRouteComponent(() => import('../pages/screening/screening.page.js'), 'ScreeningPage'),
});

const account = createRoute({
  getParentRoute: () => framed,
  path: '/tai-khoan',
  loader: () => loadWords('account'),
  component: lazyRouteComponent(() => import('../pages/account/account.page.js'), 'AccountPage'),
});

/** The pages there are. How one is added: docs/web.md. */
const tree = root.addChildren([
  signIn,
  framed.addChildren([
    home,
    worklist,
    ...dossierRoutes,
    decisions,
    decision,
    submissions,
    submission,
    handovers,
    proposeHandover,
    handover,
    firstDay,
    agenda,
    notifications,
    calendar,
    statistics,
    countedDeadlines,
    countedNominees,
    screening,
    account,
    ...operatorRoutes,
  ]),
]);

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultErrorComponent: PageFailed,
  defaultNotFoundComponent: NotThere,
  scrollRestoration: true,
});

export type AppRouter = typeof router;

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
  /** What somebody searches for may be a name, and stands in no address: it goes along with the page, and stays in its history. */
  interface HistoryState {
    q?: string;
  }
}
