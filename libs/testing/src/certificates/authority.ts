import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import { bits, context, dateOf, integer, objectId, octets, sequence, set, text } from './der.ts';

/** Certificate with its private key, both as PEM. */
export interface Certificate {
  cert: string;
  key: string;
}

/** Options of a certificate that an authority issues. */
interface Subject {
  /** common name, e.g. the user that a client's certificate is of */
  name: string;
  /** names and addresses of a server, which become its subject alternative names */
  hosts?: readonly string[];
  /** from today; negative: it expired so long ago */
  days?: number;
}

/** Authority of its own, which no machine trusts. */
export interface Authority extends Certificate {
  issue(subject: Subject): Certificate;
}

/**
 * Creates an authority that issues certificates for tests: X.509 version 3 (RFC 5280), ECDSA on P-256 with SHA-256. Node
 * reads certificates but writes none, and not every machine has openssl.
 */
export function createAuthority(commonName = 'Authority of a test'): Authority {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signed = (subject: Subject, publicKey: KeyObject, extensions: readonly Buffer[]): string =>
    certificate({ subject, publicKey, issuer: commonName, signWith: pair.privateKey, extensions });
  // basicConstraints: CA; keyUsage: keyCertSign and cRLSign
  const own = [
    extension('2.5.29.19', sequence(Buffer.from([0x01, 0x01, 0xff])), true),
    extension('2.5.29.15', Buffer.from([0x03, 0x02, 0x01, 0x06]), true),
  ];
  const issue = (subject: Subject): Certificate => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    return { cert: signed(subject, publicKey, forEnds(subject)), key: pemOfKey(privateKey) };
  };
  return { cert: signed({ name: commonName }, pair.publicKey, own), key: pemOfKey(pair.privateKey), issue };
}

/** Extensions of a server's or client's certificate: no CA, for both uses, and its names. */
function forEnds({ hosts = [] }: Subject): Buffer[] {
  const names = hosts.map((host) =>
    isIP(host) === 0 ? context(2, Buffer.from(host, 'latin1')) : context(7, addressOf(host)),
  );
  return [
    extension('2.5.29.19', sequence(), true),
    extension('2.5.29.37', sequence(objectId('1.3.6.1.5.5.7.3.1'), objectId('1.3.6.1.5.5.7.3.2')), false),
    ...(names.length > 0 ? [extension('2.5.29.17', sequence(...names), false)] : []),
  ];
}

function certificate(parts: {
  subject: Subject;
  publicKey: KeyObject;
  issuer: string;
  signWith: KeyObject;
  extensions: readonly Buffer[];
}): string {
  const ecdsaWithSha256 = sequence(objectId('1.2.840.10045.4.3.2'));
  const until = Date.now() + (parts.subject.days ?? 30) * dayMs;
  // its number is positive: the first bit is 0
  const serial = Buffer.concat([Buffer.from([0x01]), randomBytes(15)]);
  const content = sequence(
    context(0, integer(Buffer.from([2])), { constructed: true }),
    integer(serial),
    ecdsaWithSha256,
    distinguished(parts.issuer),
    sequence(dateOf(Math.min(Date.now(), until) - dayMs), dateOf(until)),
    distinguished(parts.subject.name),
    parts.publicKey.export({ type: 'spki', format: 'der' }),
    context(3, sequence(...parts.extensions), { constructed: true }),
  );
  const signature = sign('sha256', content, parts.signWith);
  return pem('CERTIFICATE', sequence(content, ecdsaWithSha256, bits(signature)));
}

const dayMs = 24 * 60 * 60_000;

/** A name of one part, the common name. */
const distinguished = (commonName: string): Buffer =>
  sequence(set(sequence(objectId('2.5.4.3'), text(commonName))));

const extension = (id: string, value: Buffer, critical: boolean): Buffer =>
  sequence(objectId(id), ...(critical ? [Buffer.from([0x01, 0x01, 0xff])] : []), octets(value));

function addressOf(host: string): Buffer {
  if (isIP(host) !== 4) {
    throw new TypeError(`${host}: only addresses of version 4 are supported`);
  }
  return Buffer.from(host.split('.').map(Number));
}

const pemOfKey = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

const pem = (label: string, der: Buffer): string =>
  `-----BEGIN ${label}-----\n${der.toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd()}\n-----END ${label}-----\n`;
