-- rebuild: verified_wording

-- The words of a finding that somebody verifies, out of its content as editors have it or out of its
-- view as readers do: what both hold, in one form. The language they were said in is left out where it is
-- not known, so that what was verified before there was that field is verified still.
CREATE OR REPLACE FUNCTION finding_words(finding jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object(
    'proposition', finding -> 'proposition', 'stance', finding -> 'stance', 'polarity', finding -> 'polarity',
    'modality', finding -> 'modality', 'register', finding -> 'register', 'conditions', finding -> 'conditions',
    'scope', finding #> '{scope,text}', 'asOf', finding -> 'asOf', 'consensus', finding -> 'consensus',
    'holders', jsonb_path_query_array(finding, '$.holders[*].wording'),
    'quote', coalesce(finding #> '{quote,exact}', finding #> '{evidence,quote,exact}'))
    || jsonb_strip_nulls(jsonb_build_object('saidIn', finding -> 'saidIn'))
$$;

REVOKE ALL ON FUNCTION finding_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION finding_words TO viewpoints_editorial;
