/**
 * Names of all services, by the folder of the app, in the order in which they are started. `tools/check/services.ts` compares it
 * with the folders, with docker-compose.yml and with the Dockerfile.
 */
export const serviceNames = ['member-profile', 'pattern-finder', 'question-generator', 'gateway'] as const;
/** Name of a service. */
export type ServiceName = (typeof serviceNames)[number];
