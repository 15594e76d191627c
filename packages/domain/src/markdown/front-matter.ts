type Value = string | number | boolean | null | readonly string[];

/**
 * Data at the head of a Markdown file, as YAML: every text is written as JSON has it, which YAML
 * reads the same. What is null or empty is left out.
 */
export function frontMatter(data: Readonly<Record<string, Value>>): string {
  const lines = Object.entries(data).flatMap(([key, value]) => {
    if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return [];
    return [`${key}: ${JSON.stringify(value)}`];
  });
  return `---\n${lines.join('\n')}\n---\n`;
}
