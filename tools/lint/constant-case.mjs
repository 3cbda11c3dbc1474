const upperCase = /^[A-Z][A-Z0-9_]*$/;

/** A constant is named as any other value is: lowerCamel, or Pascal where it is a schema with the type of that name. */
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
      // what goes under another name, since Node and packages may name what they export as they like
      ExportSpecifier: ({ local, exported }) => local.name !== exported.name && check(exported),
      ImportSpecifier: ({ local, imported }) => local.name !== imported.name && check(local),
      PropertyDefinition: ({ key, computed }) => !computed && check(key),
    };
  },
};
