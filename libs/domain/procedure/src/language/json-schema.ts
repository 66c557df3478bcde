import { z } from 'zod';
import { procedureSchema } from './procedure.schema.js';

/** The language as JSON Schema (draft 2020-12): published as `docs/procedure.schema.json`, for editors and other programs. */
export function procedureJsonSchema(): Record<string, unknown> {
  return {
    title: 'Vinh Danh: procedure of an award (quy trình xét khen thưởng)',
    ...(z.toJSONSchema(procedureSchema, { io: 'input', target: 'draft-2020-12' }) as Record<string, unknown>),
  };
}
