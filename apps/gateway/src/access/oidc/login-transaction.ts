import { hkdfSync } from 'node:crypto';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { z } from 'zod';

/** Time for a login at the provider. */
export const loginS = 600;

/** What the gateway must remember while somebody is at the provider. */
export const LoginTransaction = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string().describe('PKCE code verifier'),
  return_to: z.string(),
});
export type LoginTransaction = z.infer<typeof LoginTransaction>;

/**
 * Seals transactions into a cookie, so that unknown visitors fill no store and any gateway with the same secret of the
 * client can end a login that another one began. Encrypted: the verifier is for nobody else.
 */
export class LoginTransactions {
  private readonly key: Uint8Array;

  constructor(clientSecret: string) {
    this.key = new Uint8Array(hkdfSync('sha256', clientSecret, '', 'warren login transaction', 32));
  }

  async seal(transaction: LoginTransaction): Promise<string> {
    return new EncryptJWT(transaction)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
      .setIssuedAt()
      .setExpirationTime(`${loginS}s`)
      .encrypt(this.key);
  }

  /** Opens a sealed one; undefined where it was changed, is too old, or was sealed with another secret. */
  async open(sealed: string): Promise<LoginTransaction | undefined> {
    try {
      const { payload } = await jwtDecrypt(sealed, this.key, {
        keyManagementAlgorithms: ['dir'],
        contentEncryptionAlgorithms: ['A256GCM'],
        requiredClaims: ['exp'],
      });
      return LoginTransaction.safeParse(payload).data;
    } catch (error) {
      if (error instanceof errors.JOSEError) {
        return undefined;
      }
      throw error;
    }
  }
}
