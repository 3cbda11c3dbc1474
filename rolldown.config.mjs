import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { defineConfig } from 'rolldown';

/**
 * Packages that Nest, MikroORM and Terminus load on demand: transports, adapters and databases that Warren does not
 * use.
 */
const unused = [
  /^@nestjs\/(platform-express|websockets|mongoose|sequelize|typeorm|axios)/,
  /^(class-validator|class-transformer|kafkajs|ioredis|mqtt|amqp-connection-manager|tinyglobby)$/,
  /^@fastify\/(multipart|view)$/,
];

/** Packages that read files beside their code, and so cannot be bundled. */
const unbundled = ['piscina', 'swagger-ui-dist'];

/**
 * Keeps source maps for Warren's own code only: that of the packages is 13 MB, and each start would read it. The
 * comment that names it is removed as well, since Node would process it.
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
    // an unresolved import would fail in the running service
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
