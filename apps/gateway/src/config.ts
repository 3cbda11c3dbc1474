import { z } from 'zod';
import { CommunityEnvironment, ServiceEnvironment, flag, withinReach } from '@warren/service';
import { AccessEnvironment, checkAccess } from './access/access-environment.ts';

/** Environment variables of the gateway. */
export const Config = ServiceEnvironment.extend({
  ...AccessEnvironment.shape,
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8000)
    .describe('Port of REST and page; 0: any free'),
  ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((names) => names.split(/[\s,]+/).filter((name) => name !== ''))
    .describe(
      'Names under which the gateway is reached beside localhost, comma separated; others are answered 421',
    ),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((origins) => origins.split(/[\s,]+/).filter((origin) => origin !== ''))
    .pipe(
      z.array(
        z.string().refine((origin) => URL.parse(origin)?.origin === origin, {
          error: 'takes origins such as https://example.org, without a path, comma separated',
        }),
      ),
    )
    .describe('Origins whose pages may use the API, comma separated'),
  MAX_REQUESTS_PER_MINUTE: z.coerce
    .number()
    .int()
    .min(1)
    .default(12_000)
    .describe('Requests of one principal in a minute; one more is answered 429'),
  PRINCIPAL_SHARE: z.coerce
    .number()
    .gt(0)
    .max(1)
    .default(0.5)
    .describe(
      'Part of MAX_EVENT_STREAMS and MAX_UPLOADS that one principal may use; one more is answered 429',
    ),
  DISCOVER_WAIT_S: z.coerce
    .number()
    .min(0)
    .max(600)
    .default(120)
    .describe('Seconds POST /patterns/discover waits for its run before it answers 202'),
  MAX_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .default(1024 ** 3)
    .describe('Largest file of members that POST /members/import takes, in bytes'),
  MAX_UPLOAD_S: z.coerce
    .number()
    .positive()
    .max(1_000_000)
    .default(3_600)
    .describe('Seconds within which a file of members must have come'),
  MIN_UPLOAD_BYTES_PER_S: z.coerce
    .number()
    .int()
    .min(0)
    .default(1_000)
    .describe('Slowest that a file may come, over half a minute'),
  MAX_UPLOADS: z.coerce
    .number()
    .int()
    .min(1)
    .default(8)
    .describe('Files of members taken at once; one more is answered 503'),
  UPLOAD_DIR: z
    .string()
    .optional()
    .describe('Folder for files of members while they are imported; several gateways may share it'),
  MAX_EVENT_STREAMS: z.coerce
    .number()
    .int()
    .min(1)
    .default(200)
    .describe('Clients that may follow runs at once; one more is answered 503'),
  ...CommunityEnvironment.shape,
  COMMUNITY_SAMPLE: flag
    .default(false)
    .describe('Whether the community is the sample, of made-up people; npm start says so of its own'),
})
  .check(withinReach)
  .superRefine(checkAccess);
export type Config = z.infer<typeof Config>;
