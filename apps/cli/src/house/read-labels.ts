import { type Expression, type JSXChild, type JSXElement, parseSync, Visitor } from 'oxc-parser';

/** A label of a screen as its source has it, with `…` for each value that is put in. */
export type Label = { text: string; path: string; line: number };

/** Properties and attributes that hold a label, in any component or object. */
const properties = new Set(['label', 'legend', 'searchLabel', 'verb']);
const attributes = new Set([...properties, 'aria-label', 'columns']);

/** Elements whose text is a label: what is pressed, what a field, table or small section is called. */
const elements = new Set([
  ...['button', 'Button', 'ButtonLink', 'VerbButton', 'ToolbarButton', 'MenuItem', 'Choice', 'Tab'],
  ...['label', 'legend', 'summary', 'option', 'Badge', 'Step'],
  ...['h2', 'h3', 'h4', 'caption', 'th', 'dt'],
]);
/** Links, where they are not words of a sentence. */
const links = new Set(['a', 'Link']);
/** Components whose `title` is a question or message in a sentence, or the name of a thing. */
const messages = new Set([
  ...['AuthPage', 'Badge', 'ConfirmDialog', 'EmptyState', 'ErrorNote', 'ListRow', 'MissingRecord'],
  ...['PageHead', 'PageHeading'],
]);

/** A value that is put in when the label is shown: it is no word of ours. */
const VALUE = '…';

/**
 * Every label that a source file states: attributes and properties such as `label`, the text of buttons,
 * small headings and links, titles that are no sentences, and the values of constants called
 * `…Label` or `…Labels`. A label that is put together at run time is not seen.
 */
export function readLabels(path: string, source: string): Label[] {
  const found: Label[] = [];
  const add = (texts: readonly string[], { start }: { start: number }) => {
    const line = source.slice(0, start).split('\n').length;
    for (const text of texts.map((each) => each.replaceAll(/\s+/g, ' ').trim()))
      if (/\p{L}/u.test(text)) found.push({ text, path, line });
  };
  const owners: JSXElement[] = [];
  new Visitor({
    JSXElement(element) {
      const name = nameOf(element);
      const parent = owners.at(-1);
      const isLabel = elements.has(name) || (links.has(name) && !isInSentence(element, parent));
      if (isLabel) add(textsOf(element.children), element);
      owners.push(element);
    },
    'JSXElement:exit'() {
      owners.pop();
    },
    JSXAttribute(attribute) {
      const owner = owners.at(-1);
      if (attribute.name.type !== 'JSXIdentifier' || attribute.value === null || !owner) return;
      const { name } = attribute.name;
      const isTitle = name === 'title' && /^[A-Z]/.test(nameOf(owner));
      if (!attributes.has(name) && (!isTitle || messages.has(nameOf(owner)))) return;
      const { value } = attribute;
      const texts =
        value.type === 'Literal'
          ? [value.value]
          : value.type === 'JSXExpressionContainer' &&
              value.expression.type !== 'JSXEmptyExpression'
            ? stringsIn(value.expression)
            : [];
      add(isTitle ? texts.filter((text) => !isSentence(text)) : texts, attribute);
    },
    Property({ key, value, computed, start }) {
      if (!computed && key.type === 'Identifier' && properties.has(key.name))
        add(stringsIn(value as Expression), { start });
    },
    VariableDeclarator({ id, init, start }) {
      if (id.type === 'Identifier' && /labels?$/i.test(id.name) && init)
        add(stringsIn(init), { start });
    },
    FunctionDeclaration({ id, body, start }) {
      if (!/labels?$/i.test(id?.name ?? '') || !body) return;
      for (const statement of body.body)
        if (statement.type === 'ReturnStatement' && statement.argument)
          add(stringsIn(statement.argument), { start });
    },
  }).visit(parseSync(path, source).program);
  return found;
}

/** The words of a label: what has a letter. Values that are put in and key names in brackets are none. */
export function wordsOfLabel(label: string): string[] {
  return label
    .replace(/ \([^)]*\)$/, '')
    .split(' ')
    .filter((word) => /\p{L}/u.test(word));
}

const isSentence = (text: string): boolean => /[.?!]$/.test(text);

function nameOf({ openingElement: { name } }: JSXElement): string {
  return name.type === 'JSXIdentifier' ? name.name : '';
}

/** A link in running text, or one that is a sentence itself. */
function isInSentence(link: JSXElement, parent: JSXElement | undefined): boolean {
  return (
    textsOf(link.children).some(isSentence) ||
    (parent?.children ?? []).some((child) => child.type === 'JSXText' && child.value.trim() !== '')
  );
}

/** What an element's children may read, one text for each choice between strings. */
function textsOf(children: readonly JSXChild[]): string[] {
  return children.reduce<string[]>(
    (texts, child) => {
      const parts = partsOf(child);
      return texts.flatMap((text) => parts.map((part) => text + part));
    },
    [''],
  );
}

function partsOf(child: JSXChild): string[] {
  if (child.type === 'JSXText') return [child.value];
  if (child.type === 'JSXElement' || child.type === 'JSXFragment') return textsOf(child.children);
  if (child.type !== 'JSXExpressionContainer' || child.expression.type === 'JSXEmptyExpression')
    return [''];
  const strings = stringsIn(child.expression);
  return strings.length === 0 ? [VALUE] : strings;
}

/** Strings that an expression may be, without those that it compares or looks up. */
function stringsIn(expression: Expression): string[] {
  switch (expression.type) {
    case 'Literal':
      return typeof expression.value === 'string' ? [expression.value] : [];
    case 'TemplateLiteral':
      return [expression.quasis.map(({ value }) => value.cooked ?? '').join(VALUE)];
    case 'ConditionalExpression':
      return [expression.consequent, expression.alternate].flatMap(stringsIn);
    case 'LogicalExpression':
      return [expression.left, expression.right].flatMap(stringsIn);
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return stringsIn(expression.expression);
    case 'ArrayExpression':
      return expression.elements.flatMap((each) =>
        each === null || each.type === 'SpreadElement' ? [] : stringsIn(each),
      );
    case 'ObjectExpression':
      return expression.properties.flatMap((each) =>
        each.type === 'Property' ? stringsIn(each.value as Expression) : [],
      );
    case 'ArrowFunctionExpression':
      return expression.body.type === 'BlockStatement'
        ? []
        : stringsIn(expression.body as Expression);
    case 'JSXElement':
    case 'JSXFragment':
      return textsOf(expression.children);
    default:
      return [];
  }
}
