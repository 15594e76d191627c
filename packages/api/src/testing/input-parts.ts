import type { z } from 'zod';
import { everyProcedure } from './every-procedure.ts';

/** The parts of a schema, by the path to them. A recursive schema is visited once. */
export type Part = {
  at: string;
  schema: z.core.$ZodType;
  /** It is given what a bounded schema before it in a pipe has let through. */
  bounded?: boolean;
};

/** A schema and all schemas in it, each once. */
export function partsOf(root: z.core.$ZodType): Part[] {
  const seen = new Set<z.core.$ZodType>();
  const parts: Part[] = [];
  const ahead: Part[] = [{ at: '', schema: root }];
  for (let part = ahead.pop(); part !== undefined; part = ahead.pop()) {
    if (seen.has(part.schema)) continue;
    seen.add(part.schema);
    parts.push(part);
    ahead.push(...innerOf(part));
  }
  return parts;
}

function innerOf({ at, schema }: Part): Part[] {
  const { def } = schema._zod as z.core.$ZodTypes['_zod'];
  const inner = (key: string, of: z.core.$ZodType) => ({ at: `${at}${key}`, schema: of });
  switch (def.type) {
    case 'object':
      return [
        ...Object.entries(def.shape).map(([key, each]) => inner(`.${key}`, each)),
        ...(def.catchall === undefined ? [] : [inner('.*', def.catchall)]),
      ];
    case 'array':
      return [inner('[]', def.element)];
    case 'tuple':
      return def.items.map((each, index) => inner(`[${index}]`, each));
    case 'union':
      return def.options.map((each) => inner('', each));
    case 'record':
      return [inner('{key}', def.keyType), inner('{}', def.valueType)];
    case 'pipe':
      return [
        inner('', def.in),
        { ...inner('', def.out), bounded: boundOf({ at, schema: def.in }) !== undefined },
      ];
    case 'lazy':
      return [inner('', def.getter())];
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'catch':
    case 'nonoptional':
      return [inner('', def.innerType)];
    default:
      return [];
  }
}

/** zod's name of a schema: "object", "string" and so on. */
export const kindOf = ({ schema }: Part): string =>
  (schema._zod as z.core.$ZodTypes['_zod']).def.type;

/** What a schema requires of a value in addition to its type. */
export type Check = {
  _zod: {
    def: {
      check?: string;
      maximum?: number;
      minimum?: number;
      value?: number;
      format?: string;
      error?: unknown;
    };
  };
};

export const checksOf = ({ schema }: Part): Check[] =>
  (schema._zod as { def: { checks?: Check[] } }).def.checks ?? [];

/** The most that a list or string may have, and the format that bounds a string by itself. */
export function boundOf(part: Part): number | string | undefined {
  const { def } = part.schema._zod as { def: { format?: string } };
  const checks = checksOf(part).map(({ _zod }) => _zod.def);
  const format = [def, ...checks].find((each) => fixedFormats.has(each.format ?? ''))?.format;
  return checks.find(({ check }) => check === 'max_length')?.maximum ?? format;
}

/** Formats of one length. */
const fixedFormats = new Set(['uuid', 'datetime']);

/** The parts of every procedure's input, each with the path to it. */
export const inputParts: (Part & { path: string })[] = everyProcedure.flatMap(({ path, inputs }) =>
  inputs.flatMap((schema) => partsOf(schema).map((part) => ({ ...part, path }))),
);
