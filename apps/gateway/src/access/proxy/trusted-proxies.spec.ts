import { describe, expect, it } from '@jest/globals';
import { TrustedProxiesText } from './trusted-proxies.ts';

describe('trusted proxies', () => {
  const proxies = TrustedProxiesText.parse('10.1.2.3, 192.168.4.0/24,::1 fd00::/8');

  it.each([
    '10.1.2.3',
    '::ffff:10.1.2.3',
    '::FFFF:192.168.4.9',
    '192.168.4.0',
    '::1',
    'fd12::7',
    'fd12::7%eth0',
  ])('have %s', (address) => {
    expect(proxies.has(address)).toBe(true);
  });

  it.each([
    '10.1.2.4',
    '192.168.5.1',
    '127.0.0.1',
    '::2',
    'fe80::1',
    '',
    'localhost',
    '10.1.2.3, 8.8.8.8',
    undefined,
  ])('do not have %s', (address) => {
    expect(proxies.has(address)).toBe(false);
  });

  it.each([
    '',
    ' ,',
    'proxy.example',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0.0/-1',
    '0.0.0.0/0',
    '::/0',
  ])('cannot be read from %j', (text) => {
    expect(TrustedProxiesText.safeParse(text).success).toBe(false);
  });
});
