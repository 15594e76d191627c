import { serveJobs } from '@viewpoints/pictures/serve-jobs';
import { createReaderJobs } from './reader-job.ts';

/** Reads the files of one upload for the process that started this one. */
serveJobs(createReaderJobs());
