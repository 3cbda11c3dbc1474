import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { defineConfig } from 'rolldown';

/**
 * What Nest, MikroORM and Terminus load only where an application uses it: transports, adapters and databases that
 * Warren does without.
 */
const unused = [
  /^@nestjs\/(platform-express|websockets|mongoose|sequelize|typeorm|axios)/,
  /^(class-validator|class-transformer|kafkajs|ioredis|mqtt|amqp-connection-manager)$/,
  /^@fastify\/(multipart|view)$/,
];

/** They look for files of their own beside their code, so that they stay packages. */
const unbundled = ['piscina', 'swagger-ui-dist'];

/**
 * Warren's lines are told by their source; the map of the packages is 13 MB, and each start would read it. Where a file
 * names a map, Node counts its lines, too.
 */
const ownMapsOnly = {
  name: 'own-maps-only',
  generateBundle(_options, bundle) {
    for (const [name, file] of Object.entries(bundle)) {
      if (!name.startsWith('packages')) {
        continue;
      }
      if (name.endsWith('.map')) {
        Reflect.deleteProperty(bundle, name);
      } else {
        file.code = file.code.replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n');
      }
    }
  },
};

/**
 * Each service with all it imports from this workspace as one file, beside its packages in another: a process that
 * finds and compiles 2,000 modules takes twice as long to its first answer.
 */
export default globSync('apps/*/src/main.ts').map((main) =>
  defineConfig({
    input: Object.fromEntries(
      [main, ...globSync(`${dirname(main)}/*/*-worker.ts`)].map((file) => [basename(file, '.ts'), file]),
    ),
    platform: 'node',
    tsconfig: 'tsconfig.json',
    external: [...unused, ...unbundled],
    plugins: [ownMapsOnly],
    // what cannot be resolved would be missed by a running service
    onLog: (level, log, handle) => handle(level === 'warn' ? 'error' : level, log),
    output: {
      dir: join(dirname(main), '../dist/service'),
      cleanDir: true,
      sourcemap: true,
      keepNames: true,
      comments: { annotation: false, jsdoc: false },
      codeSplitting: { groups: [{ name: 'packages', test: /node_modules/, entriesAware: true }] },
    },
  }),
);
