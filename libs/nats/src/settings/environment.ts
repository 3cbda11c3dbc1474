import { z } from 'zod';

/** Splits at commas that separate servers. A comma inside a password is not one: no address begins after it. */
const betweenServers = /,(?=\s*[a-z]+:\/\/)|,(?=[^@]*$)/i;

const serverUrls = z
  .string()
  .transform((text) =>
    text
      .split(betweenServers)
      .map((url) => url.trim())
      .filter((url) => url !== '')
      .map((url) => (url.includes('://') ? url : `nats://${url}`)),
  )
  .pipe(
    z
      .array(
        z.url({
          protocol: /^(nats|tls)$/,
          hostname: /./,
          error:
            'is no address such as nats://127.0.0.1:4222 or tls://nats.example.org; in a password, write %40 for @, %2F for /, %3A for : and %23 for #',
        }),
      )
      .min(1),
  );

/** Boolean variable without a default. */
const optionalFlag = z.stringbool().optional();
const file = z.string().optional();

/** Variables that say which NATS server a program connects to, as whom, and how the connection is protected. */
export const NatsEnvironment = z.object({
  NATS_URL: serverUrls.default(['nats://127.0.0.1:4222']).describe('NATS servers, comma separated'),
  NATS_USER: z.string().optional().describe('User; may also stand in NATS_URL'),
  NATS_PASSWORD: z.string().optional().describe('Password of NATS_USER'),
  NATS_PASSWORD_FILE: file.describe('File with that password'),
  NATS_TOKEN: z.string().optional().describe('Token, in place of a user'),
  NATS_CREDS_FILE: file.describe('Credentials file (.creds), in place of a user'),
  NATS_NKEY_FILE: file.describe('File with the seed of an nkey, in place of a user'),
  NATS_TLS: optionalFlag.describe('Whether a server without TLS is refused; a tls:// address means true'),
  NATS_CA_FILE: file.describe("Authorities that the server's certificate is verified against, PEM"),
  NATS_CERT_FILE: file.describe('Certificate of this program, PEM'),
  NATS_KEY_FILE: file.describe('Its private key, PEM'),
});
export type NatsEnvironment = z.output<typeof NatsEnvironment>;

/** Further variables of a program that uses the streams. */
export const StreamsEnvironment = z.object({
  NATS_CREATE_STREAMS: z
    .stringbool()
    .default(true)
    .describe('Whether this process creates the streams; false: it waits until another has'),
  NATS_STREAMS_USER: z.string().optional().describe('User that creates the streams, in place of NATS_USER'),
  NATS_STREAMS_PASSWORD: z.string().optional().describe('Password of NATS_STREAMS_USER'),
  NATS_STREAMS_PASSWORD_FILE: file.describe('File with that password'),
});
export type StreamsEnvironment = z.output<typeof StreamsEnvironment>;
