import { createServer } from 'node:net';
import { expect, it } from '@jest/globals';
import { choosePort, freePort, portInUse } from './ports.ts';

it('gives a port that is free until something listens on it', async () => {
  const port = await freePort();
  expect(await portInUse(port)).toBe(false);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect(await portInUse(port)).toBe(true);
  await expect(choosePort(port, 'a server')).rejects.toThrow(`port ${port} is in use`);
  await new Promise((resolve) => server.close(resolve));
  expect(await choosePort(port, 'a server')).toBe(port);
});
