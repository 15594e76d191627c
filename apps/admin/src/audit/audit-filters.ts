import { toInstant } from '../ui/zoned-time.ts';

/** The filters of the record as its address has them; days are YYYY-MM-DD on the clock of a zone. */
export type AuditFilters = {
  action: string | null;
  subject: string | null;
  article: string | null;
  by: string | null;
  fromDay: string | null;
  toDay: string | null;
};

/** The API request: from the start of the first day to the end of the last. */
export function auditRequest(filters: AuditFilters, zone: string) {
  const startOf = (day: string | null) => (day === null ? null : toInstant(`${day}T00:00`, zone));
  const from = startOf(filters.fromDay);
  const to = startOf(filters.toDay === null ? null : dayAfter(filters.toDay));
  return {
    ...(filters.action ? { action: filters.action } : {}),
    ...(filters.subject ? { subjectId: filters.subject } : {}),
    ...(filters.article ? { articleId: filters.article } : {}),
    ...(filters.by ? { by: filters.by } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

const dayAfter = (day: string): string => {
  const time = Date.parse(`${day}T12:00:00Z`);
  return Number.isNaN(time) ? '' : new Date(time + 86_400_000).toISOString().slice(0, 10);
};
