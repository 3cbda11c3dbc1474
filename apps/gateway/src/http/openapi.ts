import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { OpenAPIObject, SwaggerDocumentOptions } from '@nestjs/swagger';
import { z } from 'zod';
import * as contracts from '@warren/contracts';
import { Problem } from '@warren/contracts';
import { accessToOthers } from '../access/routes-of-others.ts';
import { descriptionOf, schemaOf } from './api-docs.ts';

const about =
  'Warren finds the patterns that run through a community and proves each one from the members’ own profiles. ' +
  'Errors are application/problem+json (RFC 9457). `x-role` is the least role that a route is for, or public. A caller’s traceparent (W3C) is passed on.';

type StandardSchemaConversionResult = NonNullable<
  ReturnType<NonNullable<SwaggerDocumentOptions['standardSchemaConverter']>>
>;

/** Serves `/openapi.json`, generated from the schemas that validate requests, and Swagger UI at `/docs`, offline. */
export function serveDocumentation(app: NestFastifyApplication): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('docs', app, () => (document ??= describeApi(app)), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Warren API',
    swaggerOptions: { validatorUrl: null, tryItOutEnabled: true },
  });
}

function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder().setTitle('Warren').setDescription(about).setVersion('1').build();
  const document = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: (schema, { schemaType }) =>
      schema instanceof z.ZodType ? converted(schema, schemaType) : undefined,
  });
  describeAccess(document);
  const schemas = { ...document.components?.schemas, Problem: schemaOf(Problem) };
  return { ...document, components: { ...document.components, schemas } };
}

/** Says of each route whom it is for, and how others are answered. */
function describeAccess({ paths }: OpenAPIObject): void {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  for (const [path, { get, post, patch, delete: erase }] of Object.entries(paths)) {
    for (const operation of [get, post, patch, erase].filter((it) => it !== undefined)) {
      const access = 'x-role' in operation ? operation['x-role'] : accessToOthers(path);
      Object.assign(operation, { 'x-role': access });
      if (access !== 'public') {
        for (const status of [401, 403, 429]) {
          operation.responses[status] ??= { description: descriptionOf(status), content };
        }
      }
    }
  }
}

/** Names of the contracts' schemas, each of which is written once, under its name. */
const names = new Map<unknown, string>(Object.entries(contracts).map(([name, it]) => [it, name]));

class NamedSchemas extends z.core.$ZodRegistry<z.core.GlobalMeta> {
  override get(schema: z.core.$ZodType) {
    const id = names.get(schema);
    return { ...z.globalRegistry.get(schema), ...(id !== undefined && { id }) };
  }
}

/** Converts a schema: input is inlined, since queries become parameters; output refers to named schemas. */
function converted(schema: z.ZodType, io: 'input' | 'output'): StandardSchemaConversionResult {
  if (io === 'input') {
    return { schema: schemaOf(schema) };
  }
  // only a nested schema is referred to by name
  const { properties, definitions } = z.toJSONSchema(z.object({ it: schema }), {
    target: 'openapi-3.0',
    io,
    metadata: new NamedSchemas(),
    unrepresentable: 'any',
    // replies may get further keys, so no client may rely on their absence
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) {
        delete jsonSchema.additionalProperties;
      }
    },
  });
  return {
    schema: properties?.['it'],
    components: z.record(z.string(), z.unknown()).parse(definitions ?? {}),
  };
}
