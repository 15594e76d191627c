/** The subset of YAML that the files of this repository use. */
export type PlainYaml = string | null | PlainYaml[] | { [key: string]: PlainYaml };

type Line = { indent: number; text: string; number: number };

/**
 * Reads the plain part of YAML that compose files and workflows are written in here: maps, lists,
 * scalars on one line, and lists in brackets. Scalars stay text. Anything else (tabs, anchors,
 * blocks of text, a key twice) is refused, so that no file is read as something that it does not say.
 * @throws with the number of the line
 */
export function readPlainYaml(text: string): PlainYaml {
  const lines = text.split('\n').flatMap((raw, index): Line[] => {
    const content = raw.replace(/(?:^|\s)#.*$/, '').trimEnd();
    if (content.trim() === '') return [];
    const indent = content.length - content.trimStart().length;
    return [{ indent, text: content.trim(), number: index + 1 }];
  });
  const [value, rest] = readBlock(lines, 0);
  if (rest[0] !== undefined) fail(rest[0], 'is indented as nothing before it');
  return value;
}

function fail({ number }: Line, problem: string): never {
  throw new Error(`Line ${number} ${problem}.`);
}

const isItem = ({ text }: Line) => text === '-' || text.startsWith('- ');

/** Reads the lines that belong together, from the first on; gives back those that are left. */
function readBlock(lines: Line[], least: number): [PlainYaml, Line[]] {
  const [first] = lines;
  if (first === undefined || first.indent < least) return [null, lines];
  return isItem(first) ? readList(lines, first.indent) : readMap(lines, first.indent);
}

function readList(lines: Line[], indent: number): [PlainYaml[], Line[]] {
  const items: PlainYaml[] = [];
  let rest = lines;
  for (let [line] = rest; line?.indent === indent && isItem(line); [line] = rest) {
    const inner = line.text.slice(1).trim();
    const column = indent + line.text.length - inner.length;
    if (/^[\w-]+:(?: |$)/.test(inner)) {
      const [item, left] = readMap(
        [{ ...line, indent: column, text: inner }, ...rest.slice(1)],
        column,
      );
      items.push(item);
      rest = left;
    } else {
      items.push(readScalar(inner, line));
      rest = rest.slice(1);
    }
  }
  return [items, rest];
}

function readMap(lines: Line[], indent: number): [{ [key: string]: PlainYaml }, Line[]] {
  const map: { [key: string]: PlainYaml } = {};
  let rest = lines;
  for (let [line] = rest; line?.indent === indent && !isItem(line); [line] = rest) {
    const [, key, value] = /^([\w.-]+):(?: +(.*))?$/.exec(line.text) ?? fail(line, 'is no key');
    if (key === undefined) return fail(line, 'is no key');
    if (key in map) fail(line, `has the key ${key} again`);
    if (value === undefined) [map[key], rest] = readBlock(rest.slice(1), indent + 1);
    else [map[key], rest] = [readScalar(value, line), rest.slice(1)];
  }
  return [map, rest];
}

function readScalar(text: string, line: Line): PlainYaml {
  if (text.includes('\t')) fail(line, 'has a tab');
  if (text.startsWith('"') || text.startsWith('[')) {
    try {
      // In these two forms what we write is JSON as well.
      return JSON.parse(text) as PlainYaml;
    } catch {
      return fail(line, 'cannot be read');
    }
  }
  if (/^[&*!|>%@`{']/.test(text) || /: /.test(text)) fail(line, 'has to be in quotes');
  return text;
}
