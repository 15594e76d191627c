import { cleanPicture } from './clean-job.ts';
import { serveJobs } from './serve-jobs.ts';

/** Cleans pictures for the process that started this one. */
serveJobs(cleanPicture);
