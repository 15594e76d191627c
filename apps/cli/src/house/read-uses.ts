import { parseSync } from 'oxc-parser';

/** What a declaration at the top of a file uses: its own file's (`from` is null) or an imported one. */
export type Use = { from: string | null; name: string };

/** What a file declares at its top, by name, and what each of these uses when it runs. */
export type DeclaredUses = ReadonlyMap<string, readonly Use[]>;

type Node = { type: string } & Record<string, unknown>;

/** Fields of the syntax tree that hold types alone. */
const TYPE_FIELDS = new Set([
  'typeAnnotation',
  'returnType',
  'typeParameters',
  'typeArguments',
  'superTypeArguments',
  'implements',
]);

/**
 * The declarations at the top of a source file with what each uses. Types are passed over: they are
 * gone before anything runs. A default export is called `default`.
 */
export function readUses(path: string, source: string): DeclaredUses {
  const statements = parseSync(path, source).program.body as unknown as Node[];
  const imported = new Map<string, Use>();
  const declared = new Map<string, Node[]>();
  const exported: [name: string, use: Use][] = [];
  for (const statement of statements) {
    if (statement.type === 'ImportDeclaration') {
      for (const [local, use] of importsOf(statement)) imported.set(local, use);
      continue;
    }
    exported.push(...exportsOf(statement));
    for (const [name, node] of declarationsOf(statement))
      declared.set(name, [...(declared.get(name) ?? []), node]);
  }
  const useOf = (name: string): Use[] => {
    const use = imported.get(name) ?? (declared.has(name) ? { from: null, name } : undefined);
    return use === undefined ? [] : [use];
  };
  const uses = new Map<string, readonly Use[]>();
  for (const [name, nodes] of declared) {
    const names = new Set(nodes.flatMap((node) => [...namesUsed(node)]));
    names.delete(name);
    uses.set(name, [...names].flatMap(useOf));
  }
  for (const [name, use] of exported) uses.set(name, use.from === null ? useOf(use.name) : [use]);
  return uses;
}

function importsOf(statement: Node): [local: string, use: Use][] {
  if (statement.importKind === 'type') return [];
  const from = nameOf(statement.source);
  return nodesIn(statement.specifiers).flatMap((specifier): [string, Use][] => {
    if (specifier.importKind === 'type') return [];
    const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : 'default';
    return [[nameOf(specifier.local), { from, name }]];
  });
}

/** Names that a file exports under another name, or from another file. */
function exportsOf(statement: Node): [name: string, use: Use][] {
  if (statement.type !== 'ExportNamedDeclaration' || statement.exportKind === 'type') return [];
  const from = isNode(statement.source) ? nameOf(statement.source) : null;
  return nodesIn(statement.specifiers).flatMap((specifier): [string, Use][] => {
    const use = { from, name: nameOf(specifier.local) };
    const name = nameOf(specifier.exported);
    return specifier.exportKind === 'type' || (from === null && use.name === name)
      ? []
      : [[name, use]];
  });
}

function declarationsOf(statement: Node): [name: string, node: Node][] {
  const { declaration } = statement;
  if (statement.type === 'ExportDefaultDeclaration' && isNode(declaration))
    return [['default', declaration]];
  if (isNode(declaration)) return declarationsOf(declaration);
  if (statement.type === 'VariableDeclaration')
    return nodesIn(statement.declarations).flatMap((each) =>
      boundNames(each.id).map((name): [string, Node] => [name, each]),
    );
  if (/^(?:Function|Class)Declaration$/.test(statement.type))
    return [[nameOf(statement.id), statement]];
  return [];
}

/** The names that a part of a program reads and does not declare itself. */
function namesUsed(node: Node, own: ReadonlySet<string> = new Set()): Set<string> {
  const used = new Set<string>();
  const visit = (each: Node, bound: ReadonlySet<string>): void => {
    if (/^(?:Identifier|JSXIdentifier)$/.test(each.type)) {
      const name = nameOf(each);
      if (!bound.has(name)) used.add(name);
      return;
    }
    if (each.type.startsWith('TS') && !isNode(each.expression)) return;
    const inner = /Function/.test(each.type)
      ? new Set([...bound, ...nodesIn(each.params).flatMap(boundNames), ...localNames(each.body)])
      : bound;
    for (const child of childrenOf(each)) visit(child, inner);
  };
  visit(node, own);
  return used;
}

/** The parts of a node in which names are read: not the names of properties. */
function childrenOf(node: Node): Node[] {
  return Object.entries(node).flatMap(([field, value]) => {
    if (TYPE_FIELDS.has(field)) return [];
    const isName =
      (field === 'key' || field === 'property') &&
      node.computed !== true &&
      node.type !== 'JSXAttribute';
    if (isName || (node.type === 'JSXAttribute' && field === 'name')) return [];
    return isNode(value) ? [value] : nodesIn(value);
  });
}

/** Names that a function declares for itself, in its blocks too but not in functions inside it. */
function localNames(body: unknown): string[] {
  if (!isNode(body)) return [];
  const names: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'VariableDeclarator') names.push(...boundNames(node.id));
    if (/Function/.test(node.type)) {
      if (node.type === 'FunctionDeclaration') names.push(nameOf(node.id));
      return;
    }
    childrenOf(node).forEach(visit);
  };
  visit(body);
  return names;
}

/** The names that a pattern binds: `{ a, b: [c] }` binds `a` and `c`. */
function boundNames(pattern: unknown): string[] {
  if (!isNode(pattern)) return [];
  switch (pattern.type) {
    case 'Identifier':
      return [nameOf(pattern)];
    case 'ObjectPattern':
      return nodesIn(pattern.properties).flatMap(({ value, argument }) =>
        boundNames(value ?? argument),
      );
    case 'ArrayPattern':
      return nodesIn(pattern.elements).flatMap(boundNames);
    default:
      return boundNames(pattern.left ?? pattern.argument ?? pattern.parameter);
  }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;
const nodesIn = (value: unknown): Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const nameOf = (node: unknown): string =>
  isNode(node) ? String(node.name ?? node.value ?? '') : '';
