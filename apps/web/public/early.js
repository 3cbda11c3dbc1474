// Runs before the first paint, so that the page does not flash in the other theme.
{
  const chosen = localStorage.getItem('warren.theme');
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
}

// Fetches the list of patterns while the page's own script is still loading.
if (/\/patterns\/?$/.test(document.location.pathname) && document.location.search === '') {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous' });
  link.href = '/api/v1/patterns?is_active=true';
  document.head.append(link);
}
