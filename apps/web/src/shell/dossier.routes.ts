import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { loadWords } from '../words/words.js';
import { framed } from './framed.js';
import { oneOf, text, whole, yes } from './search-params.js';

const dossiers = createRoute({
  getParentRoute: () => framed,
  path: '/ho-so',
  validateSearch: (search) => ({
    ...text(search, 'buoc'),
    ...text(search, 'hinhThuc'),
    ...text(search, 'donVi'),
    ...yes(search, 'quaHan'),
    ...yes(search, 'dangXuLy'),
    ...yes(search, 'daBoSung'),
    ...oneOf(search, 'ketQua', ['granted', 'rejected', 'returned', 'withdrawn']),
    ...text(search, 'cum'),
    ...text(search, 'daQua'),
    ...whole(search, 'nam'),
    ...text(search, 'sau'),
  }),
  loader: () => loadWords('dossiers'),
  component: lazyRouteComponent(() => import('../pages/dossiers/dossiers.page.js'), 'DossiersPage'),
});

const dossier = createRoute({
  getParentRoute: () => framed,
  path: '/ho-so/$id',
  loader: () => loadWords('dossier', 'papers', 'openings'),
  component: lazyRouteComponent(() => import('../pages/dossier/dossier.page.js'), 'DossierPage'),
});

const act = createRoute({
  getParentRoute: () => framed,
  path: '/ho-so/$id/viec/$act',
  validateSearch: (search) => ({ ...text(search, 'han') }),
  loader: () => loadWords('act', 'dossier'),
  component: lazyRouteComponent(() => import('../pages/act/act.page.js'), 'ActPage'),
});

const replay = createRoute({
  getParentRoute: () => framed,
  path: '/ho-so/$id/phat-lai',
  validateSearch: (search) => ({
    ...whole(search, 'at'),
    ...whole(search, 'tu'),
    ...oneOf(search, 'doc', ['ghi', 'hieuluc']),
    ...oneOf(search, 'truc', ['su-kien', 'gio']),
  }),
  loader: () => loadWords('replay', 'openings'),
  component: lazyRouteComponent(() => import('../pages/replay/replay.page.js'), 'ReplayPage'),
});

const appraisal = createRoute({
  getParentRoute: () => framed,
  path: '/ho-so/$id/tham-dinh',
  validateSearch: (search) => ({ ...text(search, 'doiTuong') }),
  loader: () => loadWords('appraisal', 'papers'),
  component: lazyRouteComponent(() => import('../pages/appraisal/appraisal.page.js'), 'AppraisalPage'),
});

const council = createRoute({
  getParentRoute: () => framed,
  path: '/ho-so/$id/kiem-phieu',
  loader: () => loadWords('council'),
  component: lazyRouteComponent(() => import('../pages/council/council.page.js'), 'CouncilPage'),
});

const nominees = createRoute({
  getParentRoute: () => framed,
  path: '/ho-so/$id/doi-tuong',
  loader: () => loadWords('nominees'),
  component: lazyRouteComponent(() => import('../pages/nominees/nominees.page.js'), 'NomineesPage'),
});

const receipt = createRoute({
  getParentRoute: () => framed,
  path: '/ho-so/$id/giay-tiep-nhan',
  loader: () => loadWords('receipt', 'dossier'),
  component: lazyRouteComponent(() => import('../pages/receipt/receipt.page.js'), 'ReceiptPage'),
});

const draft = createRoute({
  getParentRoute: () => framed,
  path: '/ho-so/moi',
  loader: () => loadWords('draft'),
  component: lazyRouteComponent(() => import('../pages/draft/draft.page.js'), 'DraftPage'),
});

/** Dossiers, and what is done with one. */
export const dossierRoutes = [dossiers, dossier, act, replay, appraisal, council, nominees, receipt, draft] as const;
