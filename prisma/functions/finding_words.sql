-- rebuild: verified_wording

-- The words of a finding that are verified, in one form for its content (as editors have it) and its view (as readers
-- have it), so that the two can be compared. The language, the occasion and the change are left out where they are not
-- given: otherwise what was verified before those fields existed would count as changed.
CREATE OR REPLACE FUNCTION finding_words(finding jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object(
    'proposition', finding -> 'proposition', 'stance', finding -> 'stance', 'polarity', finding -> 'polarity',
    'modality', finding -> 'modality', 'register', finding -> 'register', 'conditions', finding -> 'conditions',
    'scope', finding #> '{scope,text}', 'asOf', finding -> 'asOf', 'consensus', finding -> 'consensus',
    'holders', jsonb_path_query_array(finding, '$.holders[*].wording'),
    'quote', coalesce(finding #> '{quote,exact}', finding #> '{evidence,quote,exact}'))
    || jsonb_strip_nulls(jsonb_build_object('saidIn', finding -> 'saidIn', 'occasion', finding -> 'occasion',
      'shift', finding -> 'shift'))
$$;

REVOKE ALL ON FUNCTION finding_words FROM PUBLIC;
GRANT EXECUTE ON FUNCTION finding_words TO viewpoints_editorial;
