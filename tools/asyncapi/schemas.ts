import { z } from 'zod';
import * as contracts from '@warren/contracts';

/** A JSON Schema, draft 7, as AsyncAPI reads it. */
export type JsonSchema = Record<string, unknown>;

/** Every schema that the contracts export, under the name they export it by. */
const names = new Map<unknown, string>(
  Object.entries(contracts)
    .filter(([, value]) => value instanceof z.ZodType)
    .map(([name, schema]) => [schema, name]),
);

/** Descriptions as in the contracts, with the name of the schema, so that each is written once. */
class Named extends z.core.$ZodRegistry<z.core.GlobalMeta> {
  override get(schema: z.core.$ZodType): z.core.GlobalMeta {
    const id = names.get(schema);
    return { ...z.globalRegistry.get(schema), ...(id === undefined ? {} : { id }) };
  }
}

/** Schemas of message bodies: a reference for each, and the referenced schemas. */
export class Schemas {
  readonly components: Record<string, JsonSchema> = {};

  /** A reference to the schema of a body, as its consumers see it. */
  refer(schema: z.ZodType): JsonSchema {
    const written = z.toJSONSchema(z.object({ body: schema }), {
      target: 'draft-7',
      io: 'output',
      metadata: new Named(),
      // bodies may grow: no consumer may rely on the absence of other keys
      override: ({ jsonSchema }) => {
        delete jsonSchema.additionalProperties;
        delete jsonSchema.id;
        // the range of a JSON number anyway
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) {
          delete jsonSchema.maximum;
        }
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) {
          delete jsonSchema.minimum;
        }
      },
    });
    const { properties, definitions } = Written.parse(pointedAtComponents(written));
    Object.assign(this.components, definitions);
    return properties.body;
  }
}

const Written = z.object({
  properties: z.object({ body: z.record(z.string(), z.unknown()) }),
  definitions: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});

function pointedAtComponents(schema: unknown): unknown {
  const text = JSON.stringify(schema).replaceAll('"#/definitions/', '"#/components/schemas/');
  const pointed: unknown = JSON.parse(text);
  return pointed;
}
