export { cacheFolder } from './cache-folder.ts';
export { codeOf } from './error-code.ts';
export { findNatsServer } from './nats/find-nats-server.ts';
export { type Nats, type NatsOptions, startNats } from './nats/start-nats.ts';
export { freePort, portInUse } from './ports.ts';
export { type Postgres, type PostgresOptions, startPostgres } from './postgres/start-postgres.ts';
export { startThrowAwayPostgres } from './postgres/start-throw-away-postgres.ts';
export { type ServerProcess } from './server-process.ts';
export { type ServiceOptions, startService } from './start-service.ts';
