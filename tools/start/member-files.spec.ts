import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readOptions as readMineOptions } from '@warren/cli/mine/options';
import { memberEndings, memberFormats } from '@warren/contracts';
import { Api } from './api.ts';
import { readOptions } from './options.ts';

const root = resolve(import.meta.dirname, '../..');
/** The gateway's own decision; no project imports an app. */
const Gateway = z.object({
  uploadType: z.custom<(request: { headers: Record<string, string | undefined> }) => string>(
    (value) => typeof value === 'function',
  ),
});

describe('a file of members', () => {
  let folder: string;
  let url: string;
  let uploadType: z.output<typeof Gateway>['uploadType'];
  const received: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    received.push(request.headers['content-type']);
    request.resume().on('end', () => response.end(JSON.stringify(nothingImported)));
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warren-formats-'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const upload = join(root, 'apps/gateway/src/members/import/upload-type.ts');
    ({ uploadType } = Gateway.parse(await import(upload)));
  });

  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  async function fileNamed(name: string): Promise<string> {
    const file = join(folder, name);
    await writeFile(file, '');
    return file;
  }

  it.each(
    memberEndings
      .map((ending) => (ending === '.gz' ? '.csv.gz' : ending))
      .flatMap((ending) => [ending, ending.toUpperCase()]),
  )(
    'that ends in %s is taken alike by npm run mine, by npm start and by the gateway it sends it to',
    async (ending) => {
      const file = await fileNamed(`members.2026${ending}`);
      const format = Object.entries(memberFormats).find(([, { endings }]) =>
        endings.some((known) => known === ending.toLowerCase().replace(/\.gz$/, '')),
      )?.[0];
      expect(readMineOptions([file])).toMatchObject({ file, format });
      expect(readOptions(['--members', file], root)).toMatchObject({ members: file });
      await new Api(url).importMembers(file);
      expect(uploadType({ headers: { 'content-type': received.at(-1) } })).toBe(received.at(-1));
    },
  );

  it.each(['.xls', '.txt', ''])('that ends in "%s" is rejected alike', async (ending) => {
    const file = await fileNamed(`others${ending}`);
    const why = `others${ending} has none of the endings ${memberEndings.join(', ')}: rename it.`;
    expect(() => readMineOptions([file])).toThrow(why);
    expect(() => readOptions(['--members', file], root)).toThrow(why);
    await expect(new Api(url).importMembers(file)).rejects.toThrow('is none of CSV (.csv');
  });
});

const nothingImported = {
  import_id: 'it',
  created: 0,
  updated: 0,
  unchanged: 0,
  rejected_lines: 0,
  rejected: [],
  taken_without: 0,
  silent_no: 0,
};
