// Before the first paint, so that the page does not flash in the other theme.
{
  const chosen = localStorage.getItem('warren.theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
}

// The list that most people come for is asked for while the page's own script is still on its way.
if (/\/patterns\/?$/.test(document.location.pathname) && document.location.search === '') {
  const link = document.createElement('link');
  Object.assign(link, { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous' });
  link.href = '/api/v1/patterns?is_active=true';
  document.head.append(link);
}
