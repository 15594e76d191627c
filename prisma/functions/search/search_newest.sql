-- The newest documents: the last so many thousands, put together of as few marks as may be, so that at most a
-- few thousand more are among them.
CREATE OR REPLACE FUNCTION search_newest(thousands int) RETURNS tsquery
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public AS $$
DECLARE
  level int := 0;
  newest bigint := (SELECT last_value >> 10 FROM search_number);
  oldest bigint := greatest(newest - thousands, 0);
  marks text[] := '{}';
BEGIN
  LOOP
    IF newest - oldest < 6 OR level = 3 THEN
      marks := marks || ARRAY(SELECT substr('abcd', level + 1, 1) || ':' || part FROM generate_series(oldest, newest) part);
      RETURN (SELECT string_agg(quote_literal('=' || mark), '|')::tsquery FROM unnest(marks) mark);
    END IF;
    IF oldest & 7 > 5 THEN
      marks := marks || ARRAY(SELECT substr('abcd', level + 1, 1) || ':' || part FROM generate_series(oldest, oldest | 7) part);
      oldest := oldest + 8;
    END IF;
    oldest := oldest >> 3;
    newest := newest >> 3;
    level := level + 1;
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION search_newest FROM PUBLIC;
