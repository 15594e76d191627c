import { nodeName } from '@viewpoints/domain/document/blocks';

/** The name of a block in a sentence. */
export function blockName(type: string, attrs: Readonly<Record<string, unknown>> = {}): string {
  const level = type === 'heading' && typeof attrs.level === 'number' ? ` ${attrs.level}` : '';
  return type === 'hardBreak' ? 'new line' : `${nodeName(type)}${level}`;
}
