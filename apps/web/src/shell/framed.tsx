import { Outlet, createRootRoute, createRoute, redirect } from '@tanstack/react-router';
import { Frame } from './frame.js';
import { NotThere } from './page-failed.js';
import { comeBackTo, knownHere } from './signed-in.js';

/** What every page stands in. */
export const root = createRootRoute({ component: Outlet, notFoundComponent: NotThere });

/** Everything but signing in: with rail, bar and strip around it. */
export const framed = createRoute({
  getParentRoute: () => root,
  id: 'framed',
  beforeLoad: async ({ location }) => {
    if (!(await knownHere())) throw redirect({ to: '/dang-nhap', search: comeBackTo(location.pathname) });
  },
  component: Frame,
});
