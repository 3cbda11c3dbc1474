const upperCase = /^[A-Z][A-Z0-9_]*$/;

/** Constants are named like other values: lowerCamel, or Pascal for a schema with the type of that name. */
export const constantCase = {
  meta: { type: 'suggestion', schema: [] },
  create(context) {
    const check = (node) => {
      if (node.type === 'Identifier' && upperCase.test(node.name)) {
        context.report({
          node,
          message: `Name ${node.name} in lowerCamel: upper case is for the environment.`,
        });
      }
    };
    return {
      VariableDeclarator: ({ id }) => check(id),
      // a renamed import or export counts by its local name: Node and packages choose their own
      ExportSpecifier: ({ local, exported }) => local.name !== exported.name && check(exported),
      ImportSpecifier: ({ local, imported }) => local.name !== imported.name && check(local),
      PropertyDefinition: ({ key, computed }) => !computed && check(key),
    };
  },
};
