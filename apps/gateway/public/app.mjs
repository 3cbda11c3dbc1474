/* global document, EventSource */
const categories = {
  skill_cluster: 'Skill clusters',
  interest_theme: 'Interest themes',
  collaboration_opportunity: 'Collaboration opportunities',
  community_strength: 'Community strengths',
  cross_domain: 'Across domains',
};

const list = document.querySelector('#patterns');
const status = document.querySelector('#status');
const button = document.querySelector('#discover');

/** An element with text and children; text never becomes markup. */
function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== null));
  return made;
}

function count(number, word) {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

function percent(share) {
  return `${Math.round(share * 100)} %`;
}

/** What a pattern stands on, in plain words. */
function basisInWords({ basis, statistics, quotes, sides }) {
  const { observed, expected, lift, share, share_low, share_high } = statistics;
  const compared =
    expected === null || lift === null
      ? `${count(observed, 'member')} match`
      : `${count(observed, 'member')} match where chance would give about ${expected.toFixed(1)} (${lift.toFixed(1)} times as many)`;
  switch (basis) {
    case 'beyond_chance':
      return `Beyond chance: ${compared}.`;
    case 'shared':
      return `Shared, but chance may explain it: ${compared}.`;
    case 'share':
      return `${percent(share)} of the members (between ${percent(share_low)} and ${percent(share_high)}).`;
    case 'wish':
      return sides
        ? `${count(sides.givers.length, 'member')} can offer what ${count(sides.seekers.length, 'member')} look for.`
        : 'Some look for what others offer.';
    default:
      return `In their own words: ${count(quotes?.length ?? 0, 'quote')}.`;
  }
}

function card(pattern) {
  const { evidence } = pattern;
  const facets = evidence.facets.slice(0, 8).map(({ label }) => element('li', '', label));
  const quotes = (evidence.quotes ?? []).slice(0, 3).map(({ quote }) => element('blockquote', '', quote));
  const questions = pattern.question_prompts.map((question) => element('li', '', question));
  return element(
    'article',
    `basis-${evidence.basis}`,
    element('h3', '', pattern.name),
    element('p', 'members', count(pattern.member_count, 'member')),
    element('p', '', pattern.description),
    element('p', 'basis', basisInWords(evidence)),
    facets.length > 0 ? element('ul', 'facets', ...facets) : null,
    ...quotes,
    element('h4', '', 'Worth asking'),
    element('ul', 'questions', ...questions),
  );
}

function show(patterns) {
  const sections = Object.entries(categories).flatMap(([category, title]) => {
    const own = patterns.filter((pattern) => pattern.category === category);
    if (own.length === 0) return [];
    return [element('section', '', element('h2', '', title), element('div', 'cards', ...own.map(card)))];
  });
  list.replaceChildren(...sections);
}

async function ask(path, init) {
  const answer = await fetch(`api/v1/${path}`, init);
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail ?? answer.statusText);
  return body;
}

async function load() {
  const patterns = await ask('patterns');
  show(patterns);
  status.textContent =
    patterns.length === 0
      ? 'No patterns yet: import members, then press Discover.'
      : `${count(patterns.length, 'pattern')}.`;
}

/** Follows a run until it has ended; each step is told as it comes. */
function follow(runId) {
  return new Promise((resolve) => {
    const events = new EventSource(`api/v1/discovery-runs/${runId}/events`);
    const steps = [
      'snapshot',
      'queued',
      'started',
      'analysed',
      'thinking',
      'tool',
      'saved',
      'refused',
      'measured',
    ];
    const progressIn = (event) => JSON.parse(event.data);
    for (const step of steps) {
      events.addEventListener(step, (event) => {
        const { message, patterns_found } = progressIn(event);
        status.textContent = `${message || step} · ${count(patterns_found, 'pattern')} so far`;
      });
    }
    events.addEventListener('ended', (event) => {
      events.close();
      resolve(progressIn(event));
    });
  });
}

async function discover() {
  button.disabled = true;
  try {
    status.textContent = 'Looking for patterns…';
    const { run_id } = await ask('patterns/discover', {
      method: 'POST',
      headers: { prefer: 'respond-async' },
    });
    const ended = await follow(run_id);
    await load();
    if (ended.status !== 'succeeded') status.textContent = ended.message;
  } finally {
    button.disabled = false;
  }
}

function tellFailure(error) {
  status.textContent = `That did not work: ${error.message}`;
}

button.addEventListener('click', () => discover().catch(tellFailure));
load().catch(tellFailure);
