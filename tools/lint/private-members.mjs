/** A member that is its class's own says `private`, since a constructor's parameters could not be `#` fields. */
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
