import { lookup } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';
import type { z } from 'zod';

/** Where a process listens, and what it knows of who reaches that. */
export interface Reach {
  /** address that it listens on */
  readonly HOST: string;
  /** address on which a container's port is published; `none` where it stays in the container's network */
  readonly PUBLISH_ON?: string | undefined;
  /** how it asks who makes a request; `local` asks nobody, and a service without this variable neither */
  readonly AUTH?: string;
}

const thisMachine = new BlockList();
thisMachine.addSubnet('127.0.0.0', 8, 'ipv4');
thisMachine.addAddress('::1', 'ipv6');

/** Returns whether an address, not a name, is one of this machine alone. */
export function isLoopback(address: string): boolean {
  const plain = address.replace(/^\[(.*)\]$/, '$1');
  return isIP(plain) !== 0 && thisMachine.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}

/**
 * Returns whether a host, as `URL.hostname` writes it, is this machine: its own addresses, and the names that browsers
 * resolve to it whatever a name server says (RFC 6761, 6.3).
 */
export function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || isLoopback(host);
}

const asksNobody = ({ AUTH = 'local' }: Reach): boolean => AUTH === 'local';

/** Rejects an environment that lets other machines reach what asks nobody who they are; names are looked up later. */
export function withinReach({ value, issues }: z.core.ParsePayload<Reach>): void {
  const { HOST, PUBLISH_ON } = value;
  const reject = (name: 'HOST' | 'PUBLISH_ON', message: string): void => {
    issues.push({ code: 'custom', path: [name], message, input: value[name] });
  };
  if (!asksNobody(value) || PUBLISH_ON === 'none') {
    return;
  }
  if (PUBLISH_ON !== undefined) {
    if (PUBLISH_ON !== 'localhost' && !isLoopback(PUBLISH_ON)) {
      reject('PUBLISH_ON', beyond(PUBLISH_ON, value, 'set PUBLISH_ON=127.0.0.1'));
    }
  } else if (isIP(HOST) !== 0 && !isLoopback(HOST)) {
    reject('HOST', beyond(HOST, value, 'leave HOST out'));
  }
}

/**
 * Checks that a name to listen on is one of this machine alone, where nobody is asked who they are.
 * @throws Error that says what to set
 */
export async function lookUpReach(config: Reach): Promise<void> {
  const { HOST, PUBLISH_ON } = config;
  if (!asksNobody(config) || PUBLISH_ON !== undefined || isIP(HOST) !== 0) {
    return;
  }
  const found = await lookup(HOST, { all: true });
  const other = found.find(({ address }) => !isLoopback(address));
  if (other !== undefined) {
    throw new Error(`HOST: ${beyond(`${HOST}, which is ${other.address},`, config, 'leave HOST out')}`);
  }
}

function beyond(address: string, { AUTH }: Reach, remedy: string): string {
  const inContainer =
    'in a container, PUBLISH_ON is the address on which its port is published: 127.0.0.1, or none where it stays in its network';
  return AUTH === undefined
    ? `${address} lets other machines read health and metrics, which ask nobody who they are: ${remedy}; ${inContainer}`
    : `${address} lets other machines in, and AUTH=local asks nobody who they are: ${remedy}, or set AUTH=oidc or AUTH=proxy; ${inContainer}`;
}
