import { createHash } from 'node:crypto';
import type { OpenApiDocument, ParameterObject } from '@viewpoints/api/http/document-parts';
import type { JsonSchema } from '@viewpoints/api/http/json-schemas';
import { counted } from '@viewpoints/domain/text/counted';
import { element, escapeMarkup } from '@viewpoints/domain/text/markup';
import { docsStyles } from './docs-styles.ts';
import { fieldList, schemaAnchor, typeWords } from './schema-words.ts';
import { type Addressed, maxSearchLength, searchOperations } from './search-operations.ts';

const styleHash = createHash('sha256').update(docsStyles).digest('base64');

/** The page may use its own styles and its own form, and nothing else. */
export const docsPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const anchored = (href: string, text: string) => element('a', { href }, escapeMarkup(text));
const inline = (text: string) =>
  escapeMarkup(text).replaceAll(/`([^`]+)`/g, (_, code) => element('code', {}, code));
const resourceAnchor = (tag: string) => `${tag.toLowerCase().replaceAll(' ', '-')}`;
/** Whether an operation is one of editors, which needs a token. */
const isOfEditors = ({ security = [] }: Addressed) => security.length > 0;

/** The page that describes the API to people, narrowed to what a search finds. */
export function docsPage(document: OpenApiDocument, search: string): string {
  const { info } = document;
  const found = searchOperations(document, search);
  const isSearch = search.trim() !== '';
  const title = isSearch
    ? `${search.slice(0, maxSearchLength)} – ${info.title} API`
    : `${info.title} API`;
  const main = [
    isSearch ? searchHeading(search, found.length) : introduction(document),
    ...partsOf(document, found, isSearch),
    ...(isSearch ? [] : [schemaSection(document)]),
  ];
  return `<!doctype html>${element(
    'html',
    { lang: 'en' },
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${element(
      'title',
      {},
      escapeMarkup(title),
    )}<style>${docsStyles}</style></head><body>${anchored('#content', 'Skip to content').replace(
      '<a ',
      '<a class="skip" ',
    )}${masthead(info.title, search)}${element(
      'div',
      { class: 'page' },
      `${contents(found, isSearch)}${element('main', { id: 'content' }, main.join(''))}`,
    )}</body>`,
  )}`;
}

function masthead(title: string, search: string): string {
  const input = `<input type="search" id="q" name="q" maxlength="${maxSearchLength}" value="${escapeMarkup(search.slice(0, maxSearchLength))}" autocomplete="off">`;
  return element(
    'header',
    { class: 'masthead' },
    `${element('p', { class: 'name' }, anchored('/docs', `${title} API`))}${element(
      'form',
      { class: 'search', role: 'search', action: '/docs' },
      `<label for="q">Search</label>${input}<button>Search</button>`,
    )}`,
  );
}

/** Public reads, and then what editors do, each with its heading. */
function partsOf(document: OpenApiDocument, found: Addressed[], isSearch: boolean): string[] {
  const { editors = [], public: reads = [] } = Object.groupBy(found, (each) =>
    isOfEditors(each) ? 'editors' : 'public',
  );
  const schemasAt = isSearch ? '/docs' : '';
  return [
    ...(reads.length === 0 ? [] : [partHeading('reads', 'Public reads', readWords)]),
    ...resourceSections(document, reads, schemasAt),
    ...(editors.length === 0 ? [] : [partHeading('editing', 'Editing', editingWords)]),
    ...resourceSections(document, editors, schemasAt),
  ];
}

const readWords = 'Open to everybody, without an account.';
const editingWords =
  'With an access token: `Authorization: Bearer vpt_…`. Each address names the scope that it needs.';

const partHeading = (id: string, heading: string, words: string) =>
  element(
    'div',
    { class: 'part', id },
    `${element('h2', {}, heading)}${element('p', {}, inline(words))}`,
  );

function introduction({ info }: OpenApiDocument): string {
  const paragraphs = info.description.split('\n\n').map((text) => element('p', {}, inline(text)));
  const facts = `Version ${escapeMarkup(info.version)}. ${anchored('/openapi.json', 'OpenAPI document')}`;
  return element(
    'div',
    { class: 'lead' },
    `${element('h1', {}, 'The API')}${paragraphs.join('')}${element('p', { class: 'facts' }, facts)}`,
  );
}

function searchHeading(search: string, count: number): string {
  const what = counted(count, 'address matches', 'addresses match');
  const words = count === 0 ? 'No address matches' : what;
  return element(
    'div',
    { class: 'found' },
    `${element('h1', {}, `${words} “${escapeMarkup(search.slice(0, maxSearchLength))}”`)}${element('p', {}, anchored('/docs', 'Show all'))}`,
  );
}

const byTag = (operations: Addressed[]) => Map.groupBy(operations, ({ tags }) => tags[0] ?? '');

function contents(operations: Addressed[], isSearch: boolean): string {
  const groups = [...byTag(operations)].map(([tag, each]) => {
    const links = each.map(({ operationId, summary }) =>
      element('li', {}, anchored(`#${operationId}`, summary)),
    );
    return element(
      'li',
      {},
      `${anchored(`#${resourceAnchor(tag)}`, tag)}${element('ul', {}, links.join(''))}`,
    );
  });
  if (!isSearch) groups.push(element('li', {}, anchored('#schemas', 'Schemas')));
  if (groups.length === 0) return '<div></div>';
  return element(
    'nav',
    { class: 'contents', 'aria-label': 'Contents' },
    element('ul', {}, groups.join('')),
  );
}

function resourceSections(
  { tags }: OpenApiDocument,
  found: Addressed[],
  schemasAt: string,
): string[] {
  const groups = byTag(found);
  return tags.flatMap(({ name, description }) => {
    const operations = groups.get(name);
    if (operations === undefined) return [];
    const head = `${element('h3', {}, escapeMarkup(name))}${element('p', {}, inline(description))}`;
    return [
      element(
        'section',
        { class: 'resource', id: resourceAnchor(name), 'aria-label': name },
        `${head}${operations.map((each) => operationSection(each, schemasAt)).join('')}`,
      ),
    ];
  });
}

function operationSection(operation: Addressed, schemasAt: string): string {
  const { operationId, summary, path, method, parameters, requestBody } = operation;
  const address = escapeMarkup(path).replaceAll(/\{(\w+)\}/g, (whole) => element('var', {}, whole));
  const body = requestBody?.content['application/json'];
  const answer = answerOf(operation);
  return element(
    'article',
    { class: 'operation', id: operationId },
    [
      element('h4', {}, anchored(`#${operationId}`, summary)),
      element('p', { class: 'address' }, `<b>${method}</b> ${address}${scopeOf(operation)}`),
      parameters.length === 0
        ? ''
        : `${element('h5', {}, 'Parameters')}${element('dl', {}, parameters.map(parameterField).join(''))}`,
      body === undefined ? '' : bodyOf(body.schema, schemasAt),
      answer === undefined
        ? ''
        : `${element('h5', {}, 'Answer')}${element('p', {}, typeWords(answer.schema, schemasAt))}`,
      exampleOf(operation, { sent: body?.example, answered: answer?.example }),
    ].join(''),
  );
}

/** The scope that a token needs, in words. */
function scopeOf({ security = [] }: Addressed): string {
  const [scope] = security.flatMap((each) => Object.values(each)).flat();
  if (security.length === 0) return '';
  const words = scope === undefined ? 'any scope' : `scope ${element('code', {}, scope)}`;
  return ` ${element('span', { class: 'type' }, words)}`;
}

/** The answer of an operation that goes through, if it has a body. */
function answerOf({ responses }: Addressed) {
  const answer = responses[200] ?? responses[201];
  return answer && 'content' in answer ? answer.content?.['application/json'] : undefined;
}

/** What is sent: its fields, or the schema that has them. */
function bodyOf(schema: JsonSchema, schemasAt: string): string {
  const fields = fieldList(schema, schemasAt);
  const words = fields === '' ? element('p', {}, typeWords(schema, schemasAt)) : fields;
  return `${element('h5', {}, 'Body')}${words}`;
}

function parameterField({
  name,
  description = '',
  required,
  schema,
  in: place,
}: ParameterObject): string {
  const notes = [
    typeWords(schema),
    ...(place === 'path' ? ['in the path'] : required ? ['required'] : []),
    ...(schema.default === undefined
      ? []
      : [`${element('code', {}, escapeMarkup(String(schema.default)))} unless given`]),
    ...(schema.maximum === undefined ? [] : [`at most ${schema.maximum}`]),
  ];
  const type = element('span', { class: 'type' }, notes.join(', '));
  return element(
    'div',
    { class: 'field' },
    `${element('dt', {}, element('code', {}, escapeMarkup(name)))}${element('dd', {}, `${inline(description)} ${type}`)}`,
  );
}

function exampleOf(
  { path, method, parameters }: Addressed,
  { sent, answered }: { sent: unknown; answered: unknown },
): string {
  if (sent === undefined && answered === undefined) return '';
  const query = new URLSearchParams();
  let address = path;
  for (const { name, in: place, example: value } of parameters) {
    if (value === undefined) continue;
    if (place === 'path') address = address.replace(`{${name}}`, String(value));
    else query.set(name, String(value));
  }
  const parts = [sent, answered].flatMap((each) =>
    each === undefined ? [] : [JSON.stringify(each, null, 2)],
  );
  const request = `${method} ${address}${query.size === 0 ? '' : `?${query}`}`;
  return element(
    'details',
    {},
    `<summary>Example</summary>${element('pre', {}, escapeMarkup([request, ...parts].join('\n\n')))}`,
  );
}

function schemaSection({ components }: OpenApiDocument): string {
  const schemas = Object.entries(components.schemas).sort(([a], [b]) => (a < b ? -1 : 1));
  const each = schemas.map(([name, schema]) => {
    const fields = fieldList(schema);
    return element(
      'article',
      { class: 'schema', id: schemaAnchor(name) },
      `${element('h3', {}, anchored(`#${schemaAnchor(name)}`, name))}${fields === '' ? element('p', { class: 'type' }, typeWords(schema)) : fields}`,
    );
  });
  const head = `${element('h2', {}, 'Schemas')}${element('p', {}, 'The types of answers and their fields.')}`;
  return element(
    'section',
    { class: 'resource', id: 'schemas', 'aria-label': 'Schemas' },
    `${head}${each.join('')}`,
  );
}
