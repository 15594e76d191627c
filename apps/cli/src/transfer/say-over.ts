/** Shows progress on a terminal, each time overwriting the last message. */
export function sayOver(out: NodeJS.WriteStream): {
  say: (sentence: string) => void;
  end: () => void;
} {
  if (!out.isTTY) return { say: () => {}, end: () => {} };
  const write = (text: string) => out.write(`\r\u001b[K${text}`);
  return { say: write, end: () => write('') };
}
