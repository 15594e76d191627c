import { serveJobs } from '../serve-jobs.ts';
import { cleanPdf } from './pdf-job.ts';

/** Reads PDFs for the process that started this one. */
serveJobs(cleanPdf);
