/** Private members are written with `private`, since constructor parameters cannot be `#` fields. */
export const privateMembers = {
  meta: { type: 'suggestion', schema: [] },
  create(context) {
    const check = ({ key }) => {
      if (key.type === 'PrivateIdentifier') {
        context.report({ node: key, message: `Write private ${key.name} in place of #${key.name}.` });
      }
    };
    return { PropertyDefinition: check, MethodDefinition: check, AccessorProperty: check };
  },
};
