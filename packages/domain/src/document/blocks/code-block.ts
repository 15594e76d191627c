import { z } from 'zod';
import { element, escapeMarkup } from '../../text/markup.ts';
import { cleanText } from '../../text/normalise.ts';
import { boundedString } from '../../values.ts';
import { blockKind } from '../block-kind.ts';

export const CodeBlock = z.strictObject({
  type: z.literal('codeBlock'),
  attrs: z.strictObject({ language: boundedString(40).nullable() }),
  content: z.array(z.strictObject({ type: z.literal('text'), text: z.string().min(1) })).optional(),
});
export type CodeBlock = z.infer<typeof CodeBlock>;

export const codeBlock = blockKind({
  schema: CodeBlock,
  name: 'code block',
  holds: 'code',
  normalise(block): CodeBlock[] {
    const lines = (block.content ?? []).map((node) => node.text).join('');
    const code = cleanText(lines.replace(/\r\n?/g, '\n'));
    return code.trim() === '' ? [] : [{ ...block, content: [{ type: 'text', text: code }] }];
  },
  html: (_, code) => element('pre', {}, element('code', {}, escapeMarkup(code))),
  markdown(node, code) {
    const longest = Math.max(2, ...(code.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(longest + 1);
    const language = (node.attrs.language ?? '').replace(/[^\w+#.-]/g, '');
    return `${fence}${language}\n${code.replace(/\n$/, '')}\n${fence}`;
  },
});
