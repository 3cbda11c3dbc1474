import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { databaseServices, schemaOf, serviceNames } from '@warren/servers';
import { root } from './steps.ts';

const ownDatabase = 'libs/servers/src/postgres/own-database.sql';

/** Finds services and projects that are missing where services are started or packed. */
async function serviceProblems(folder: string): Promise<string[]> {
  const compose = await readFile(join(folder, 'docker-compose.yml'), 'utf8');
  const dockerfile = await readFile(join(folder, 'Dockerfile'), 'utf8');
  const roles = await readFile(join(folder, ownDatabase), 'utf8');
  const names: readonly string[] = serviceNames;
  const problems: string[] = [];
  for (const main of globSync('apps/*/src/main.ts', { cwd: folder }).sort()) {
    const app = dirname(dirname(main));
    const name = app.replace('apps/', '');
    if (!names.includes(name)) {
      problems.push(`libs/servers/src/service-names.ts lacks ${name}: npm start does not start it`);
    }
    if (!compose.includes(`'${app}/dist/service/main.js'`)) {
      problems.push(`docker-compose.yml has no service that runs ${app}/dist/service/main.js`);
    }
  }
  for (const name of names) {
    if (!existsSync(join(folder, 'apps', name, 'src/main.ts'))) {
      problems.push(`libs/servers/src/service-names.ts names ${name}, which has no apps/${name}/src/main.ts`);
    }
    if (!dockerfile.includes(` --workspace=apps/${name}`)) {
      problems.push(`The Dockerfile installs no packages for ${name}: add --workspace=apps/${name}`);
    }
  }
  for (const schema of databaseServices.map(schemaOf)) {
    // the list of roles, that of schemas, and who may connect
    if (!roles.includes(`'${schema}'`) || !roles.includes(`warren_${schema}`)) {
      problems.push(`${ownDatabase} lacks ${schema}: without a role it cannot connect`);
    }
    if (!compose.includes(`warren.${schema}_password=`)) {
      problems.push(`docker-compose.yml, service database-role: does not pass on warren.${schema}_password`);
    }
  }
  for (const manifest of globSync(['apps/*/package.json', 'libs/*/package.json'], { cwd: folder }).sort()) {
    const copy = `COPY ${manifest} ${dirname(manifest)}/`;
    if (!dockerfile.includes(`${copy}\n`)) {
      problems.push(`The Dockerfile lacks the line: ${copy}`);
    }
  }
  return problems;
}

if (import.meta.main) {
  const problems = await serviceProblems(root);
  for (const problem of problems) {
    process.stderr.write(`${problem}\n`);
  }
  process.exitCode = problems.length === 0 ? 0 : 1;
}
