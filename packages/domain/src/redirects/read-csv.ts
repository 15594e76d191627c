/** Rows of comma-separated values (RFC 4180), with a comma, a semicolon or a tab between. */
export function readCsv(text: string): string[][] {
  const source = text.replace(/^\uFEFF/, '');
  const separator = [',', ';', '\t'].find((each) => firstLine(source).includes(each)) ?? ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let quoted = false;
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at] ?? '';
    if (quoted) {
      if (character !== '"') field += character;
      else if (source[at + 1] === '"') {
        field += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && field === '') quoted = true;
    else if (character === separator) {
      row.push(field);
      field = '';
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && source[at + 1] === '\n') at += 1;
      rows.push([...row, field]);
      [row, field] = [[], ''];
    } else field += character;
  }
  if (field !== '' || row.length > 0) rows.push([...row, field]);
  return rows;
}

const firstLine = (text: string): string => text.split(/[\r\n]/, 1)[0] ?? '';

/** A line of a file of redirects. */
export type RedirectLine = { line: number; from: string; to: string };

/** The redirects of a file: its first two columns. A head and empty lines are none. */
export function redirectLines(csv: string): RedirectLine[] {
  return readCsv(csv).flatMap(([from = '', to = ''], index) => {
    const isHead = index === 0 && /^"?from"?$/i.test(from.trim());
    if (isHead || (from.trim() === '' && to.trim() === '')) return [];
    return [{ line: index + 1, from: unescaped(from), to: unescaped(to) }];
  });
}

/** Without what an export puts before values that begin like a formula. */
const unescaped = (value: string): string => value.trim().replace(/^'(?=[=+\-@\t\r])/, '');
