import { createViewpoints } from '@viewpoints/client';
import { attempt } from '@viewpoints/client/problem';

const viewpoints = createViewpoints({ url: 'https://desk.journal.example' });

const found = await attempt(viewpoints.articles.bySlug.query({ slug: 'the-quay-that-sank' }));
if (found.ok) console.log(found.value.headline);
else if (found.problem.code === 'not_found') console.log('It is not there, or not public.');
else console.error(found.problem.title, found.problem.next, found.problem.requestId);
