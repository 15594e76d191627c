/** Tells on a terminal how far something is, each time in place of what was told before. */
export function sayOver(out: NodeJS.WriteStream): {
  say: (sentence: string) => void;
  end: () => void;
} {
  if (!out.isTTY) return { say: () => {}, end: () => {} };
  const write = (text: string) => out.write(`\r\u001b[K${text}`);
  return { say: write, end: () => write('') };
}
