import { posix, relative, sep } from 'node:path';

/**
 * The folders of a project import only downwards, types included. The option names for each project its chains, as
 * `{"apps/example/src": ["runs > patterns > state", "migrations"]}`: a folder may import those after it in a
 * chain, and all that those may import. Files beside the folders are wiring, and specs import what they test: neither
 * is checked.
 */
export const folderOrder = {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } }],
  },
  create(context) {
    const file = toPosix(relative(context.cwd, context.filename));
    const [project, chains] =
      Object.entries(context.options[0] ?? {}).find(([root]) => file.startsWith(`${root}/`)) ?? [];
    const from = project && folderOf(project, file);
    if (!from || /\.spec\.tsx?$/.test(file)) {
      return {};
    }
    const below = foldersBelow(chains);
    const check = (source) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) {
        return;
      }
      const to = folderOf(project, posix.join(posix.dirname(file), source.value));
      if (to && to !== from && !below.get(from)?.has(to)) {
        context.report({ node: source, message: explain(project, chains, below, from, to) });
      }
    };
    return {
      Program(node) {
        if (!below.has(from)) {
          context.report({
            node: node.body[0] ?? node,
            message: `${project}/${from} has no place in the order of its project: name it in .oxlintrc.json.`,
          });
        }
      },
      ImportDeclaration: ({ source }) => check(source),
      ExportNamedDeclaration: ({ source }) => check(source),
      ExportAllDeclaration: ({ source }) => check(source),
      ImportExpression: ({ source }) => check(source),
      TSImportType: ({ source, argument }) => check(source ?? argument),
    };
  },
};

/** The folder right below `project` that holds `path`, or undefined for a file beside the folders. */
function folderOf(project, path) {
  const [folder, ...rest] = posix.relative(project, path).split('/');
  return folder !== '..' && rest.length > 0 ? folder : undefined;
}

/** Each folder of the chains with all that it may import. */
function foldersBelow(chains) {
  const below = new Map();
  for (const chain of chains) {
    const rest = chain.split('>').map((folder) => folder.trim());
    while (rest.length > 0) {
      const folder = rest.shift();
      below.set(folder, new Set([...(below.get(folder) ?? []), ...rest]));
    }
  }
  // Iterating a set includes what is added meanwhile, so it ends with everything reachable, through several chains too.
  for (const reached of below.values()) {
    for (const folder of reached) {
      below.get(folder)?.forEach((further) => reached.add(further));
    }
  }
  return below;
}

function explain(project, chains, below, from, to) {
  const right = below.get(to)?.has(from)
    ? `${to} may import ${from}, not the other way round: move what both need into ${from} or below it`
    : `neither may import the other: move what both need into a folder below both`;
  return `${from} must not import ${to}; ${right}. Order of ${project}: ${chains.join(', ')}.`;
}

function toPosix(path) {
  return path.split(sep).join('/');
}
