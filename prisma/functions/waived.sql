-- Terms, as the domain's effectiveTerms has them. The enum runs from the most open to the most
-- closed, so the narrower of two is the greater. A waiver counts once it is signed off; with a
-- participant it is theirs, without one the whole source's.
CREATE OR REPLACE FUNCTION waived(source uuid, what waiver_covers, participant uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (
    SELECT FROM waiver w
    WHERE w.source_id = source AND w.covers = what AND w.signed_off_at IS NOT NULL
      AND w.participant_id IS NOT DISTINCT FROM participant)
$$;

REVOKE ALL ON FUNCTION waived FROM PUBLIC;
GRANT EXECUTE ON FUNCTION waived TO viewpoints_editorial;
