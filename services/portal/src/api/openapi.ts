import { z } from 'zod';
import type { AnyEndpoint } from './endpoint.ts';
import { liveQuery } from './picture-schemas.ts';

type JsonSchema = Record<string, unknown> & {
  readonly properties?: Record<string, JsonSchema>;
  readonly required?: readonly string[];
};

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest as JsonSchema;
};

const parameters = (schema: z.ZodType | undefined, place: 'path' | 'query'): readonly object[] => {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = jsonSchema(schema, 'input');
  return Object.entries(properties).map(([name, one]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: one,
  }));
};

const json = (schema: object): object => ({ 'application/json': { schema } });

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A UUID made once for a form’s submission. Sent again it gives the same answer and changes nothing.',
  schema: { type: 'string', format: 'uuid' },
};

const ownHeaderParameter = {
  name: 'X-Tyovayla-Portal',
  in: 'header',
  required: true,
  description: 'Always 1; together with the Origin it shows that our own page asks.',
  schema: { type: 'string', const: '1' },
};

const operation = (endpoint: AnyEndpoint): object => ({
  operationId: endpoint.path.replace('/api/', '').replace(/[/:]+/g, '-') + (endpoint.method === 'POST' ? '-post' : ''),
  summary: endpoint.summary,
  parameters: [
    ...parameters(endpoint.params, 'path'),
    ...parameters(endpoint.query, 'query'),
    ...(endpoint.method === 'POST' ? [ownHeaderParameter] : []),
    ...(endpoint.kind === 'change' ? [idempotencyKey] : []),
  ],
  ...(endpoint.body === undefined
    ? {}
    : { requestBody: { required: true, content: json(jsonSchema(endpoint.body, 'input')) } }),
  responses: {
    '200': { description: 'The answer', content: json(jsonSchema(endpoint.answer, 'output')) },
    default: { $ref: '#/components/responses/Problem' },
  },
});

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'reason', 'domain', 'metadata', 'violations'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    reason: { type: 'string', description: 'Permanent code of the service that says no' },
    domain: { type: 'string' },
    metadata: { type: 'object', additionalProperties: { type: 'string' } },
    violations: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'code', 'description'],
        properties: { field: { type: 'string' }, code: { type: 'string' }, description: { type: 'string' } },
      },
    },
    incident: { type: 'string' },
  },
};

const live = {
  get: {
    operationId: 'situation-picture-live',
    summary: 'Streams the picture as server-sent events: picture, interrupted, refused',
    parameters: parameters(liveQuery, 'query'),
    responses: { '200': { description: 'Events', content: { 'text/event-stream': { schema: { type: 'string' } } } } },
  },
};

/** The OpenAPI 3.1 document of the given endpoints, made from the schemas that also check the requests. */
export const openApiDocument = (endpoints: readonly AnyEndpoint[], publicUrl: string): object => {
  const paths: Record<string, Record<string, object>> = { '/api/situation-picture/live': live };
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Työväylä portal API', version: '1.0.0', license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' } },
    servers: [{ url: publicUrl }],
    security: [{ session: [] }],
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'tyovayla_session' } },
      responses: {
        Problem: {
          description: 'A refusal or fault',
          content: { 'application/problem+json': { schema: problemSchema } },
        },
      },
    },
  };
};
