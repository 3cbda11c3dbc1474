import './api/validation.ts';
import './styles/tokens.css';
import './styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './api/query-client.ts';
import { loadAhead } from './preload.ts';
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

/** Milliseconds between two looks whether the view one came for has all it asked for; the others are fetched then. */
const lookEveryMs = 2_000;
/** What came may still have to be drawn, which goes first; not every browser tells when it has nothing to do. */
const whenIdle = 'requestIdleCallback' in window ? requestIdleCallback : setTimeout;
const looking = setInterval(() => {
  if (queryClient.isFetching() === 0) {
    clearInterval(looking);
    whenIdle(() => void loadAhead());
  }
}, lookEveryMs);
