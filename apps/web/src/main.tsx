import './api/validation.ts';
import './styles/tokens.css';
import './styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { preload } from './preload.ts';
import { router } from './router.tsx';

const place = document.getElementById('page');
if (place === null) {
  throw new Error('index.html has no element #page.');
}
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

/** Interval at which to check if the first view has all its data; the other views are preloaded then. */
const checkMs = 2_000;
/** Rendering goes first; not every browser reports when it is idle. */
const whenIdle = 'requestIdleCallback' in window ? requestIdleCallback : setTimeout;
const check = setInterval(() => {
  if (queryClient.isFetching() === 0) {
    clearInterval(check);
    whenIdle(() => void preload());
  }
}, checkMs);
