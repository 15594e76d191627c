import axe from 'axe-core';
import type { Page } from 'playwright-core';

declare global {
  interface Window {
    axe?: typeof axe;
  }
}

/**
 * Axe's complaints about a page as it is shown now, a line for each rule that it breaks. Axe is put
 * into a document once, which takes longer than most rules do.
 * @param rules Ids of rules, or tags of many; all rules if neither is given.
 */
export async function axeComplaints(
  page: Page,
  { rules, tags }: { rules?: readonly string[]; tags?: readonly string[] } = {},
): Promise<string[]> {
  // By itself, since evaluate is not bound by the page's policy and a script element is.
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async (runOnly) => {
      const found = await window.axe?.run({
        ...(runOnly === null ? {} : { runOnly }),
        resultTypes: ['violations'],
      });
      if (found === undefined) throw new Error('axe is not in this page');
      return found.violations.map(({ id, nodes }) => ({
        id,
        targets: nodes.map(({ target }) => target.join(' ')),
      }));
    },
    rules !== undefined
      ? { type: 'rule' as const, values: [...rules] }
      : tags !== undefined
        ? { type: 'tag' as const, values: [...tags] }
        : null,
  );
  return violations.map(({ id, targets }) => `${id}: ${targets.join(', ')}`);
}
