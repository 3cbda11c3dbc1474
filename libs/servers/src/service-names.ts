/**
 * Every service, by the folder of its app, in the order in which they are started. `tools/check/services.ts` compares it
 * with the folders, with docker-compose.yml and with the Dockerfile.
 */
export const serviceNames = ['member-profile', 'pattern-finder', 'question-generator', 'gateway'] as const;
/** A service of the system. */
export type ServiceName = (typeof serviceNames)[number];
