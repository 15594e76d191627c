import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { renderScreen } from '../testing/screen.tsx';
import { Button } from './button.tsx';
import { Cell, Row, Table } from './table.tsx';

afterEach(() => page.viewport(1280, 900));

test('a table wider than a phone scrolls by itself, including text for screen readers only', async () => {
  await page.viewport(390, 844);
  await renderScreen(
    <Table label="Records" columns={['What', 'History']}>
      <Row>
        <Cell header className="min-w-96">
          What was done
        </Cell>
        <Cell>
          <Button>
            History<span className="sr-only"> of what was done</span>
          </Button>
        </Cell>
      </Row>
    </Table>,
  );
  const table = page.getByRole('region', { name: 'Records' }).element();
  expect(table.scrollWidth).toBeGreaterThan(table.clientWidth);
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
});
