import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** Addresses that may say who somebody is. */
export interface TrustedProxies {
  has(address: string | undefined): boolean;
}

/** `10.0.0.7, 192.168.0.0/24, fd00::/8`: addresses and networks, comma separated. */
export const TrustedProxiesText = z.string().transform((text, context): TrustedProxies => {
  const list = new BlockList();
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '');
  for (const entry of entries) {
    const problem = add(list, entry);
    if (problem !== undefined) {
      context.addIssue({ code: 'custom', message: `"${entry}" ${problem}` });
    }
  }
  if (entries.length === 0) {
    context.addIssue({ code: 'custom', message: 'names no address' });
  }
  return { has: (address) => address !== undefined && isIn(list, address) };
});

/** Adds an address or a network; returns what is wrong with it. */
function add(list: BlockList, entry: string): string | undefined {
  const [address = '', prefix, ...more] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) {
    return 'is neither an address nor a network such as 10.0.0.0/8';
  }
  const type = family === 4 ? 'ipv4' : 'ipv6';
  if (prefix === undefined) {
    list.addAddress(address, type);
    return undefined;
  }
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : Number.POSITIVE_INFINITY;
  if (bits > (family === 4 ? 32 : 128)) {
    return 'has no prefix length that there is';
  }
  if (bits === 0) {
    return 'is every address: anybody could say who they are';
  }
  list.addSubnet(address, bits, type);
  return undefined;
}

/** An IPv4 address may come as IPv6 where the gateway listens on both: `::ffff:10.0.0.7`. */
function isIn(list: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  const family = isIP(plain);
  return family !== 0 && list.check(plain, family === 4 ? 'ipv4' : 'ipv6');
}
