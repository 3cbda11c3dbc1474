import { expect, it } from '@jest/globals';
import pg from 'pg';
import { copyOfTemplate } from '../src/index.ts';

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

it('fills a template once, however many ask for a copy, and no copy sees what another writes', async () => {
  let fills = 0;
  const copy = async () =>
    copyOfTemplate('notes', async (url) => {
      fills += 1;
      await query(url, "create table note (text text); insert into note values ('of the template')");
    });
  const [one, other] = await Promise.all([copy(), copy()]);
  expect(fills).toBe(1);
  await query(one.url, "insert into note values ('of one')");
  expect(await query(one.url, 'select text from note')).toHaveLength(2);
  expect(await query(other.url, 'select text from note')).toEqual([{ text: 'of the template' }]);
  await Promise.all([one.drop(), other.drop()]);
});

it('fills a template again where that failed', async () => {
  const failing = copyOfTemplate('fails_once', async (url) => {
    await query(url, 'create table half (done bool)');
    throw new Error('no server');
  });
  await expect(failing).rejects.toThrow('no server');
  const copy = await copyOfTemplate('fails_once', async (url) => {
    await query(url, 'create table whole (done bool)');
  });
  await expect(query(copy.url, 'select from half')).rejects.toThrow('does not exist');
  expect(await query(copy.url, 'select from whole')).toEqual([]);
  await copy.drop();
});
