import { type OperatingFigures, readOperatingFigures } from '@viewpoints/db/operating-figures';
import { Gauge, type Registry } from 'prom-client';

type GaugeSpec = {
  name: string;
  help: string;
  /** Null where there is nothing to tell: the gauge is then left out. */
  value: (figures: OperatingFigures) => number | null;
};

const specs: readonly GaugeSpec[] = [
  {
    name: 'viewpoints_jobs_due',
    help: 'Jobs whose time has come and that no worker has taken yet.',
    value: ({ jobsDue }) => jobsDue,
  },
  {
    name: 'viewpoints_jobs_scheduled',
    help: 'Jobs that wait for their time.',
    value: ({ jobsScheduled }) => jobsScheduled,
  },
  {
    name: 'viewpoints_jobs_failed',
    help: 'Jobs that are not tried any more.',
    value: ({ jobsFailed }) => jobsFailed,
  },
  {
    name: 'viewpoints_oldest_due_job_seconds',
    help: 'For how long the oldest due job has waited.',
    value: ({ oldestDueJobSeconds }) => oldestDueJobSeconds,
  },
  {
    name: 'viewpoints_webhooks_failing',
    help: 'Webhooks whose last delivery failed and is tried again.',
    value: ({ webhooksFailing }) => webhooksFailing,
  },
  {
    name: 'viewpoints_webhooks_paused',
    help: 'Webhooks that are paused.',
    value: ({ webhooksPaused }) => webhooksPaused,
  },
  {
    name: 'viewpoints_exposures',
    help: 'Public places that show what terms of attribution protect.',
    value: ({ exposures }) => exposures,
  },
  {
    name: 'viewpoints_rebuilds_pending',
    help: 'Rebuilds after an upgrade that are not done yet.',
    value: ({ rebuilds }) => rebuilds,
  },
  {
    name: 'viewpoints_database_connections',
    help: 'Connections to the database of this journal.',
    value: ({ connections }) => connections,
  },
  {
    name: 'viewpoints_database_max_connections',
    help: 'Connections that the database server takes in all.',
    value: ({ maxConnections }) => maxConnections,
  },
  {
    name: 'viewpoints_announcement_queue_usage_ratio',
    help: 'How full the queue of announcements of the database server is, from 0 to 1.',
    value: ({ announcementQueueUsage }) => announcementQueueUsage,
  },
  {
    name: 'viewpoints_database_size_bytes',
    help: 'Size of the database.',
    value: ({ databaseBytes }) => databaseBytes,
  },
  {
    name: 'viewpoints_last_backup_timestamp_seconds',
    help: 'When the last backup was finished; absent if there was none.',
    value: ({ lastBackupAt }) => (lastBackupAt === null ? null : lastBackupAt.getTime() / 1000),
  },
];

/** Milliseconds for which figures are shown again: several scrapers cost one read. */
const freshFor = 10_000;

/**
 * Gauges of the database's figures. Where the database does not answer they are left out, so that
 * nobody takes old figures for today's, and `viewpoints_database_up` is 0.
 */
export function createDatabaseGauges(
  databaseUrl: string,
  registry: Registry,
): { refresh: () => Promise<void> } {
  const registers = [registry];
  const up = new Gauge({
    name: 'viewpoints_database_up',
    help: 'Whether the database answered: 1 or 0.',
    registers,
  });
  const gauges = specs.map((spec) => ({
    spec,
    gauge: new Gauge({ name: spec.name, help: spec.help, registers }),
  }));
  const read = async () => {
    const figures = await readOperatingFigures(databaseUrl).catch(() => null);
    up.set(figures === null ? 0 : 1);
    for (const { spec, gauge } of gauges) {
      const value = figures === null ? null : spec.value(figures);
      if (value === null) gauge.remove();
      else gauge.set(value);
    }
  };
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;
  return {
    refresh: async () => {
      if (performance.now() - readAt < freshFor) return;
      reading ??= read().finally(() => {
        readAt = performance.now();
        reading = null;
      });
      await reading;
    },
  };
}
