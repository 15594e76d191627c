import type { JsonSchema } from '@viewpoints/api/http/json-schemas';
import { element, escapeMarkup } from '@viewpoints/domain/text/markup';

const code = (text: string) => element('code', {}, escapeMarkup(text));
const nameOf = (ref: string) => ref.split('/').at(-1) ?? '';
const isNull = ({ type }: JsonSchema) => type === 'null';

/** The anchor of a schema on the page. */
export const schemaAnchor = (name: string): string => `schema-${name}`;

/**
 * The type of a value in words, with links to the schemas it names.
 * @param page where the schemas are, if not on this page
 */
export function typeWords(schema: JsonSchema, page = ''): string {
  const words = (each: JsonSchema) => typeWords(each, page);
  const { $ref, type, format, items, prefixItems, additionalProperties } = schema;
  if ($ref !== undefined) {
    const name = nameOf($ref);
    return element('a', { href: `${page}#${schemaAnchor(name)}` }, escapeMarkup(name));
  }
  const options = optionsOf(schema);
  if (options.length > 0) return joined(options.map(words));
  if (schema.enum !== undefined) return `one of ${schema.enum.map(String).map(code).join(', ')}`;
  if (schema.const !== undefined) return code(String(schema.const));
  if (Array.isArray(prefixItems))
    return `[${prefixItems.map((each) => words(each as JsonSchema)).join(', ')}]`;
  if (type === 'array') return `list of ${words((items ?? {}) as JsonSchema)}`;
  if (typeof additionalProperties === 'object' && schema.properties === undefined)
    return `by name: ${words(additionalProperties)}`;
  return format ?? (type === undefined ? 'any value' : joined([type].flat().map(escapeMarkup)));
}

const optionsOf = ({ anyOf, oneOf }: JsonSchema) => (anyOf ?? oneOf ?? []) as JsonSchema[];
const joined = (words: string[]) => [...new Set(words)].join(' or ');

/**
 * The fields of a schema as a list, those of unnamed schemas in it included. Empty if it has none.
 * @param page where the schemas are, if not on this page
 */
export function fieldList(schema: JsonSchema, page = ''): string {
  const inner = objectsIn(schema);
  if (inner.length === 0) return '';
  if (inner.length > 1) return inner.map((each) => fieldList(each, page)).join('');
  const { properties = {}, required = [] } = inner[0] ?? {};
  const fields = Object.entries(properties).map(([name, field]) =>
    describedField(
      { name, field: field as JsonSchema, page },
      required.includes(name) ? '' : ', optional',
    ),
  );
  return element('dl', {}, fields.join(''));
}

function describedField(
  { name, field, page }: { name: string; field: JsonSchema; page: string },
  optional: string,
): string {
  const type = element('span', { class: 'type' }, `${typeWords(field, page)}${optional}`);
  const further = fieldList(field, page);
  return element(
    'div',
    { class: 'field' },
    `${element('dt', {}, code(name))}${element('dd', {}, `${type}${further}`)}`,
  );
}

/** Objects described where they are: in a list, or among alternatives. */
function objectsIn(schema: JsonSchema): JsonSchema[] {
  if (schema.properties !== undefined) return [schema];
  const inside = [...optionsOf(schema), ...(schema.type === 'array' ? [schema.items ?? {}] : [])];
  return inside.flatMap((each) =>
    isNull(each as JsonSchema) ? [] : objectsIn(each as JsonSchema),
  );
}
