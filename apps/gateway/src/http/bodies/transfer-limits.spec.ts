import { PassThrough, Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { RequestTimeoutException } from '@nestjs/common';
import { waitFor } from '@warren/testing';
import { withTransferLimits } from './transfer-limits.ts';

const limits = { totalMs: 600, windowMs: 150, minBytes: 5 };
/** Limits that a busy machine keeps within too. */
const wideLimits = { totalMs: 20_000, windowMs: 5_000, minBytes: 5 };

/** Body of the given number of bytes, sent one at a time. */
function dribble(bytes: number, everyMs: number): PassThrough {
  const body = new PassThrough();
  void (async () => {
    for (let sent = 0; sent < bytes && !body.destroyed; sent += 1) {
      body.write('x');
      await delay(everyMs, undefined, { ref: false });
    }
    body.end();
  })();
  return body;
}

async function sizeOf(body: PassThrough, within = limits): Promise<number> {
  let size = 0;
  for await (const piece of withTransferLimits(body, within)) {
    size += piece.length;
  }
  return size;
}

describe('a body', () => {
  it('is read whole if it keeps within the limits', async () => {
    expect(await sizeOf(dribble(20, 1), wideLimits)).toBe(20);
    const body = new PassThrough();
    body.end('x'.repeat(200_000));
    expect(await sizeOf(body, wideLimits)).toBe(200_000);
    expect(await sizeOf(dribble(0, 1), wideLimits)).toBe(0);
  });

  it.each([
    ['stalls', 2, 10_000, /less than 5 bytes in 0.15 s/],
    ['dribbles', 100, 60, /less than 5 bytes in 0.15 s/],
    ['never ends', 100_000, 8, /not there after 0.6 s/],
  ])('is rejected if it %s, with what to do', async (_how, bytes, everyMs, words) => {
    const from = performance.now();
    const body = dribble(bytes, everyMs);
    const taken = sizeOf(body);
    await expect(taken).rejects.toBeInstanceOf(RequestTimeoutException);
    await expect(taken).rejects.toThrow(words);
    await expect(taken).rejects.toThrow(/send it again/);
    expect(performance.now() - from).toBeLessThan(3_000);
    body.destroy();
  });

  it('fails with the error of its stream', async () => {
    const body = dribble(30, 20);
    setTimeout(() => body.destroy(new Error('gone')), 50);
    await expect(sizeOf(body)).rejects.toThrow('gone');
  });

  it('does not keep chunks in memory once they are consumed', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const megabyte = 2 ** 20;
    const body = Readable.from(
      (function* pieces() {
        for (let sent = 0; sent < 128; sent += 1) {
          yield Buffer.alloc(megabyte, 1);
        }
      })(),
    );
    const held = (): number => {
      collect();
      return process.memoryUsage().arrayBuffers;
    };
    const before = held();
    let came = 0;
    for await (const piece of withTransferLimits(body, { totalMs: 60_000, windowMs: 60_000, minBytes: 1 })) {
      came += piece.length;
      if (came % (32 * megabyte) !== 0) {
        continue;
      }
      // V8 frees buffers a little after it has collected them
      await waitFor(() => held() - before < 24 * megabyte, { describe: 'the consumed chunks to be freed' });
    }
    expect(came).toBe(128 * megabyte);
  });
});
