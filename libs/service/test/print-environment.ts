import { DatabaseEnvironment, ServiceEnvironment, readEnvironment } from '../src/environment.ts';

const Config = ServiceEnvironment.extend(DatabaseEnvironment.shape);
process.stdout.write(JSON.stringify(readEnvironment(Config)));
