import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '../../..');

/** Jest compiles decorators, and does not support hooks. */
const compiles = 'jest' in import.meta;

/**
 * Imports a file of an app from its source. Node strips types but does not support decorators: a library with decorators
 * is replaced by one of its files without.
 * @param standIns from the library's name to that file, in the checkout
 */
export async function importFromSource(
  file: string,
  standIns: Readonly<Record<string, string>>,
): Promise<unknown> {
  const load = async (): Promise<unknown> => import(pathToFileURL(join(root, file)).href);
  if (compiles) {
    return load();
  }
  const hooks = registerHooks({
    resolve: (specifier, context, next) => {
      const standIn = standIns[specifier];
      return standIn === undefined
        ? next(specifier, context)
        : { url: pathToFileURL(join(root, standIn)).href, shortCircuit: true };
    },
  });
  try {
    return await load();
  } finally {
    hooks.deregister();
  }
}
