import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { RunProgress, runProgressSubject } from '@warren/contracts';
import { scriptedMessages, waitFor } from '@warren/testing';
import type { ScriptedMessages } from '@warren/testing';
import { startCheckingProfiles } from './checking-profiles.ts';
import type { CheckingProfiles } from './checking-profiles.ts';
import { startFinder } from './support.ts';
import type { Finder } from './support.ts';

let model: ScriptedMessages;
let finder: Finder;
let profiles: CheckingProfiles;

beforeAll(async () => {
  model = await scriptedMessages([
    {
      tool_uses: [
        { name: 'get_member_profiles', input: {} },
        { name: 'save_pattern', input: {} },
      ],
    },
    { text: 'Nothing.' },
  ]);
  finder = await startFinder({
    ANALYST: 'claude',
    ANTHROPIC_BASE_URL: model.url,
    ANTHROPIC_API_KEY: 'test',
  });
  profiles = await startCheckingProfiles(finder.nats.url);
});

afterAll(async () => {
  await profiles.close();
  await finder.stop();
  await model.stop();
});

it('tells of a rejected pattern only where the call was to save one', async () => {
  const steps: RunProgress[] = [];
  const connection = await finder.outside.connected();
  connection.subscribe(runProgressSubject('*'), {
    callback: (_error, message) => void steps.push(RunProgress.parse(message.json())),
  });
  await connection.flush();
  const { id } = await finder.client.ask('runs.create', { kind: 'discover' });
  await waitFor(() => steps.some(({ step }) => step === 'ended'), { describe: `run ${id} to end` });
  expect(steps.filter(({ step }) => step === 'refused').map(({ message }) => message)).toEqual([
    'A call was rejected (invalid_input).',
    'A pattern was rejected (invalid_input).',
  ]);
});
