import { nkeys } from '@nats-io/transport-node';

type KeyPair = ReturnType<typeof nkeys.createUser>;

/**
 * Makes what `nsc` makes: an operator, an account and a user, each described by a JWT that the one above signs, as the
 * configuration of a server and a credentials file (https://docs.nats.io/running-a-nats-service/configuration/securing_nats/jwt).
 */
export function credentialsOfOperatorMode(): { configuration: string; creds: string } {
  const [operator, account, user] = [nkeys.createOperator(), nkeys.createAccount(), nkeys.createUser()];
  const unlimited = { subs: -1, data: -1, payload: -1 };
  // JetStream needs a system account.
  const system = nkeys.createAccount();
  const preload = [account, system].map((of) => {
    const limits = { ...unlimited, imports: -1, exports: -1, wildcards: true, conn: -1, leaf: -1 };
    return `${of.getPublicKey()}: ${jwt(of, operator, { type: 'account', limits })}`;
  });
  const configuration = [
    `operator: ${jwt(operator, operator, { type: 'operator' })}`,
    'resolver: MEMORY',
    `system_account: ${system.getPublicKey()}`,
    `resolver_preload: { ${preload.join(', ')} }`,
  ].join('\n');
  const creds = [
    '-----BEGIN NATS USER JWT-----',
    jwt(user, account, { type: 'user', ...unlimited }),
    '------END NATS USER JWT------',
    '',
    '-----BEGIN USER NKEY SEED-----',
    new TextDecoder().decode(user.getSeed()),
    '------END USER NKEY SEED------',
    '',
  ].join('\n');
  return { configuration, creds };
}

function jwt(subject: KeyPair, issuer: KeyPair, claims: Record<string, unknown>): string {
  const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const content = `${encoded({ typ: 'JWT', alg: 'ed25519-nkey' })}.${encoded({
    jti: subject.getPublicKey(),
    iat: Math.floor(Date.now() / 1_000),
    iss: issuer.getPublicKey(),
    sub: subject.getPublicKey(),
    nats: { version: 2, ...claims },
  })}`;
  return `${content}.${Buffer.from(issuer.sign(new TextEncoder().encode(content))).toString('base64url')}`;
}
