import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { renamedVariables } from '../src/environment.ts';
import { DatabaseEnvironment, flag, readEnvironment } from '../src/index.ts';
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
      DATABASE_IDLE_TIMEOUT_MS: 60_000,
      STATEMENT_TIMEOUT_MS: 300_000,
    });
  });

  it('reads a variable by its earlier name, where it is not set by its present one', () => {
    const read = (env: NodeJS.ProcessEnv) =>
      readEnvironment(DatabaseEnvironment, { DATABASE_URL: 'postgresql://127.0.0.1/warren', ...env });
    expect(read({ DATABASE_SILENCE_MS: '7000' }).DATABASE_IDLE_TIMEOUT_MS).toBe(7_000);
    const both = read({ DATABASE_SILENCE_MS: '7000', DATABASE_IDLE_TIMEOUT_MS: '8000' });
    expect(both.DATABASE_IDLE_TIMEOUT_MS).toBe(8_000);
    expect(renamedVariables(both)).toEqual([
      'DATABASE_SILENCE_MS is called DATABASE_IDLE_TIMEOUT_MS now: set that instead',
    ]);
    expect(renamedVariables(read({ DATABASE_IDLE_TIMEOUT_MS: '8000' }))).toEqual([]);
  });

  it('rejects a URL that asks for a protection which it would not get, and a secret that cannot be read', async () => {
    const ending = await runProgram('print-environment.ts', [], {
      DATABASE_URL: 'postgresql://warren:secret@127.0.0.1:5432/warren?sslmode=prefer',
      ANTHROPIC_API_KEY_FILE: '/nowhere/key',
    });
    expect(ending).toMatchObject({ code: 1, stdout: '' });
    expect(ending.stderr).toContain('DATABASE_URL: its sslmode=prefer falls back');
    expect(ending.stderr).toContain('ANTHROPIC_API_KEY_FILE: /nowhere/key cannot be read');
    expect(ending.stderr).not.toContain('secret');
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
