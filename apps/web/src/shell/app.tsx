import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { queryClient } from '../api/queries.js';
import { ToastProvider } from '../components/index.js';
import '../theme/index.css';
import { router } from './router.js';
import { SignInAgain } from './sign-in-again.js';

/** What stands around every page. */
export const App = (): ReactElement => (
  <QueryClientProvider client={queryClient}>
    <ToastProvider>
      <SignInAgain>
        <RouterProvider router={router} />
      </SignInAgain>
    </ToastProvider>
  </QueryClientProvider>
);
