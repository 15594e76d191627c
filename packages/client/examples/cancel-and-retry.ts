import { createViewpoints } from '@viewpoints/client';
import { attempt } from '@viewpoints/client/problem';

// Each try may take five seconds, and a query is tried four times at most.
const viewpoints = createViewpoints({
  url: 'https://desk.journal.example',
  timeout: 5_000,
  retries: 3,
});

const controller = new AbortController();
const search = attempt(
  viewpoints.search.query.query({ q: 'ceasefire' }, { signal: controller.signal }),
);
// Somebody types on: the answer is no longer needed.
controller.abort();
const found = await search;
if (!found.ok && found.problem.code === 'cancelled') console.log('Never mind.');
