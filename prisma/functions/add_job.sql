-- Jobs are added inside the transaction that causes them, by a role that may not touch the queue
-- otherwise. The queue's schema belongs to graphile-worker, which makes it when it first runs.
CREATE OR REPLACE FUNCTION add_job(task text, payload json, run_at timestamptz, job_key text) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, run_at => run_at, job_key => job_key);
END $$;

REVOKE ALL ON FUNCTION add_job FROM PUBLIC;
GRANT EXECUTE ON FUNCTION add_job TO viewpoints_editorial;
