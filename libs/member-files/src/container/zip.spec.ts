import { describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import { entriesOf, unzip } from './zip.ts';

/** A zip of one file of a million letters, which is packed into a thousand bytes. */
function bomb(): Buffer {
  return Buffer.from(zipSync({ 'members.csv': Buffer.alloc(1_000_000, 'a') }));
}

/** Writes a size over the one that the directory of a zip declares. */
function declare(zip: Buffer, size: number): Buffer {
  const entry = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  zip.writeUInt32LE(size, entry + 24);
  return zip;
}

describe('unpacking a zip', () => {
  it('refuses to unpack more than the limit, by what the zip declares', () => {
    const zip = bomb();
    expect(() => unzip(zip, entriesOf(zip), 999_999)).toThrow(/unpacks to 1 MB/);
    expect(unzip(zip, entriesOf(zip), 1_000_000).get('members.csv')).toHaveLength(1_000_000);
  });

  it('stops where a file unpacks to more than it declares', () => {
    const zip = declare(bomb(), 1_000);
    expect(() => unzip(zip, entriesOf(zip))).toThrow(/"members.csv" in the zip cannot be unpacked/);
  });

  it('refuses a file that unpacks to less than it declares', () => {
    const zip = declare(bomb(), 2_000_000);
    expect(() => unzip(zip, entriesOf(zip))).toThrow(/other than the 2000000 bytes/);
  });

  it('refuses an encrypted file', () => {
    const zip = bomb();
    const entry = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    zip.writeUInt16LE(1, entry + 8);
    expect(() => unzip(zip, entriesOf(zip))).toThrow(/protected by a password/);
  });

  it('reads the sizes of a file that is written with 64 bits', () => {
    const zip = Buffer.from(
      zipSync({ 'a.csv': Buffer.from('Email\n') }, { level: 0, extra: { 1: new Uint8Array(16) } }),
    );
    const entry = zip.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const value = entry + 46 + zip.readUInt16LE(entry + 28) + 4;
    zip.writeBigUInt64LE(BigInt(zip.readUInt32LE(entry + 24)), value);
    zip.writeBigUInt64LE(BigInt(zip.readUInt32LE(entry + 20)), value + 8);
    zip.writeUInt32LE(0xffffffff, entry + 20);
    zip.writeUInt32LE(0xffffffff, entry + 24);
    expect(unzip(zip, entriesOf(zip)).get('a.csv')?.toString()).toBe('Email\n');
  });
});
