import { describe, expect, it } from '@jest/globals';
import { LoginTransactions } from './login-transaction.ts';

const transaction = { state: 's', nonce: 'n', verifier: 'a-verifier', return_to: '/app/' };

describe('a sealed login transaction', () => {
  it('is opened by every gateway with the same secret', async () => {
    const sealed = await new LoginTransactions('secret').seal(transaction);
    expect(await new LoginTransactions('secret').open(sealed)).toEqual(transaction);
    expect(sealed.length).toBeLessThan(4_000);
  });

  it('cannot be read, and differs each time', async () => {
    const transactions = new LoginTransactions('secret');
    const [one, other] = await Promise.all([transactions.seal(transaction), transactions.seal(transaction)]);
    expect(Buffer.from(one, 'base64').toString('latin1')).not.toContain('a-verifier');
    expect(one).not.toBe(other);
  });

  it('is not opened with another secret, or after a change', async () => {
    const sealed = await new LoginTransactions('secret').seal(transaction);
    const at = sealed.length - 30;
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    expect(await new LoginTransactions('other').open(sealed)).toBeUndefined();
    for (const text of [changed, '', 'x.y.z', sealed.split('.').slice(0, 4).join('.')]) {
      expect(await new LoginTransactions('secret').open(text)).toBeUndefined();
    }
  });
});
