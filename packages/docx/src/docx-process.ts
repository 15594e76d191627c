import { serveJobs } from '@viewpoints/pictures/serve-jobs';
import { readDocxJob } from './docx-job.ts';

/** Reads Word files for the process that started this one. */
serveJobs(readDocxJob);
