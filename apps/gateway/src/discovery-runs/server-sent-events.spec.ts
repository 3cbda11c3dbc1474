import { expect, it } from '@jest/globals';
import { RunProgress } from '@warren/contracts';
import { formatEvent, serverSentEvents } from './server-sent-events.ts';

const progress = RunProgress.parse({
  run_id: 1,
  status: 'running',
  step: 'tool',
  message: 'two\nlines',
  turns: 0,
  patterns_found: 0,
  spend: {
    input_tokens: 0,
    output_tokens: 0,
    cache_read_tokens: 0,
    cache_write_tokens: 0,
    cost_usd: null,
    uncertain_usd: 0,
  },
  at: '2026-03-01T10:00:00.000Z',
});

it('writes an event on lines of its own, with the data on one', () => {
  const lines = formatEvent(progress, '7').split('\n');
  expect(lines.slice(0, 2)).toEqual(['event: tool', 'id: 7']);
  expect(JSON.parse(lines[2]?.replace(/^data: /, '') ?? '')).toEqual(progress);
  expect(lines.slice(3)).toEqual(['', '']);
});

it('sends heartbeats while nothing happens, and loses no event by them', async () => {
  let happen: () => void = () => undefined;
  const happened = new Promise<void>((resolve) => (happen = resolve));
  async function* steps() {
    await happened;
    yield progress;
  }
  const received: string[] = [];
  for await (const text of serverSentEvents(steps(), 5)) {
    received.push(text);
    if (received.length === 2) {
      happen();
    }
  }
  expect(received.slice(0, 2).every((text) => text.startsWith(': ') && text.endsWith('\n\n'))).toBe(true);
  expect(received.at(-1)).toBe(formatEvent(progress, '1'));
});

it('ends the steps it reads when its reader stops', async () => {
  let stopped = false;
  async function* steps() {
    try {
      for (;;) {
        await Promise.resolve();
        yield progress;
      }
    } finally {
      stopped = true;
    }
  }
  for await (const text of serverSentEvents(steps(), 1_000)) {
    expect(text).toContain('event: tool');
    break;
  }
  expect(stopped).toBe(true);
});
