export { cacheFolder } from './cache-folder.ts';
export { noteRunning, openDataFolder } from './data-folder/data-folder.ts';
export {
  type Community,
  communityNamed,
  listCommunities,
  newCommunity,
  readCommunities,
  usualCommunity,
  withDatabases,
  withLatest,
  writeCommunities,
} from './data-folder/communities.ts';
export {
  communityName,
  databaseOfCommunity,
  databaseOfPath,
  folderOfServer,
  isSameName,
  readablePartOf,
  sampleName,
} from './data-folder/community-name.ts';
export { nameOfFile } from './data-folder/name-of-file.ts';
export {
  databaseOf,
  mustRun,
  readRunning,
  type Running,
  usualData,
  usualMembers,
} from './data-folder/running.ts';
export { codeOf } from './error-code.ts';
export { freeFolder } from './folder-owner.ts';
export { importFromSource } from './from-source.ts';
export { ask } from './nats/ask.ts';
export { connectOperator, natsSettingsOf, natsVariables } from './nats/connect.ts';
export { findNatsServer } from './nats/find-nats-server.ts';
export { type Nats, startNats } from './nats/start-nats.ts';
export { freePort, portInUse } from './ports.ts';
export { closeAll, privateFolder, writePrivately } from './private-files.ts';
export { identify, stillRuns } from './process-identity.ts';
export { databaseClient } from './postgres/database-client.ts';
export { databasesIn, dropDatabase } from './postgres/databases.ts';
export { ownDatabase } from './postgres/own-database.ts';
export {
  type DatabaseService,
  databaseServices,
  operatorRole,
  roleOf,
  schemaOf,
  urlOfOperator,
  urlOfService,
} from './postgres/roles.ts';
export { type Postgres, startPostgres } from './postgres/start-postgres.ts';
export { quietLog } from './postgres/quiet-log.ts';
export { startThrowAwayPostgres } from './postgres/start-throw-away-postgres.ts';
export { type ServerProcess } from './server-process.ts';
export { type ServiceName, serviceNames } from './service-names.ts';
export { startService } from './start-service.ts';
