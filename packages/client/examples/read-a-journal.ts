import { createViewpoints } from '@viewpoints/client';

const viewpoints = createViewpoints({ url: 'https://desk.journal.example' });

// One page of a list, and the next.
const first = await viewpoints.articles.list.query({ topic: 'fisheries', limit: 50 });
if (first.nextCursor !== null)
  await viewpoints.articles.list.query({
    topic: 'fisheries',
    limit: 50,
    cursor: first.nextCursor,
  });

// A list as one sequence: the next page is asked for when its first item is.
for await (const finding of viewpoints.all.findings({ issue: 'dams', stance: 'rejects' })) {
  const holders = finding.holders.map(({ label }) => label).join(', ');
  console.log(`${holders}: ${finding.proposition} (${finding.attribution.wording})`);
}

// Calls made at the same moment travel in one request.
const [journal, front] = await Promise.all([
  viewpoints.journal.get.query(),
  viewpoints.front.get.query(),
]);
console.log(journal.name, front.lead?.headline);
