import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { flag, readEnvironment } from '../src/index.ts';
import { runProgram } from './programs.ts';

describe('readEnvironment', () => {
  it('lists every problem at once and ends with code 1', async () => {
    const ending = await runProgram('print-environment.ts', [], {
      NATS_URL: 'not a url',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://127.0.0.1/x',
    });
    expect(ending.code).toBe(1);
    expect(ending.stdout).toBe('');
    const named = ['NATS_URL', 'LOG_LEVEL', 'DATABASE_URL'].filter((name) => ending.stderr.includes(name));
    expect(named).toEqual(['NATS_URL', 'LOG_LEVEL', 'DATABASE_URL']);
    expect(ending.stderr).toContain('.env.example');
  });

  it('takes an empty variable for an absent one, and splits lists', async () => {
    const ending = await runProgram('print-environment.ts', [], {
      NATS_URL: 'nats://a:4222, nats://b:4222',
      LOG_LEVEL: '',
      DATABASE_URL: 'postgresql://warren:secret@127.0.0.1:5432/warren',
    });
    expect(JSON.parse(ending.stdout)).toEqual({
      NATS_URL: ['nats://a:4222', 'nats://b:4222'],
      LOG_LEVEL: 'log',
      LOG_FORMAT: 'text',
      HOST: '127.0.0.1',
      DATABASE_URL: 'postgresql://warren:secret@127.0.0.1:5432/warren',
      DATABASE_SILENCE_MS: 60_000,
    });
  });

  it('rejects a failpoint in production', async () => {
    const env = {
      DATABASE_URL: 'postgresql://warren:secret@127.0.0.1:5432/warren',
      WARREN_FAILPOINT: 'run.after-claim:kill',
    };
    const ending = await runProgram('print-environment.ts', [], { ...env, NODE_ENV: 'production' });
    expect(ending).toMatchObject({ code: 1, stdout: '' });
    expect(ending.stderr).toContain('WARREN_FAILPOINT: breaks this process on purpose; unset it');
    expect(await runProgram('print-environment.ts', [], env)).toMatchObject({ code: 0, stderr: '' });
  });

  it('reads switches in words', () => {
    const config = readEnvironment(z.object({ A: flag, B: flag }), { A: 'yes', B: '0' });
    expect(config).toEqual({ A: true, B: false });
  });
});
