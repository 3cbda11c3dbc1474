import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readOptions as readMineOptions } from '@warren/cli/mine/options';
import { memberEndings } from '@warren/contracts';
import { Api } from './api.ts';
import { readOptions } from './options.ts';

const root = resolve(import.meta.dirname, '../..');
/** The gateway's own decision; no project imports an app. */
const Gateway = z.object({
  checkUpload: z.custom<(request: { headers: Record<string, string | undefined> }) => void>(
    (value) => typeof value === 'function',
  ),
});

describe('a file of members', () => {
  let folder: string;
  let url: string;
  let checkUpload: z.output<typeof Gateway>['checkUpload'];
  const received: { type: string | undefined; name: string | null }[] = [];
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    received.push({ type: request.headers['content-type'], name: searchParams.get('file_name') });
    request.resume().on('end', () => response.end(JSON.stringify(nothingImported)));
  });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'warren-formats-'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const upload = join(root, 'apps/gateway/src/members/import/upload-type.ts');
    ({ checkUpload } = Gateway.parse(await import(upload)));
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
      expect(readMineOptions([file])).toMatchObject({ file });
      expect(readOptions(['--members', file], {})).toMatchObject({ members: file });
      await new Api(url).importMembers(file);
      expect(() => checkUpload({ headers: { 'content-type': received.at(-1)?.type } })).not.toThrow();
    },
  );

  it.each(['Žižkov & Co.xlsx', 'members.txt', 'members.csv.gz', 'members'])(
    'called %s is sent by npm start with its name, since its content says of which format it is',
    async (name) => {
      const file = await fileNamed(name);
      expect(readOptions(['--members', file], {})).toMatchObject({ members: file });
      await new Api(url).importMembers(file);
      expect(received.at(-1)).toMatchObject({ name });
      expect(() => checkUpload({ headers: { 'content-type': received.at(-1)?.type } })).not.toThrow();
    },
  );

  it('that is missing, or a folder, is rejected before anything is started', () => {
    expect(() => readOptions(['--members', join(folder, 'gone.csv')], {})).toThrow(
      /There is no file .*gone\.csv/,
    );
    expect(() => readOptions(['--members', folder], {})).toThrow(/is a folder: name the file in it/);
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
