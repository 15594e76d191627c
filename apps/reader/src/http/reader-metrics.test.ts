import { expect, test } from 'vitest';
import { createReaderMetrics } from './reader-metrics.ts';

test('a lost channel shows at the next scrape, and pages are counted by where they came from', async () => {
  let isFresh = true;
  const metrics = createReaderMetrics(() => ({ pages: 3, bytes: 4096, isFresh }), {
    readsProcess: false,
  });
  metrics.countPage(true, 200);
  metrics.countPage(true, 200);
  metrics.countPage(false, 404);
  metrics.countRender(0.3);
  const first = (await metrics.render()).text;
  expect(first).toContain('viewpoints_reader_announcements_up 1');
  expect(first).toContain('viewpoints_reader_cached_pages 3');
  expect(first).toContain('viewpoints_reader_cache_bytes 4096');
  expect(first).toContain('viewpoints_reader_pages_total{from="cache",status="200"} 2');
  expect(first).toContain('viewpoints_reader_pages_total{from="render",status="404"} 1');
  expect(first).toContain('viewpoints_reader_render_duration_seconds_bucket{le="0.25"} 0');
  expect(first).toContain('viewpoints_reader_render_duration_seconds_bucket{le="0.5"} 1');
  isFresh = false;
  expect((await metrics.render()).text).toContain('viewpoints_reader_announcements_up 0');
});
