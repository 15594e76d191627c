import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { createDatabaseGauges } from './database-gauges.ts';

/** How a job ended. */
export type JobOutcome = 'done' | 'failed';

/**
 * What this process tells Prometheus of itself and of the database. Labels are names that the code
 * has: a route's pattern, a job's name, a status. None is taken from a request or from a text.
 */
export type Metrics = {
  /** Counts an answered request; `route` is the pattern it matched, null for none. */
  countRequest: (
    request: { method: string; route: string | null; status: number },
    seconds: number,
  ) => void;
  /** Counts an attempt at a job. */
  countJob: (job: string, outcome: JobOutcome, seconds: number) => void;
  /** Has the number of open connections of one kind read at each scrape. */
  watchConnections: (kind: 'article' | 'desk', count: () => number) => void;
  /** All of it in the text format of Prometheus, and its media type. Never rejects. */
  render: () => Promise<{ text: string; contentType: string }>;
};

/** Seconds: a kept answer takes some milliseconds, a slow command some seconds. */
const requestBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** Seconds: a rebuild or a round of deliveries may take minutes. */
const jobBuckets = [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300, 1800];

/**
 * @param options.databaseUrl as the owner of the tables
 * @param options.readsProcess whether memory, processor and event loop of this process are measured;
 *   false where several servers share a process, as in tests
 */
export function createMetrics(options: { databaseUrl: string; readsProcess: boolean }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.readsProcess) collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'viewpoints_http_request_duration_seconds',
    help: 'Answered requests, by the pattern of their route.',
    labelNames: ['method', 'route', 'status'],
    buckets: requestBuckets,
    registers,
  });
  const jobs = new Histogram({
    name: 'viewpoints_job_duration_seconds',
    help: 'Attempts at jobs, by name and how they ended.',
    labelNames: ['job', 'outcome'],
    buckets: jobBuckets,
    registers,
  });
  const counts = new Map<string, () => number>();
  new Gauge({
    name: 'viewpoints_open_connections',
    help: 'Pages of the admin that are connected: to an article that is written in, or to the desk.',
    labelNames: ['kind'],
    registers,
    collect() {
      for (const [kind, count] of counts) this.set({ kind }, count());
    },
  });
  const scrapes = new Counter({
    name: 'viewpoints_scrapes_total',
    help: 'How often these figures were read.',
    registers,
  });
  const database = createDatabaseGauges(options.databaseUrl, registry);
  return {
    countRequest: ({ method, route, status }, seconds) =>
      requests.observe(
        { method, route: route ?? 'none', status: `${Math.floor(status / 100)}xx` },
        seconds,
      ),
    countJob: (job, outcome, seconds) => jobs.observe({ job, outcome }, seconds),
    watchConnections: (kind, count) => counts.set(kind, count),
    render: async () => {
      scrapes.inc();
      await database.refresh();
      return { text: await registry.metrics(), contentType: registry.contentType };
    },
  };
}
