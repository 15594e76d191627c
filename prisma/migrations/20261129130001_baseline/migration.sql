-- The schema in one file, as the migrations until 20261129130000_search_question_once made it, in the
-- words of pg_dump. A new database begins here; one that has those migrations is marked as having this
-- (docs/decisions/0040-sql-functions-one-a-file.md). Functions, and triggers that call them, are not in
-- it: they are in prisma/functions.

-- Who may do what. Two roles of the server, shared by every journal on it:
--   viewpoints_editorial  reads and writes content; owns nothing; cannot sign in by itself
--   viewpoints_reader     the reading site: published rows and public columns, nothing written
-- Passwords are no part of a migration: `prepareRoles` (packages/postgres/src/roles/roles.ts) lets the
-- reader sign in.

DO $$
DECLARE r text;
BEGIN
  FOREACH r IN ARRAY ARRAY['viewpoints_editorial', 'viewpoints_reader'] LOOP
    CONTINUE WHEN EXISTS (SELECT FROM pg_roles WHERE rolname = r);
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', r);
      IF r = 'viewpoints_reader' THEN
        ALTER ROLE viewpoints_reader SET default_transaction_read_only = on;
        ALTER ROLE viewpoints_reader SET statement_timeout = '5s';
        ALTER ROLE viewpoints_reader SET idle_in_transaction_session_timeout = '10s';
      END IF;
    EXCEPTION
      -- Another database of this server is being migrated at the same moment.
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the user "%" may not create roles; run as an administrator: CREATE ROLE viewpoints_editorial NOLOGIN; CREATE ROLE viewpoints_reader NOLOGIN; GRANT viewpoints_editorial TO %;',
          current_user, quote_ident(current_user)
          USING ERRCODE = 'insufficient_privilege';
    END;
  END LOOP;
END $$;

-- The connecting user works as viewpoints_editorial (SET ROLE) and needs to be a member of it.
DO $$
BEGIN
  -- Since 16 whoever makes a role administers it and may not yet become it.
  IF NOT pg_has_role(current_user, 'viewpoints_editorial',
       CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END) THEN
    EXECUTE format('GRANT viewpoints_editorial TO %I', current_user);
  END IF;
EXCEPTION
  WHEN unique_violation THEN NULL;
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'the user "%" is not a member of the role viewpoints_editorial; run as an administrator: GRANT viewpoints_editorial TO %;',
      current_user, quote_ident(current_user)
      USING ERRCODE = 'insufficient_privilege';
END $$;

-- Nothing for everybody.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO viewpoints_editorial, viewpoints_reader;

-- A superuser's migration can also close what PostgreSQL opens to everybody: large objects are
-- the one way to write that needs no table.
DO $$
DECLARE f regprocedure;
BEGIN
  IF (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    FOR f IN
      SELECT oid::regprocedure FROM pg_proc
      WHERE pronamespace = 'pg_catalog'::regnamespace
        AND (proname LIKE 'lo\_%' OR proname IN ('loread', 'lowrite'))
        AND prorettype <> 'trigger'::regtype
    LOOP
      EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    END LOOP;
  END IF;
END $$;

-- Trigrams, apart from `public`, where readers' role may call what everybody may.
CREATE SCHEMA IF NOT EXISTS search_parts;
REVOKE ALL ON SCHEMA search_parts FROM PUBLIC;
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA search_parts;

-- Types

CREATE TYPE account_role AS ENUM ('contributor', 'editor', 'publisher', 'admin');
CREATE TYPE actor_kind AS ENUM ('person', 'group', 'state', 'organisation', 'office');
CREATE TYPE article_state AS ENUM ('draft', 'in_review', 'approved', 'scheduled', 'published', 'retracted', 'archived');
CREATE TYPE attribution_terms AS ENUM ('on_record', 'background', 'chatham_house', 'deep_background', 'off_record');
CREATE TYPE clearance_kind AS ENUM ('not_a_mention', 'no_participants');
CREATE TYPE correction_severity AS ENUM ('clarification', 'correction', 'major_correction');
CREATE TYPE disclosure AS ENUM ('clear', 'green', 'amber', 'amber_strict', 'red');
CREATE TYPE finding_state AS ENUM ('proposed', 'verified', 'published', 'superseded', 'withdrawn', 'rejected');
CREATE TYPE genre AS ENUM ('original', 'analysis', 'opinion', 'event_report', 'republished');
CREATE TYPE holder_basis AS ENUM ('direct', 'second_hand', 'sources_own', 'articles_own');
CREATE TYPE link_kind AS ENUM ('supports', 'contradicts', 'contrary', 'qualifies', 'undercuts', 'precedes');
CREATE TYPE media_cleaning AS ENUM ('pending', 'done', 'failed');
CREATE TYPE modality AS ENUM ('actual', 'will', 'would', 'could', 'should', 'must');
CREATE TYPE notice_kind AS ENUM ('correction', 'retraction');
CREATE TYPE page_kind AS ENUM ('article', 'actor', 'issue', 'topic', 'author', 'source', 'place', 'series');
CREATE TYPE polarity AS ENUM ('affirmative', 'negative');
CREATE TYPE public_text_kind AS ENUM ('version', 'finding', 'notice', 'version_note', 'retraction', 'former_slug', 'actor', 'issue', 'topic', 'series', 'author', 'place', 'source');
CREATE TYPE register AS ENUM ('public', 'private', 'unknown');
CREATE TYPE revision_reason AS ENUM ('imported', 'kept', 'submitted', 'approved', 'published', 'corrected', 'retracted');
CREATE TYPE search_kind AS ENUM ('article', 'finding', 'actor', 'author', 'issue', 'topic', 'series', 'source');
CREATE TYPE search_question AS (
	query tsquery,
	named tsquery,
	ranking tsquery,
	common integer[],
	said jsonb,
	unsaid jsonb,
	stems text[]
);
CREATE TYPE source_kind AS ENUM ('report', 'event', 'interview', 'release', 'web_page');
CREATE TYPE stance AS ENUM ('supports', 'accepts_if', 'open_to', 'proposes', 'pledges', 'requires', 'rejects', 'refuses', 'warns', 'regrets', 'asserts', 'silent');
CREATE TYPE supersession_kind AS ENUM ('position_change', 'correction');
CREATE TYPE text_direction AS ENUM ('ltr', 'rtl');
CREATE TYPE token_scope AS ENUM ('read', 'write', 'publish');
CREATE TYPE waiver_covers AS ENUM ('identity', 'statements');

-- Tables

CREATE SEQUENCE published_source_use_id_seq;
CREATE SEQUENCE public_text_id_seq;
CREATE SEQUENCE verified_wording_id_seq;
CREATE SEQUENCE search_number;

CREATE TABLE access_token (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    name text NOT NULL,
    hint text NOT NULL,
    token_hash text NOT NULL,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    last_used_at timestamp(3) with time zone,
    revoked_at timestamp(3) with time zone,
    scopes token_scope[] NOT NULL,
    CONSTRAINT access_token_has_scopes CHECK ((cardinality(scopes) > 0)),
    CONSTRAINT access_token_hashed CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT access_token_pkey PRIMARY KEY (id)
);

CREATE TABLE account (
    id uuid NOT NULL,
    email text NOT NULL,
    email_verified boolean DEFAULT false NOT NULL,
    name text NOT NULL,
    image text,
    roles account_role[] NOT NULL,
    disabled_at timestamp(3) with time zone,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT account_email_lower_case CHECK (((email = lower(email)) AND (length(email) <= 254))),
    CONSTRAINT account_pkey PRIMARY KEY (id)
);

CREATE TABLE actor (
    id uuid NOT NULL,
    slug text NOT NULL,
    kind actor_kind NOT NULL,
    name text NOT NULL,
    aliases text[] NOT NULL,
    part_of_id uuid,
    wikidata_id text,
    description text NOT NULL,
    note text NOT NULL,
    save integer NOT NULL,
    CONSTRAINT actor_save_counts CHECK ((save >= 1)),
    CONSTRAINT actor_slug_shape CHECK (((length(slug) <= 100) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
    CONSTRAINT actor_wikidata_id_shape CHECK ((wikidata_id ~ '^Q[1-9][0-9]*$'::text)),
    CONSTRAINT actor_pkey PRIMARY KEY (id)
);

CREATE TABLE announcement_key (
    id smallint DEFAULT 1 NOT NULL,
    public_key text NOT NULL,
    private_key text NOT NULL,
    CONSTRAINT announcement_key_only_one CHECK ((id = 1)),
    CONSTRAINT announcement_key_pkey PRIMARY KEY (id)
);

CREATE TABLE approval (
    article_id uuid NOT NULL,
    author_id uuid NOT NULL,
    approver_id uuid NOT NULL,
    change integer NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    four_eyes boolean NOT NULL,
    CONSTRAINT approval_change_counts CHECK ((change >= 1)),
    CONSTRAINT approval_of_own_words_says_so CHECK (((approver_id <> author_id) OR (NOT four_eyes))),
    CONSTRAINT approval_pkey PRIMARY KEY (article_id, author_id, approver_id, change)
);

CREATE TABLE article (
    id uuid NOT NULL,
    slug text NOT NULL,
    section text NOT NULL,
    genre genre NOT NULL,
    language text NOT NULL,
    direction text_direction NOT NULL,
    headline text NOT NULL,
    standfirst text NOT NULL,
    body jsonb NOT NULL,
    byline_reason text,
    note text NOT NULL,
    state article_state NOT NULL,
    created_by_id uuid NOT NULL,
    save integer NOT NULL,
    saved_by_id uuid NOT NULL,
    saved_at timestamp(3) with time zone NOT NULL,
    approved_revision_id uuid,
    approved_by_id uuid,
    live_revision_id uuid,
    publish_at timestamp(3) with time zone,
    embargo_until timestamp(3) with time zone,
    time_zone text NOT NULL,
    first_published_at timestamp(3) with time zone,
    created_at timestamp(3) with time zone NOT NULL,
    series_id uuid,
    series_part integer,
    translation_of_id uuid,
    change_count integer DEFAULT 0 NOT NULL,
    CONSTRAINT article_approval_names_revision CHECK (((state <> ALL (ARRAY['approved'::article_state, 'scheduled'::article_state])) OR (approved_revision_id IS NOT NULL))),
    CONSTRAINT article_body_is_document CHECK (((body ->> 'type'::text) = 'doc'::text)),
    CONSTRAINT article_change_counts CHECK ((change_count >= 0)),
    CONSTRAINT article_published_has_live_revision CHECK (((state <> ALL (ARRAY['published'::article_state, 'retracted'::article_state])) OR (live_revision_id IS NOT NULL))),
    CONSTRAINT article_save_counts CHECK ((save >= 1)),
    CONSTRAINT article_schedule_has_time CHECK (((state <> 'scheduled'::article_state) OR (publish_at IS NOT NULL))),
    CONSTRAINT article_series_part_whole CHECK ((((series_id IS NULL) = (series_part IS NULL)) AND (series_part >= 1))),
    CONSTRAINT article_slug_shape CHECK (((length(slug) <= 100) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
    CONSTRAINT article_translation_not_of_itself CHECK ((translation_of_id <> id)),
    CONSTRAINT article_pkey PRIMARY KEY (id)
);

CREATE TABLE article_author (
    article_id uuid NOT NULL,
    author_id uuid NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT article_author_pkey PRIMARY KEY (article_id, author_id)
);

CREATE TABLE article_change (
    article_id uuid NOT NULL,
    save integer NOT NULL,
    by_id uuid NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    fields text[] NOT NULL,
    CONSTRAINT article_change_pkey PRIMARY KEY (article_id, save)
);

CREATE TABLE article_pick (
    article_id uuid NOT NULL,
    picked_id uuid NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT article_pick_not_itself CHECK ((picked_id <> article_id)),
    CONSTRAINT article_pick_pkey PRIMARY KEY (article_id, picked_id)
);

CREATE TABLE article_source (
    article_id uuid NOT NULL,
    source_id uuid NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT article_source_pkey PRIMARY KEY (article_id, source_id)
);

CREATE TABLE article_topic (
    article_id uuid NOT NULL,
    topic_id uuid NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT article_topic_pkey PRIMARY KEY (article_id, topic_id)
);

CREATE TABLE audit_record (
    id uuid NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    by_id uuid,
    action text NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    details jsonb NOT NULL,
    CONSTRAINT audit_record_action_shape CHECK ((action ~ '^[a-z_]+\.[a-z_]+$'::text)),
    CONSTRAINT audit_record_details_flat CHECK (((jsonb_typeof(details) = 'object'::text) AND (NOT jsonb_path_exists(details, '$.*?(@.type() == "object" || @.type() == "array")'::jsonpath)) AND (NOT jsonb_path_exists(details, '$.*?(@.type() == "string" && !(@ like_regex "^.{0,100}$" flag "s"))'::jsonpath)))),
    CONSTRAINT audit_record_subject_kind_shape CHECK ((subject_kind ~ '^[a-z_]+$'::text)),
    CONSTRAINT audit_record_pkey PRIMARY KEY (id)
);

CREATE TABLE author (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    about text NOT NULL,
    save integer NOT NULL,
    same_as text[] NOT NULL,
    CONSTRAINT author_save_counts CHECK ((save >= 1)),
    CONSTRAINT author_slug_shape CHECK (((length(slug) <= 100) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
    CONSTRAINT author_pkey PRIMARY KEY (id)
);

CREATE TABLE clearance (
    id uuid NOT NULL,
    kind clearance_kind NOT NULL,
    source_id uuid NOT NULL,
    participant_id uuid,
    protected_text text NOT NULL,
    article_id uuid,
    place text NOT NULL,
    words text NOT NULL,
    why text NOT NULL,
    recorded_by_id uuid NOT NULL,
    recorded_at timestamp(3) with time zone NOT NULL,
    confirmed_by_id uuid,
    confirmed_at timestamp(3) with time zone,
    CONSTRAINT clearance_confirmed_by_somebody CHECK (((confirmed_by_id IS NULL) = (confirmed_at IS NULL))),
    CONSTRAINT clearance_kind_whole CHECK ((((kind = 'no_participants'::clearance_kind) AND (protected_text = ''::text) AND (place = ''::text) AND (words = ''::text) AND (participant_id IS NULL)) OR ((kind = 'not_a_mention'::clearance_kind) AND (protected_text <> ''::text) AND (place <> ''::text) AND (words <> ''::text)))),
    CONSTRAINT clearance_pkey PRIMARY KEY (id)
);

CREATE TABLE contribution (
    article_id uuid NOT NULL,
    account_id uuid NOT NULL,
    change integer NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    base_revision_id uuid,
    CONSTRAINT contribution_change_counts CHECK ((change >= 1)),
    CONSTRAINT contribution_pkey PRIMARY KEY (article_id, account_id)
);

CREATE TABLE contribution_part (
    article_id uuid NOT NULL,
    account_id uuid NOT NULL,
    part text NOT NULL,
    change integer NOT NULL,
    CONSTRAINT contribution_part_change_counts CHECK ((change >= 1)),
    CONSTRAINT contribution_part_shape CHECK (((part ~ '^[a-zA-Z]+(\.[0-9a-f-]+)?$'::text) AND (length(part) <= 100))),
    CONSTRAINT contribution_part_pkey PRIMARY KEY (article_id, account_id, part)
);

CREATE TABLE correction (
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    was text NOT NULL,
    now text NOT NULL,
    why text NOT NULL,
    severity correction_severity NOT NULL,
    finding_id uuid,
    at timestamp(3) with time zone NOT NULL,
    by_id uuid NOT NULL,
    redacted_at timestamp(3) with time zone,
    CONSTRAINT correction_pkey PRIMARY KEY (id)
);

CREATE TABLE credential (
    id uuid NOT NULL,
    provider_account_id text NOT NULL,
    provider_id text NOT NULL,
    account_id uuid NOT NULL,
    password text,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamp(3) with time zone,
    refresh_token_expires_at timestamp(3) with time zone,
    scope text,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT credential_pkey PRIMARY KEY (id)
);

CREATE TABLE exposure (
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    code text NOT NULL,
    place text NOT NULL,
    finding_id uuid,
    source_id uuid,
    participant_id uuid,
    found_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT exposure_pkey PRIMARY KEY (id)
);

CREATE TABLE finding (
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    number integer NOT NULL,
    state finding_state NOT NULL,
    proposition text NOT NULL,
    stance stance NOT NULL,
    polarity polarity NOT NULL,
    modality modality NOT NULL,
    register register NOT NULL,
    conditions jsonb NOT NULL,
    scope_text text,
    scope_edtf text,
    scope_from timestamp(3) with time zone,
    scope_to timestamp(3) with time zone,
    as_of text,
    as_of_from timestamp(3) with time zone,
    as_of_to timestamp(3) with time zone,
    consensus_agreeing integer,
    consensus_interviewed integer,
    consensus_population text,
    consensus_novelty text,
    quote_exact text,
    quote_prefix text,
    quote_suffix text,
    quote_start integer,
    quote_end integer,
    source_id uuid,
    terms attribution_terms,
    descriptor text,
    participant_id uuid,
    note text NOT NULL,
    state_reason text,
    proposed_by_id uuid NOT NULL,
    verified_by_id uuid,
    verified_at timestamp(3) with time zone,
    created_at timestamp(3) with time zone NOT NULL,
    updated_at timestamp(3) with time zone NOT NULL,
    legacy_anchor integer,
    CONSTRAINT finding_accepts_if_has_condition CHECK (((stance <> 'accepts_if'::stance) OR (state <> ALL (ARRAY['verified'::finding_state, 'published'::finding_state, 'superseded'::finding_state])) OR (jsonb_array_length(conditions) > 0))),
    CONSTRAINT finding_as_of_in_order CHECK ((as_of_from <= as_of_to)),
    CONSTRAINT finding_as_of_whole CHECK (((as_of IS NOT NULL) OR (num_nonnulls(as_of_from, as_of_to) = 0))),
    CONSTRAINT finding_conditions_listed CHECK ((jsonb_typeof(conditions) = 'array'::text)),
    CONSTRAINT finding_consensus_counts CHECK (((consensus_agreeing >= 0) AND (consensus_interviewed >= 1) AND (consensus_agreeing <= consensus_interviewed))),
    CONSTRAINT finding_consensus_whole CHECK (((num_nonnulls(consensus_agreeing, consensus_interviewed, consensus_population) = ANY (ARRAY[0, 3])) AND ((consensus_novelty IS NULL) OR (consensus_population IS NOT NULL)))),
    CONSTRAINT finding_number_counts CHECK ((number >= 1)),
    CONSTRAINT finding_participant_of_source CHECK (((participant_id IS NULL) OR (source_id IS NOT NULL))),
    CONSTRAINT finding_quote_spans CHECK (((quote_start >= 0) AND (quote_start < quote_end) AND ((quote_end - quote_start) >= length(quote_exact)))),
    CONSTRAINT finding_quote_whole CHECK ((num_nonnulls(quote_exact, quote_prefix, quote_suffix, quote_start, quote_end) = ANY (ARRAY[0, 5]))),
    CONSTRAINT finding_scope_in_order CHECK ((scope_from <= scope_to)),
    CONSTRAINT finding_scope_whole CHECK (((scope_text IS NOT NULL) OR (num_nonnulls(scope_edtf, scope_from, scope_to) = 0))),
    CONSTRAINT finding_silent_has_register_and_as_of CHECK (((stance <> 'silent'::stance) OR (state <> ALL (ARRAY['verified'::finding_state, 'published'::finding_state, 'superseded'::finding_state])) OR ((register <> 'unknown'::register) AND (as_of IS NOT NULL)))),
    CONSTRAINT finding_verified_by_somebody CHECK (((state <> 'verified'::finding_state) OR (num_nonnulls(verified_by_id, verified_at) = 2))),
    CONSTRAINT finding_pkey PRIMARY KEY (id)
);

CREATE TABLE finding_author (
    finding_id uuid NOT NULL,
    account_id uuid NOT NULL,
    fields text[] NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    CONSTRAINT finding_author_pkey PRIMARY KEY (finding_id, account_id)
);

CREATE TABLE finding_holder (
    finding_id uuid NOT NULL,
    "position" integer NOT NULL,
    actor_id uuid,
    wording text,
    basis holder_basis NOT NULL,
    CONSTRAINT finding_holder_named CHECK (((actor_id IS NOT NULL) OR (wording IS NOT NULL))),
    CONSTRAINT finding_holder_pkey PRIMARY KEY (finding_id, "position")
);

CREATE TABLE finding_issue (
    finding_id uuid NOT NULL,
    issue_id uuid NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT finding_issue_pkey PRIMARY KEY (finding_id, issue_id)
);

CREATE TABLE finding_link (
    from_id uuid NOT NULL,
    kind link_kind NOT NULL,
    to_id uuid NOT NULL,
    CONSTRAINT finding_link_canonical CHECK (((kind <> ALL (ARRAY['contradicts'::link_kind, 'contrary'::link_kind])) OR (from_id < to_id))),
    CONSTRAINT finding_link_not_to_itself CHECK ((from_id <> to_id)),
    CONSTRAINT finding_link_pkey PRIMARY KEY (from_id, kind, to_id)
);

CREATE TABLE finding_locator (
    finding_id uuid NOT NULL,
    "position" integer NOT NULL,
    source_id uuid NOT NULL,
    locator text NOT NULL,
    CONSTRAINT finding_locator_pkey PRIMARY KEY (finding_id, "position")
);

CREATE TABLE finding_place (
    finding_id uuid NOT NULL,
    place_id uuid NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT finding_place_pkey PRIMARY KEY (finding_id, place_id)
);

CREATE TABLE finding_value (
    finding_id uuid NOT NULL,
    field text NOT NULL,
    digest text NOT NULL,
    account_id uuid NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    CONSTRAINT finding_value_digest_shape CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT finding_value_pkey PRIMARY KEY (finding_id, field, digest)
);

CREATE TABLE former_slug (
    kind page_kind NOT NULL,
    slug text NOT NULL,
    ref_id uuid NOT NULL,
    at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT former_slug_slug_shape CHECK (((length(slug) <= 100) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
    CONSTRAINT former_slug_pkey PRIMARY KEY (slug, kind)
);

CREATE TABLE invitation (
    id uuid NOT NULL,
    email text NOT NULL,
    roles account_role[] NOT NULL,
    token_hash text NOT NULL,
    invited_by_id uuid NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    accepted_at timestamp(3) with time zone,
    accepted_by_id uuid,
    revoked_at timestamp(3) with time zone,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT invitation_accepted_by_somebody CHECK (((accepted_at IS NULL) = (accepted_by_id IS NULL))),
    CONSTRAINT invitation_email_lower_case CHECK (((email = lower(email)) AND (length(email) <= 254))),
    CONSTRAINT invitation_has_roles CHECK ((cardinality(roles) > 0)),
    CONSTRAINT invitation_token_hashed CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT invitation_pkey PRIMARY KEY (id)
);

CREATE TABLE issue (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    parent_id uuid,
    save integer NOT NULL,
    CONSTRAINT issue_save_counts CHECK ((save >= 1)),
    CONSTRAINT issue_slug_shape CHECK (((length(slug) <= 100) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
    CONSTRAINT issue_pkey PRIMARY KEY (id)
);

CREATE TABLE journal (
    id smallint DEFAULT 1 NOT NULL,
    name text NOT NULL,
    tagline text NOT NULL,
    language text NOT NULL,
    time_zone text NOT NULL,
    notice text NOT NULL,
    four_eyes boolean NOT NULL,
    save integer DEFAULT 1 NOT NULL,
    contact text DEFAULT ''::text NOT NULL,
    CONSTRAINT journal_is_one CHECK ((id = 1)),
    CONSTRAINT journal_save_counts CHECK ((save >= 1)),
    CONSTRAINT journal_pkey PRIMARY KEY (id)
);

CREATE TABLE media (
    id uuid NOT NULL,
    path text NOT NULL,
    media_type text NOT NULL,
    byte_size integer NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    sha256 text NOT NULL,
    file_name text NOT NULL,
    alt text NOT NULL,
    credit text,
    uploaded_by_id uuid NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    cleaning media_cleaning DEFAULT 'pending'::media_cleaning NOT NULL,
    CONSTRAINT media_has_size CHECK (((byte_size > 0) AND (width > 0) AND (height > 0))),
    CONSTRAINT media_hashed CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT media_path_from_id CHECK ((POSITION(((id)::text) IN (path)) > 0)),
    CONSTRAINT media_pkey PRIMARY KEY (id)
);

CREATE TABLE message (
    id uuid NOT NULL,
    kind text NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    attempts integer DEFAULT 0 NOT NULL,
    sent_at timestamp(3) with time zone,
    last_error text,
    expires_at timestamp(3) with time zone NOT NULL,
    kept_at timestamp(3) with time zone,
    ended_at timestamp(3) with time zone,
    account_id uuid,
    invitation_id uuid,
    CONSTRAINT message_words_blanked CHECK (((text = ''::text) OR (num_nonnulls(sent_at, kept_at, ended_at) = 0))),
    CONSTRAINT message_pkey PRIMARY KEY (id)
);

CREATE TABLE page_reads (
    day date NOT NULL,
    path text NOT NULL,
    article_id uuid,
    reads integer NOT NULL,
    CONSTRAINT page_reads_pkey PRIMARY KEY (day, path)
);

CREATE TABLE pending_announcement (
    article_id uuid NOT NULL,
    visible_from timestamp(3) with time zone NOT NULL,
    CONSTRAINT pending_announcement_pkey PRIMARY KEY (article_id)
);

CREATE TABLE place (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    longitude double precision,
    latitude double precision,
    wikidata_id text,
    save integer NOT NULL,
    CONSTRAINT place_coordinates_on_earth CHECK (longitude BETWEEN -180 AND 180 AND latitude BETWEEN -90 AND 90),
    CONSTRAINT place_coordinates_whole CHECK (((longitude IS NULL) = (latitude IS NULL))),
    CONSTRAINT place_save_counts CHECK ((save >= 1)),
    CONSTRAINT place_slug_shape CHECK (((length(slug) <= 100) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
    CONSTRAINT place_pkey PRIMARY KEY (id)
);

CREATE TABLE public_text (
    id bigint NOT NULL,
    article_id uuid,
    kind public_text_kind NOT NULL,
    ref_id uuid,
    version integer,
    place text NOT NULL,
    folded text NOT NULL,
    fold integer NOT NULL,
    CONSTRAINT public_text_of_article_or_entry CHECK (((article_id IS NULL) = (kind = ANY (ARRAY['actor'::public_text_kind, 'issue'::public_text_kind, 'topic'::public_text_kind, 'series'::public_text_kind, 'author'::public_text_kind, 'place'::public_text_kind, 'source'::public_text_kind])))),
    CONSTRAINT public_text_version_known CHECK (((version IS NOT NULL) = (kind = ANY (ARRAY['version'::public_text_kind, 'version_note'::public_text_kind])))),
    CONSTRAINT public_text_pkey PRIMARY KEY (id)
);

CREATE TABLE published_about (
    finding_id uuid NOT NULL,
    issue_id uuid NOT NULL,
    CONSTRAINT published_about_pkey PRIMARY KEY (finding_id, issue_id)
);

CREATE TABLE published_article (
    id uuid NOT NULL,
    slug text NOT NULL,
    version integer NOT NULL,
    visible_from timestamp(3) with time zone NOT NULL,
    published_at timestamp(3) with time zone NOT NULL,
    revised_at timestamp(3) with time zone NOT NULL,
    genre genre NOT NULL,
    language text NOT NULL,
    retracted boolean NOT NULL,
    summary jsonb NOT NULL,
    translation_group uuid DEFAULT gen_random_uuid() NOT NULL,
    suspended_from timestamp(3) with time zone,
    CONSTRAINT published_article_slug_shape CHECK (((length(slug) <= 100) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
    CONSTRAINT published_article_summary_agrees CHECK ((((summary ->> 'id'::text) = (id)::text) AND ((summary ->> 'slug'::text) = slug))),
    CONSTRAINT published_article_version_counts CHECK ((version >= 1)),
    CONSTRAINT published_article_pkey PRIMARY KEY (id)
);

CREATE TABLE published_article_topic (
    article_id uuid NOT NULL,
    topic_id uuid NOT NULL,
    CONSTRAINT published_article_topic_pkey PRIMARY KEY (article_id, topic_id)
);

CREATE TABLE published_citation (
    citing_id uuid NOT NULL,
    origin_id uuid NOT NULL,
    cited_id uuid NOT NULL,
    target_id uuid NOT NULL,
    CONSTRAINT published_citation_not_of_itself CHECK ((cited_id <> citing_id)),
    CONSTRAINT published_citation_pkey PRIMARY KEY (citing_id, origin_id, target_id)
);

CREATE TABLE published_contributor (
    article_id uuid NOT NULL,
    author_id uuid NOT NULL,
    CONSTRAINT published_contributor_pkey PRIMARY KEY (article_id, author_id)
);

CREATE TABLE published_correction (
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    kind notice_kind NOT NULL,
    severity correction_severity,
    was text NOT NULL,
    now text NOT NULL,
    why text NOT NULL,
    finding_id uuid,
    at timestamp(3) with time zone NOT NULL,
    visible_from timestamp(3) with time zone NOT NULL,
    CONSTRAINT published_correction_severity CHECK (((kind = 'correction'::notice_kind) = (severity IS NOT NULL))),
    CONSTRAINT published_correction_pkey PRIMARY KEY (id)
);

CREATE TABLE published_finding (
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    number integer,
    withdrawn_at timestamp(3) with time zone,
    visible_from timestamp(3) with time zone NOT NULL,
    published_at timestamp(3) with time zone NOT NULL,
    stance stance NOT NULL,
    register register NOT NULL,
    source_id uuid,
    held_at timestamp(3) with time zone NOT NULL,
    view jsonb NOT NULL,
    legacy_anchor integer,
    CONSTRAINT published_finding_legacy_anchor_counts CHECK ((legacy_anchor >= 1)),
    CONSTRAINT published_finding_number_counts CHECK ((number >= 1)),
    CONSTRAINT published_finding_source_named CHECK ((((source_id IS NULL) = (COALESCE((view #> '{attribution,named}'::text[]), 'null'::jsonb) = 'null'::jsonb)) OR (withdrawn_at IS NOT NULL))),
    CONSTRAINT published_finding_view_agrees CHECK ((((view ->> 'id'::text) = (id)::text) AND ((view #>> '{article,id}'::text[]) = (article_id)::text))),
    CONSTRAINT published_finding_pkey PRIMARY KEY (id)
);

CREATE TABLE published_holding (
    finding_id uuid NOT NULL,
    actor_id uuid NOT NULL,
    CONSTRAINT published_holding_pkey PRIMARY KEY (finding_id, actor_id)
);

CREATE TABLE published_link (
    from_id uuid NOT NULL,
    kind link_kind NOT NULL,
    to_id uuid NOT NULL,
    CONSTRAINT published_link_canonical CHECK (((kind <> ALL (ARRAY['contradicts'::link_kind, 'contrary'::link_kind])) OR (from_id < to_id))),
    CONSTRAINT published_link_not_to_itself CHECK ((from_id <> to_id)),
    CONSTRAINT published_link_pkey PRIMARY KEY (from_id, kind, to_id)
);

CREATE TABLE published_media (
    article_id uuid NOT NULL,
    media_id uuid NOT NULL,
    CONSTRAINT published_media_pkey PRIMARY KEY (article_id, media_id)
);

CREATE TABLE published_mention (
    kind page_kind NOT NULL,
    ref_id uuid NOT NULL,
    article_id uuid NOT NULL,
    published_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT published_mention_pkey PRIMARY KEY (ref_id, kind, article_id)
);

CREATE TABLE published_part (
    article_id uuid NOT NULL,
    series_id uuid NOT NULL,
    part integer NOT NULL,
    CONSTRAINT published_part_counts CHECK ((part >= 1)),
    CONSTRAINT published_part_pkey PRIMARY KEY (article_id)
);

CREATE TABLE published_pick (
    article_id uuid NOT NULL,
    picked_id uuid NOT NULL,
    "position" integer NOT NULL,
    CONSTRAINT published_pick_not_itself CHECK ((picked_id <> article_id)),
    CONSTRAINT published_pick_pkey PRIMARY KEY (article_id, picked_id)
);

CREATE TABLE published_place (
    finding_id uuid NOT NULL,
    place_id uuid NOT NULL,
    CONSTRAINT published_place_pkey PRIMARY KEY (finding_id, place_id)
);

CREATE TABLE published_related (
    article_id uuid NOT NULL,
    related_id uuid NOT NULL,
    score real NOT NULL,
    CONSTRAINT published_related_not_itself CHECK ((related_id <> article_id)),
    CONSTRAINT published_related_pkey PRIMARY KEY (article_id, related_id)
);

CREATE TABLE published_source (
    article_id uuid NOT NULL,
    source_id uuid NOT NULL,
    slug text NOT NULL,
    view jsonb NOT NULL,
    published_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT published_source_named CHECK ((((view ->> 'id'::text) = (source_id)::text) AND ((view #>> '{named,slug}'::text[]) = slug))),
    CONSTRAINT published_source_slug_shape CHECK (((length(slug) <= 100) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
    CONSTRAINT published_source_pkey PRIMARY KEY (article_id, source_id)
);

CREATE TABLE published_source_use (
    id bigint NOT NULL,
    article_id uuid NOT NULL,
    source_id uuid NOT NULL,
    finding_id uuid,
    version integer,
    located boolean NOT NULL,
    CONSTRAINT published_source_use_pkey PRIMARY KEY (id)
);

CREATE TABLE published_supersession (
    old_id uuid NOT NULL,
    new_id uuid NOT NULL,
    kind supersession_kind NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    CONSTRAINT published_supersession_not_of_itself CHECK ((old_id <> new_id)),
    CONSTRAINT published_supersession_pkey PRIMARY KEY (old_id)
);

CREATE TABLE published_version (
    article_id uuid NOT NULL,
    number integer NOT NULL,
    visible_from timestamp(3) with time zone NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    note text,
    view jsonb,
    CONSTRAINT published_version_number_counts CHECK ((number >= 1)),
    CONSTRAINT published_version_terms_allow CHECK (((view IS NULL) OR (NOT (jsonb_path_exists(view, '$."sources"[*]."terms"?(@ == "off_record")'::jsonpath) OR jsonb_path_exists(view, '$."findings"[*]."attribution"."terms"?(@ == "off_record")'::jsonpath))))),
    CONSTRAINT published_version_view_agrees CHECK (((view IS NULL) OR ((view ->> 'id'::text) = (article_id)::text))),
    CONSTRAINT published_version_pkey PRIMARY KEY (article_id, number)
);

CREATE TABLE published_word (
    word text NOT NULL,
    article_id uuid NOT NULL,
    published_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT published_word_pkey PRIMARY KEY (word, article_id)
);

CREATE TABLE rate_limit (
    key text NOT NULL,
    count integer NOT NULL,
    last_at timestamp(3) with time zone NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT rate_limit_key_hashed CHECK ((key ~ '^[A-Za-z0-9_-]{43}$'::text)),
    CONSTRAINT rate_limit_pkey PRIMARY KEY (key)
);

CREATE TABLE referrals (
    day date NOT NULL,
    host text NOT NULL,
    reads integer NOT NULL,
    CONSTRAINT referrals_pkey PRIMARY KEY (day, host)
);

CREATE TABLE retraction (
    article_id uuid NOT NULL,
    why text NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    by_id uuid NOT NULL,
    redacted_at timestamp(3) with time zone,
    CONSTRAINT retraction_pkey PRIMARY KEY (article_id)
);

CREATE TABLE review_comment (
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    revision_id uuid,
    text text NOT NULL,
    by_id uuid NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    CONSTRAINT review_comment_pkey PRIMARY KEY (id)
);

CREATE TABLE revision (
    id uuid NOT NULL,
    article_id uuid NOT NULL,
    number integer NOT NULL,
    reason revision_reason NOT NULL,
    content jsonb NOT NULL,
    findings jsonb NOT NULL,
    links jsonb NOT NULL,
    text text NOT NULL,
    created_by_id uuid NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT revision_number_counts CHECK ((number >= 1)),
    CONSTRAINT revision_pkey PRIMARY KEY (id)
);

CREATE TABLE search_document (
    id uuid NOT NULL,
    kind search_kind NOT NULL,
    article_id uuid,
    visible_from timestamp(3) with time zone NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    number bigint NOT NULL,
    edition smallint NOT NULL,
    slug text,
    facets text[] NOT NULL,
    head tsvector NOT NULL,
    terms tsvector NOT NULL,
    text text,
    said text,
    CONSTRAINT search_document_pkey PRIMARY KEY (id, kind)
)
WITH (toast_tuple_target='512');

CREATE TABLE search_stemming (
    config text NOT NULL,
    CONSTRAINT search_stemming_pkey PRIMARY KEY (config)
);

CREATE TABLE search_word (
    word text NOT NULL,
    shown text NOT NULL,
    CONSTRAINT search_word_pkey PRIMARY KEY (word)
);

CREATE TABLE secret_fingerprint (
    id smallint DEFAULT 1 NOT NULL,
    fingerprint text NOT NULL,
    set_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT secret_fingerprint_one_row CHECK ((id = 1)),
    CONSTRAINT secret_fingerprint_pkey PRIMARY KEY (id)
);

CREATE TABLE series (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    about text NOT NULL,
    complete boolean NOT NULL,
    save integer NOT NULL,
    CONSTRAINT series_save_counts CHECK ((save >= 1)),
    CONSTRAINT series_slug_shape CHECK (((length(slug) <= 100) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
    CONSTRAINT series_pkey PRIMARY KEY (id)
);

CREATE TABLE session (
    id uuid NOT NULL,
    token text NOT NULL,
    account_id uuid NOT NULL,
    ip_address text,
    user_agent text,
    expires_at timestamp(3) with time zone NOT NULL,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT session_knows_no_address CHECK (((ip_address IS NULL) AND (user_agent IS NULL))),
    CONSTRAINT session_pkey PRIMARY KEY (id)
);

CREATE TABLE source (
    id uuid NOT NULL,
    slug text NOT NULL,
    kind source_kind NOT NULL,
    title text NOT NULL,
    publisher text,
    authors text[] NOT NULL,
    url text,
    archive_url text,
    issued text,
    released text,
    csl jsonb,
    terms attribution_terms NOT NULL,
    disclosure disclosure NOT NULL,
    descriptor text,
    note text NOT NULL,
    save integer NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    updated_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT source_save_counts CHECK ((save >= 1)),
    CONSTRAINT source_slug_shape CHECK (((length(slug) <= 100) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
    CONSTRAINT source_pkey PRIMARY KEY (id)
);

CREATE TABLE source_change (
    source_id uuid NOT NULL,
    content jsonb NOT NULL,
    fields text[] NOT NULL,
    save integer NOT NULL,
    recorded_by_id uuid NOT NULL,
    recorded_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT source_change_waits_for_something CHECK ((cardinality(fields) > 0)),
    CONSTRAINT source_change_pkey PRIMARY KEY (source_id)
);

CREATE TABLE source_description (
    id uuid NOT NULL,
    what text NOT NULL,
    terms text NOT NULL,
    article_id uuid,
    described_by_id uuid NOT NULL,
    created_at timestamp(3) with time zone NOT NULL,
    settled_at timestamp(3) with time zone,
    settled_by_id uuid,
    source_id uuid,
    CONSTRAINT source_description_says_something CHECK (((what <> ''::text) AND (terms <> ''::text))),
    CONSTRAINT source_description_settled_by_somebody CHECK ((((settled_at IS NULL) = (settled_by_id IS NULL)) AND ((source_id IS NULL) OR (settled_at IS NOT NULL)))),
    CONSTRAINT source_description_pkey PRIMARY KEY (id)
);

CREATE TABLE source_participant (
    id uuid NOT NULL,
    source_id uuid NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    affiliation text NOT NULL,
    also_protected text[] NOT NULL,
    CONSTRAINT source_participant_pkey PRIMARY KEY (id)
);

CREATE TABLE supersession (
    old_id uuid NOT NULL,
    new_id uuid NOT NULL,
    kind supersession_kind NOT NULL,
    at timestamp(3) with time zone NOT NULL,
    by_id uuid NOT NULL,
    CONSTRAINT supersession_not_of_itself CHECK ((old_id <> new_id)),
    CONSTRAINT supersession_pkey PRIMARY KEY (old_id)
);

CREATE TABLE topic (
    id uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    description text NOT NULL,
    "position" integer NOT NULL,
    save integer NOT NULL,
    CONSTRAINT topic_save_counts CHECK ((save >= 1)),
    CONSTRAINT topic_slug_shape CHECK (((length(slug) <= 100) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text))),
    CONSTRAINT topic_pkey PRIMARY KEY (id)
);

CREATE TABLE vain_searches (
    day date NOT NULL,
    query text NOT NULL,
    times integer NOT NULL,
    CONSTRAINT vain_searches_pkey PRIMARY KEY (day, query)
);

CREATE TABLE verification (
    id uuid NOT NULL,
    identifier text NOT NULL,
    value text NOT NULL,
    expires_at timestamp(3) with time zone NOT NULL,
    created_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    updated_at timestamp(3) with time zone DEFAULT CURRENT_TIMESTAMP NOT NULL,
    CONSTRAINT verification_pkey PRIMARY KEY (id)
);

CREATE TABLE verified_wording (
    id bigint NOT NULL,
    finding_id uuid NOT NULL,
    words jsonb NOT NULL,
    verified_by_id uuid,
    verified_at timestamp(3) with time zone NOT NULL,
    CONSTRAINT verified_wording_pkey PRIMARY KEY (id)
);

CREATE TABLE waiver (
    id uuid NOT NULL,
    source_id uuid NOT NULL,
    participant_id uuid,
    covers waiver_covers NOT NULL,
    granted_by text NOT NULL,
    basis text NOT NULL,
    granted_at timestamp(3) with time zone NOT NULL,
    recorded_by_id uuid NOT NULL,
    signed_off_by_id uuid,
    signed_off_at timestamp(3) with time zone,
    CONSTRAINT waiver_signed_off_by_somebody CHECK (((signed_off_by_id IS NULL) = (signed_off_at IS NULL))),
    CONSTRAINT waiver_pkey PRIMARY KEY (id)
);

ALTER SEQUENCE public_text_id_seq OWNED BY public_text.id;
ALTER SEQUENCE published_source_use_id_seq OWNED BY published_source_use.id;
ALTER SEQUENCE verified_wording_id_seq OWNED BY verified_wording.id;
ALTER TABLE public_text ALTER COLUMN id SET DEFAULT nextval('public_text_id_seq'::regclass);
ALTER TABLE published_source_use ALTER COLUMN id SET DEFAULT nextval('published_source_use_id_seq'::regclass);
ALTER TABLE verified_wording ALTER COLUMN id SET DEFAULT nextval('verified_wording_id_seq'::regclass);

-- How rows are stored: words and text out of line first, and what is looked at by the hundred in its row.
ALTER TABLE search_document ALTER COLUMN facets SET STORAGE MAIN;
ALTER TABLE search_document ALTER COLUMN head SET STORAGE MAIN;
ALTER TABLE search_document ALTER COLUMN terms SET STATISTICS 0;

-- Indexes

CREATE INDEX access_token_account_id_idx ON access_token USING btree (account_id);
CREATE UNIQUE INDEX access_token_token_hash_key ON access_token USING btree (token_hash);
CREATE UNIQUE INDEX account_email_key ON account USING btree (email);
CREATE INDEX actor_name_id_idx ON actor USING btree (name, id);
CREATE INDEX actor_part_of_id_idx ON actor USING btree (part_of_id);
CREATE UNIQUE INDEX actor_slug_key ON actor USING btree (slug);
CREATE UNIQUE INDEX article_author_article_id_position_key ON article_author USING btree (article_id, "position");
CREATE INDEX article_author_author_id_idx ON article_author USING btree (author_id);
CREATE INDEX article_created_by_id_saved_at_idx ON article USING btree (created_by_id, saved_at DESC);
CREATE UNIQUE INDEX article_pick_article_id_position_key ON article_pick USING btree (article_id, "position");
CREATE INDEX article_pick_picked_id_idx ON article_pick USING btree (picked_id);
CREATE INDEX article_saved_at_id_idx ON article USING btree (saved_at DESC, id);
CREATE INDEX article_series_id_series_part_idx ON article USING btree (series_id, series_part);
CREATE UNIQUE INDEX article_slug_key ON article USING btree (slug);
CREATE UNIQUE INDEX article_source_article_id_position_key ON article_source USING btree (article_id, "position");
CREATE INDEX article_source_source_id_idx ON article_source USING btree (source_id);
CREATE INDEX article_state_publish_at_idx ON article USING btree (state, publish_at);
CREATE INDEX article_state_saved_at_id_idx ON article USING btree (state, saved_at DESC, id);
CREATE UNIQUE INDEX article_topic_article_id_position_key ON article_topic USING btree (article_id, "position");
CREATE INDEX article_topic_topic_id_idx ON article_topic USING btree (topic_id);
CREATE INDEX article_translation_of_id_idx ON article USING btree (translation_of_id);
CREATE INDEX audit_record_action_at_idx ON audit_record USING btree (action, at);
CREATE INDEX audit_record_at_id_idx ON audit_record USING btree (at DESC, id);
CREATE INDEX audit_record_by_id_at_idx ON audit_record USING btree (by_id, at);
CREATE INDEX audit_record_subject_kind_subject_id_at_idx ON audit_record USING btree (subject_kind, subject_id, at);
CREATE INDEX author_name_id_idx ON author USING btree (name, id);
CREATE UNIQUE INDEX author_slug_key ON author USING btree (slug);
CREATE INDEX clearance_article_id_idx ON clearance USING btree (article_id);
CREATE INDEX clearance_source_id_idx ON clearance USING btree (source_id);
CREATE INDEX contribution_account_id_idx ON contribution USING btree (account_id);
CREATE INDEX contribution_part_article_id_part_idx ON contribution_part USING btree (article_id, part);
CREATE INDEX correction_article_id_at_idx ON correction USING btree (article_id, at);
CREATE INDEX credential_account_id_idx ON credential USING btree (account_id);
CREATE UNIQUE INDEX credential_provider_id_provider_account_id_key ON credential USING btree (provider_id, provider_account_id);
CREATE INDEX exposure_article_id_idx ON exposure USING btree (article_id);
CREATE UNIQUE INDEX finding_article_id_number_key ON finding USING btree (article_id, number);
CREATE INDEX finding_author_account_id_idx ON finding_author USING btree (account_id);
CREATE INDEX finding_holder_actor_id_idx ON finding_holder USING btree (actor_id);
CREATE INDEX finding_issue_issue_id_idx ON finding_issue USING btree (issue_id);
CREATE INDEX finding_link_to_id_idx ON finding_link USING btree (to_id);
CREATE INDEX finding_locator_source_id_idx ON finding_locator USING btree (source_id);
CREATE INDEX finding_participant_id_idx ON finding USING btree (participant_id);
CREATE INDEX finding_place_place_id_idx ON finding_place USING btree (place_id);
CREATE INDEX finding_source_id_idx ON finding USING btree (source_id);
CREATE INDEX finding_state_updated_at_id_idx ON finding USING btree (state, updated_at DESC, id);
CREATE INDEX finding_to_verify_again ON finding USING btree (updated_at DESC, id) WHERE ((state = 'published'::finding_state) AND (verified_at IS NULL));
CREATE INDEX finding_updated_at_id_idx ON finding USING btree (updated_at DESC, id);
CREATE INDEX former_slug_ref_id_idx ON former_slug USING btree (ref_id);
CREATE INDEX invitation_created_at_id_idx ON invitation USING btree (created_at, id);
CREATE INDEX invitation_email_idx ON invitation USING btree (email);
CREATE INDEX invitation_invited_by_id_idx ON invitation USING btree (invited_by_id);
CREATE UNIQUE INDEX invitation_token_hash_key ON invitation USING btree (token_hash);
CREATE INDEX issue_name_id_idx ON issue USING btree (name, id);
CREATE INDEX issue_parent_id_idx ON issue USING btree (parent_id);
CREATE UNIQUE INDEX issue_slug_key ON issue USING btree (slug);
CREATE INDEX media_cleaning_id_idx ON media USING btree (cleaning, id);
CREATE INDEX media_created_at_id_idx ON media USING btree (created_at DESC, id);
CREATE UNIQUE INDEX media_path_key ON media USING btree (path);
CREATE INDEX media_sha256_idx ON media USING btree (sha256);
CREATE INDEX message_account_id_idx ON message USING btree (account_id);
CREATE INDEX message_created_at_id_idx ON message USING btree (created_at DESC, id);
CREATE INDEX message_invitation_id_idx ON message USING btree (invitation_id);
CREATE INDEX page_reads_article_id_day_idx ON page_reads USING btree (article_id, day);
CREATE INDEX pending_announcement_visible_from_idx ON pending_announcement USING btree (visible_from);
CREATE INDEX place_name_id_idx ON place USING btree (name, id);
CREATE UNIQUE INDEX place_slug_key ON place USING btree (slug);
CREATE INDEX public_text_article_id_kind_idx ON public_text USING btree (article_id, kind);
CREATE UNIQUE INDEX public_text_entry_once ON public_text USING btree (kind, ref_id, place, md5(folded)) WHERE (article_id IS NULL);
CREATE INDEX public_text_kind_ref_id_idx ON public_text USING btree (kind, ref_id);
CREATE INDEX published_about_issue_id_finding_id_idx ON published_about USING btree (issue_id, finding_id);
CREATE INDEX published_article_genre_analysis ON published_article USING btree (published_at DESC, id DESC) WHERE (genre = 'analysis'::genre);
CREATE INDEX published_article_genre_event_report ON published_article USING btree (published_at DESC, id DESC) WHERE (genre = 'event_report'::genre);
CREATE INDEX published_article_genre_opinion ON published_article USING btree (published_at DESC, id DESC) WHERE (genre = 'opinion'::genre);
CREATE INDEX published_article_genre_original ON published_article USING btree (published_at DESC, id DESC) WHERE (genre = 'original'::genre);
CREATE INDEX published_article_genre_republished ON published_article USING btree (published_at DESC, id DESC) WHERE (genre = 'republished'::genre);
CREATE INDEX published_article_published_at_id_idx ON published_article USING btree (published_at DESC, id DESC);
CREATE INDEX published_article_revised_at_id_idx ON published_article USING btree (revised_at DESC, id DESC);
CREATE UNIQUE INDEX published_article_slug_key ON published_article USING btree (slug);
CREATE INDEX published_article_topic_topic_id_article_id_idx ON published_article_topic USING btree (topic_id, article_id);
CREATE INDEX published_article_translation_group_idx ON published_article USING btree (translation_group);
CREATE UNIQUE INDEX published_article_visible ON published_article USING btree (id) INCLUDE (visible_from);
CREATE INDEX published_article_visible_from_idx ON published_article USING btree (visible_from) INCLUDE (id, published_at, revised_at, retracted, translation_group, language);
CREATE INDEX published_citation_cited_id_idx ON published_citation USING btree (cited_id);
CREATE INDEX published_citation_target_id_idx ON published_citation USING btree (target_id);
CREATE INDEX published_contributor_author_id_article_id_idx ON published_contributor USING btree (author_id, article_id);
CREATE INDEX published_correction_article_id_at_idx ON published_correction USING btree (article_id, at DESC);
CREATE INDEX published_correction_at_id_idx ON published_correction USING btree (at DESC, id DESC);
CREATE INDEX published_finding_article_id_number_idx ON published_finding USING btree (article_id, number);
CREATE INDEX published_finding_months_idx ON published_finding USING btree (visible_from) INCLUDE (published_at) WHERE (withdrawn_at IS NULL);
CREATE INDEX published_finding_published_at_id_idx ON published_finding USING btree (published_at DESC, id);
CREATE INDEX published_finding_source_id_published_at_idx ON published_finding USING btree (source_id, published_at DESC);
CREATE INDEX published_finding_stance_accepts_if ON published_finding USING btree (published_at DESC, id) WHERE (stance = 'accepts_if'::stance);
CREATE INDEX published_finding_stance_asserts ON published_finding USING btree (published_at DESC, id) WHERE (stance = 'asserts'::stance);
CREATE INDEX published_finding_stance_open_to ON published_finding USING btree (published_at DESC, id) WHERE (stance = 'open_to'::stance);
CREATE INDEX published_finding_stance_pledges ON published_finding USING btree (published_at DESC, id) WHERE (stance = 'pledges'::stance);
CREATE INDEX published_finding_stance_proposes ON published_finding USING btree (published_at DESC, id) WHERE (stance = 'proposes'::stance);
CREATE INDEX published_finding_stance_refuses ON published_finding USING btree (published_at DESC, id) WHERE (stance = 'refuses'::stance);
CREATE INDEX published_finding_stance_regrets ON published_finding USING btree (published_at DESC, id) WHERE (stance = 'regrets'::stance);
CREATE INDEX published_finding_stance_rejects ON published_finding USING btree (published_at DESC, id) WHERE (stance = 'rejects'::stance);
CREATE INDEX published_finding_stance_requires ON published_finding USING btree (published_at DESC, id) WHERE (stance = 'requires'::stance);
CREATE INDEX published_finding_stance_silent ON published_finding USING btree (published_at DESC, id) WHERE (stance = 'silent'::stance);
CREATE INDEX published_finding_stance_supports ON published_finding USING btree (published_at DESC, id) WHERE (stance = 'supports'::stance);
CREATE INDEX published_finding_stance_warns ON published_finding USING btree (published_at DESC, id) WHERE (stance = 'warns'::stance);
CREATE UNIQUE INDEX published_finding_visible ON published_finding USING btree (id) INCLUDE (visible_from);
CREATE INDEX published_holding_actor_id_finding_id_idx ON published_holding USING btree (actor_id, finding_id);
CREATE INDEX published_link_to_id_idx ON published_link USING btree (to_id);
CREATE INDEX published_media_media_id_idx ON published_media USING btree (media_id);
CREATE INDEX published_mention_article_id_idx ON published_mention USING btree (article_id);
CREATE INDEX published_mention_ref_id_kind_published_at_article_id_idx ON published_mention USING btree (ref_id, kind, published_at DESC, article_id DESC);
CREATE INDEX published_part_series_id_part_idx ON published_part USING btree (series_id, part);
CREATE INDEX published_pick_picked_id_idx ON published_pick USING btree (picked_id);
CREATE INDEX published_place_place_id_finding_id_idx ON published_place USING btree (place_id, finding_id);
CREATE INDEX published_related_related_id_score_idx ON published_related USING btree (related_id, score DESC);
CREATE INDEX published_source_slug_idx ON published_source USING btree (slug);
CREATE INDEX published_source_source_id_published_at_article_id_idx ON published_source USING btree (source_id, published_at DESC, article_id DESC);
CREATE INDEX published_source_use_article_id_idx ON published_source_use USING btree (article_id);
CREATE INDEX published_source_use_source_id_article_id_idx ON published_source_use USING btree (source_id, article_id);
CREATE INDEX published_supersession_new_id_idx ON published_supersession USING btree (new_id);
CREATE INDEX published_supersession_position_change ON published_supersession USING btree (at DESC, old_id) WHERE (kind = 'position_change'::supersession_kind);
CREATE INDEX published_word_article_id_idx ON published_word USING btree (article_id);
CREATE INDEX published_word_word_published_at_article_id_idx ON published_word USING btree (word, published_at DESC, article_id DESC);
CREATE INDEX rate_limit_expires_at_idx ON rate_limit USING btree (expires_at);
CREATE INDEX review_comment_article_id_at_idx ON review_comment USING btree (article_id, at);
CREATE UNIQUE INDEX revision_article_id_number_key ON revision USING btree (article_id, number);
CREATE INDEX search_document_article_id_idx ON search_document USING btree (article_id);
CREATE INDEX search_document_terms_idx ON search_document USING gin (terms);
CREATE INDEX search_word_begins ON search_word USING btree (word text_pattern_ops);
CREATE INDEX series_name_idx ON series USING btree (name);
CREATE UNIQUE INDEX series_slug_key ON series USING btree (slug);
CREATE INDEX session_account_id_idx ON session USING btree (account_id);
CREATE INDEX session_expires_at_idx ON session USING btree (expires_at);
CREATE UNIQUE INDEX session_token_key ON session USING btree (token);
CREATE INDEX source_description_described_by_id_idx ON source_description USING btree (described_by_id);
CREATE INDEX source_description_settled_at_created_at_idx ON source_description USING btree (settled_at, created_at);
CREATE INDEX source_description_source_id_idx ON source_description USING btree (source_id);
CREATE UNIQUE INDEX source_participant_source_id_id_key ON source_participant USING btree (source_id, id);
CREATE INDEX source_participant_source_id_position_idx ON source_participant USING btree (source_id, "position");
CREATE UNIQUE INDEX source_slug_key ON source USING btree (slug);
CREATE INDEX source_terms_idx ON source USING btree (terms);
CREATE INDEX source_updated_at_id_idx ON source USING btree (updated_at DESC, id);
CREATE INDEX supersession_new_id_idx ON supersession USING btree (new_id);
CREATE INDEX topic_position_name_idx ON topic USING btree ("position", name);
CREATE UNIQUE INDEX topic_slug_key ON topic USING btree (slug);
CREATE INDEX verification_expires_at_idx ON verification USING btree (expires_at);
CREATE INDEX verification_identifier_idx ON verification USING btree (identifier);
CREATE INDEX verified_wording_finding_id_idx ON verified_wording USING btree (finding_id);
CREATE UNIQUE INDEX verified_wording_once ON verified_wording USING btree (finding_id, md5((words)::text));
CREATE INDEX waiver_participant_id_idx ON waiver USING btree (participant_id);
CREATE INDEX waiver_source_id_idx ON waiver USING btree (source_id);

-- Where the extension was there before, it may be in another schema.
DO $$
DECLARE parts text := (SELECT quote_ident(nspname) FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                       WHERE extname = 'pg_trgm');
BEGIN
  EXECUTE format('CREATE INDEX search_document_name ON search_document USING gin (text %s.gin_trgm_ops) WHERE article_id IS NULL', parts);
  EXECUTE format('CREATE INDEX search_word_alike ON search_word USING gin (word %s.gin_trgm_ops)', parts);
END $$;

-- Foreign keys

ALTER TABLE access_token ADD CONSTRAINT access_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE actor ADD CONSTRAINT actor_part_of_id_fkey FOREIGN KEY (part_of_id) REFERENCES actor(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE approval ADD CONSTRAINT approval_approver_id_fkey FOREIGN KEY (approver_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE approval ADD CONSTRAINT approval_article_id_author_id_fkey FOREIGN KEY (article_id, author_id) REFERENCES contribution(article_id, account_id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE article ADD CONSTRAINT article_approved_by_id_fkey FOREIGN KEY (approved_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE article ADD CONSTRAINT article_approved_revision_id_fkey FOREIGN KEY (approved_revision_id) REFERENCES revision(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE article_author ADD CONSTRAINT article_author_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE article_author ADD CONSTRAINT article_author_author_id_fkey FOREIGN KEY (author_id) REFERENCES author(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE article_change ADD CONSTRAINT article_change_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE article_change ADD CONSTRAINT article_change_by_id_fkey FOREIGN KEY (by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE article ADD CONSTRAINT article_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE article ADD CONSTRAINT article_live_revision_id_fkey FOREIGN KEY (live_revision_id) REFERENCES revision(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE article_pick ADD CONSTRAINT article_pick_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE article_pick ADD CONSTRAINT article_pick_picked_id_fkey FOREIGN KEY (picked_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE article ADD CONSTRAINT article_saved_by_id_fkey FOREIGN KEY (saved_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE article ADD CONSTRAINT article_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE article_source ADD CONSTRAINT article_source_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE article_source ADD CONSTRAINT article_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE article_topic ADD CONSTRAINT article_topic_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE article_topic ADD CONSTRAINT article_topic_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE article ADD CONSTRAINT article_translation_of_id_fkey FOREIGN KEY (translation_of_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE audit_record ADD CONSTRAINT audit_record_by_id_fkey FOREIGN KEY (by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE clearance ADD CONSTRAINT clearance_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE clearance ADD CONSTRAINT clearance_confirmed_by_id_fkey FOREIGN KEY (confirmed_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE clearance ADD CONSTRAINT clearance_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE clearance ADD CONSTRAINT clearance_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE contribution ADD CONSTRAINT contribution_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE contribution ADD CONSTRAINT contribution_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE contribution ADD CONSTRAINT contribution_base_revision_id_fkey FOREIGN KEY (base_revision_id) REFERENCES revision(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE contribution_part ADD CONSTRAINT contribution_part_article_id_account_id_fkey FOREIGN KEY (article_id, account_id) REFERENCES contribution(article_id, account_id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE correction ADD CONSTRAINT correction_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE correction ADD CONSTRAINT correction_by_id_fkey FOREIGN KEY (by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE correction ADD CONSTRAINT correction_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES finding(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE credential ADD CONSTRAINT credential_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE exposure ADD CONSTRAINT exposure_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE finding ADD CONSTRAINT finding_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE finding_author ADD CONSTRAINT finding_author_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE finding_author ADD CONSTRAINT finding_author_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE finding_holder ADD CONSTRAINT finding_holder_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE finding_holder ADD CONSTRAINT finding_holder_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE finding_issue ADD CONSTRAINT finding_issue_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE finding_issue ADD CONSTRAINT finding_issue_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES issue(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE finding_link ADD CONSTRAINT finding_link_from_id_fkey FOREIGN KEY (from_id) REFERENCES finding(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE finding_link ADD CONSTRAINT finding_link_to_id_fkey FOREIGN KEY (to_id) REFERENCES finding(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE finding_locator ADD CONSTRAINT finding_locator_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE finding_locator ADD CONSTRAINT finding_locator_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE finding_place ADD CONSTRAINT finding_place_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE finding_place ADD CONSTRAINT finding_place_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE finding ADD CONSTRAINT finding_proposed_by_id_fkey FOREIGN KEY (proposed_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE finding ADD CONSTRAINT finding_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE finding ADD CONSTRAINT finding_source_id_participant_id_fkey FOREIGN KEY (source_id, participant_id) REFERENCES source_participant(source_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE finding_value ADD CONSTRAINT finding_value_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE finding_value ADD CONSTRAINT finding_value_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE finding ADD CONSTRAINT finding_verified_by_id_fkey FOREIGN KEY (verified_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE invitation ADD CONSTRAINT invitation_accepted_by_id_fkey FOREIGN KEY (accepted_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE invitation ADD CONSTRAINT invitation_invited_by_id_fkey FOREIGN KEY (invited_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE issue ADD CONSTRAINT issue_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES issue(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE media ADD CONSTRAINT media_uploaded_by_id_fkey FOREIGN KEY (uploaded_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE message ADD CONSTRAINT message_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE message ADD CONSTRAINT message_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitation(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE public_text ADD CONSTRAINT public_text_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_about ADD CONSTRAINT published_about_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES published_finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_about ADD CONSTRAINT published_about_issue_id_fkey FOREIGN KEY (issue_id) REFERENCES issue(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_article ADD CONSTRAINT published_article_id_fkey FOREIGN KEY (id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_article_topic ADD CONSTRAINT published_article_topic_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_article_topic ADD CONSTRAINT published_article_topic_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topic(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_citation ADD CONSTRAINT published_citation_cited_id_fkey FOREIGN KEY (cited_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_citation ADD CONSTRAINT published_citation_citing_id_fkey FOREIGN KEY (citing_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_contributor ADD CONSTRAINT published_contributor_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_contributor ADD CONSTRAINT published_contributor_author_id_fkey FOREIGN KEY (author_id) REFERENCES author(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_correction ADD CONSTRAINT published_correction_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_finding ADD CONSTRAINT published_finding_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_finding ADD CONSTRAINT published_finding_id_fkey FOREIGN KEY (id) REFERENCES finding(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_finding ADD CONSTRAINT published_finding_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_holding ADD CONSTRAINT published_holding_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES actor(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_holding ADD CONSTRAINT published_holding_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES published_finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_link ADD CONSTRAINT published_link_from_id_fkey FOREIGN KEY (from_id) REFERENCES published_finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_link ADD CONSTRAINT published_link_to_id_fkey FOREIGN KEY (to_id) REFERENCES published_finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_media ADD CONSTRAINT published_media_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_media ADD CONSTRAINT published_media_media_id_fkey FOREIGN KEY (media_id) REFERENCES media(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_mention ADD CONSTRAINT published_mention_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_part ADD CONSTRAINT published_part_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_part ADD CONSTRAINT published_part_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_pick ADD CONSTRAINT published_pick_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_pick ADD CONSTRAINT published_pick_picked_id_fkey FOREIGN KEY (picked_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_place ADD CONSTRAINT published_place_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES published_finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_place ADD CONSTRAINT published_place_place_id_fkey FOREIGN KEY (place_id) REFERENCES place(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_related ADD CONSTRAINT published_related_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_related ADD CONSTRAINT published_related_related_id_fkey FOREIGN KEY (related_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_source ADD CONSTRAINT published_source_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_source ADD CONSTRAINT published_source_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_source_use ADD CONSTRAINT published_source_use_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_source_use ADD CONSTRAINT published_source_use_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE published_supersession ADD CONSTRAINT published_supersession_new_id_fkey FOREIGN KEY (new_id) REFERENCES published_finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_supersession ADD CONSTRAINT published_supersession_old_id_fkey FOREIGN KEY (old_id) REFERENCES published_finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_version ADD CONSTRAINT published_version_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE published_word ADD CONSTRAINT published_word_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE retraction ADD CONSTRAINT retraction_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE retraction ADD CONSTRAINT retraction_by_id_fkey FOREIGN KEY (by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_comment ADD CONSTRAINT review_comment_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE review_comment ADD CONSTRAINT review_comment_by_id_fkey FOREIGN KEY (by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE review_comment ADD CONSTRAINT review_comment_revision_id_fkey FOREIGN KEY (revision_id) REFERENCES revision(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE revision ADD CONSTRAINT revision_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE revision ADD CONSTRAINT revision_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE search_document ADD CONSTRAINT search_document_article_id_fkey FOREIGN KEY (article_id) REFERENCES published_article(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE session ADD CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE source_change ADD CONSTRAINT source_change_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE source_change ADD CONSTRAINT source_change_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE source_description ADD CONSTRAINT source_description_article_id_fkey FOREIGN KEY (article_id) REFERENCES article(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE source_description ADD CONSTRAINT source_description_described_by_id_fkey FOREIGN KEY (described_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE source_description ADD CONSTRAINT source_description_settled_by_id_fkey FOREIGN KEY (settled_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE source_description ADD CONSTRAINT source_description_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON UPDATE CASCADE ON DELETE SET NULL;
ALTER TABLE source_participant ADD CONSTRAINT source_participant_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE supersession ADD CONSTRAINT supersession_by_id_fkey FOREIGN KEY (by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE supersession ADD CONSTRAINT supersession_new_id_fkey FOREIGN KEY (new_id) REFERENCES finding(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE supersession ADD CONSTRAINT supersession_old_id_fkey FOREIGN KEY (old_id) REFERENCES finding(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE verified_wording ADD CONSTRAINT verified_wording_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES finding(id) ON UPDATE CASCADE ON DELETE CASCADE;
ALTER TABLE verified_wording ADD CONSTRAINT verified_wording_verified_by_id_fkey FOREIGN KEY (verified_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE waiver ADD CONSTRAINT waiver_recorded_by_id_fkey FOREIGN KEY (recorded_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE waiver ADD CONSTRAINT waiver_signed_off_by_id_fkey FOREIGN KEY (signed_off_by_id) REFERENCES account(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE waiver ADD CONSTRAINT waiver_source_id_fkey FOREIGN KEY (source_id) REFERENCES source(id) ON UPDATE CASCADE ON DELETE RESTRICT;
ALTER TABLE waiver ADD CONSTRAINT waiver_source_id_participant_id_fkey FOREIGN KEY (source_id, participant_id) REFERENCES source_participant(source_id, id) ON UPDATE CASCADE ON DELETE RESTRICT;

-- Row-level security on every table, so that a grant made by mistake still finds nothing.
DO $$
DECLARE t text;
BEGIN
  FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;

-- Editors' role sees every row; readers' role what has its own moment of visibility, and what hangs on that.
CREATE POLICY editorial ON access_token TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON account TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON actor TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON approval TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON article TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON article_author TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON article_change TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON article_pick TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON article_source TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON article_topic TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON audit_record TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON author TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON clearance TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON contribution TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON contribution_part TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON correction TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON credential TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON exposure TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON finding TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON finding_author TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON finding_holder TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON finding_issue TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON finding_link TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON finding_locator TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON finding_place TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON finding_value TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON former_slug TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON invitation TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON issue TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON journal TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON media TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON message TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON page_reads TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON pending_announcement TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON place TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON public_text TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_about TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_article TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_article_topic TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_citation TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_contributor TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_correction TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_finding TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_holding TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_link TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_media TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_mention TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_part TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_pick TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_place TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_related TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_source TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_source_use TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_supersession TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_version TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON published_word TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON rate_limit TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON referrals TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON retraction TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON review_comment TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON revision TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON search_document TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON search_stemming TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON search_word TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON series TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON session TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON source TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON source_change TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON source_description TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON source_participant TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON supersession TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON topic TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON vain_searches TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON verification TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON verified_wording TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON waiver TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY editorial ON announcement_key FOR SELECT TO viewpoints_editorial USING (true);
CREATE POLICY reader ON actor FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_mention m
  WHERE ((m.ref_id = actor.id) AND (m.kind = 'actor'::page_kind))
 OFFSET 0)));
CREATE POLICY reader ON announcement_key FOR SELECT TO viewpoints_reader USING (true);
CREATE POLICY reader ON author FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_mention m
  WHERE ((m.ref_id = author.id) AND (m.kind = 'author'::page_kind))
 OFFSET 0)));
CREATE POLICY reader ON former_slug FOR SELECT TO viewpoints_reader USING (
CASE kind
    WHEN 'article'::page_kind THEN (EXISTS ( SELECT
       FROM published_article a
      WHERE (a.id = former_slug.ref_id)
     OFFSET 0))
    WHEN 'source'::page_kind THEN (EXISTS ( SELECT
       FROM published_source s
      WHERE (s.source_id = former_slug.ref_id)
     OFFSET 0))
    ELSE (EXISTS ( SELECT
       FROM published_mention m
      WHERE ((m.ref_id = former_slug.ref_id) AND (m.kind = former_slug.kind))
     OFFSET 0))
END);
CREATE POLICY reader ON issue FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_mention m
  WHERE ((m.ref_id = issue.id) AND (m.kind = 'issue'::page_kind))
 OFFSET 0)));
CREATE POLICY reader ON journal FOR SELECT TO viewpoints_reader USING (true);
CREATE POLICY reader ON media FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_media m
  WHERE (m.media_id = media.id)
 OFFSET 0)));
CREATE POLICY reader ON place FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_mention m
  WHERE ((m.ref_id = place.id) AND (m.kind = 'place'::page_kind))
 OFFSET 0)));
CREATE POLICY reader ON published_about FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_finding f
  WHERE (f.id = published_about.finding_id))));
CREATE POLICY reader ON published_article FOR SELECT TO viewpoints_reader USING ((visible_from <= now()));
CREATE POLICY reader ON published_article_topic FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_article a
  WHERE (a.id = published_article_topic.article_id))));
CREATE POLICY reader ON published_citation FOR SELECT TO viewpoints_reader USING (((EXISTS ( SELECT
   FROM published_article a
  WHERE (a.id = published_citation.citing_id)
 OFFSET 0)) AND (EXISTS ( SELECT
   FROM published_article a
  WHERE (a.id = published_citation.cited_id)
 OFFSET 0)) AND ((origin_id = citing_id) OR (EXISTS ( SELECT
   FROM published_finding f
  WHERE (f.id = published_citation.origin_id)
 OFFSET 0))) AND ((target_id = cited_id) OR (EXISTS ( SELECT
   FROM published_finding f
  WHERE (f.id = published_citation.target_id)
 OFFSET 0)))));
CREATE POLICY reader ON published_contributor FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_article a
  WHERE (a.id = published_contributor.article_id))));
CREATE POLICY reader ON published_correction FOR SELECT TO viewpoints_reader USING ((visible_from <= now()));
CREATE POLICY reader ON published_finding FOR SELECT TO viewpoints_reader USING ((visible_from <= now()));
CREATE POLICY reader ON published_holding FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_finding f
  WHERE (f.id = published_holding.finding_id))));
CREATE POLICY reader ON published_link FOR SELECT TO viewpoints_reader USING (((EXISTS ( SELECT
   FROM published_finding f
  WHERE (f.id = published_link.from_id)
 OFFSET 0)) AND (EXISTS ( SELECT
   FROM published_finding f
  WHERE (f.id = published_link.to_id)
 OFFSET 0))));
CREATE POLICY reader ON published_media FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_article a
  WHERE (a.id = published_media.article_id)
 OFFSET 0)));
CREATE POLICY reader ON published_mention FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_article a
  WHERE (a.id = published_mention.article_id)
 OFFSET 0)));
CREATE POLICY reader ON published_part FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_article a
  WHERE (a.id = published_part.article_id)
 OFFSET 0)));
CREATE POLICY reader ON published_pick FOR SELECT TO viewpoints_reader USING (((EXISTS ( SELECT
   FROM published_article a
  WHERE (a.id = published_pick.article_id)
 OFFSET 0)) AND (EXISTS ( SELECT
   FROM published_article a
  WHERE (a.id = published_pick.picked_id)
 OFFSET 0))));
CREATE POLICY reader ON published_place FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_finding f
  WHERE (f.id = published_place.finding_id))));
CREATE POLICY reader ON published_related FOR SELECT TO viewpoints_reader USING (((EXISTS ( SELECT
   FROM published_article a
  WHERE (a.id = published_related.article_id)
 OFFSET 0)) AND (EXISTS ( SELECT
   FROM published_article a
  WHERE (a.id = published_related.related_id)
 OFFSET 0))));
CREATE POLICY reader ON published_source FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_article a
  WHERE (a.id = published_source.article_id)
 OFFSET 0)));
CREATE POLICY reader ON published_supersession FOR SELECT TO viewpoints_reader USING (((EXISTS ( SELECT
   FROM published_finding f
  WHERE (f.id = published_supersession.old_id)
 OFFSET 0)) AND (EXISTS ( SELECT
   FROM published_finding f
  WHERE (f.id = published_supersession.new_id)
 OFFSET 0))));
CREATE POLICY reader ON published_version FOR SELECT TO viewpoints_reader USING ((visible_from <= now()));
CREATE POLICY reader ON search_document FOR SELECT TO viewpoints_reader USING (((article_id IS NOT NULL) AND (visible_from <= now())));
CREATE POLICY reader ON series FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_part p
  WHERE (p.series_id = series.id)
 OFFSET 0)));
CREATE POLICY reader ON topic FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_mention m
  WHERE ((m.ref_id = topic.id) AND (m.kind = 'topic'::page_kind))
 OFFSET 0)));

-- Editors' role: everything but the migrations' own table; what is immutable is only added to.
DO $$
BEGIN
  -- Absent where the migrations are only replayed to take a difference.
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT ON _prisma_migrations TO viewpoints_editorial;
  END IF;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON access_token TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON account TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON actor TO viewpoints_editorial;
GRANT SELECT ON announcement_key TO viewpoints_editorial;
GRANT SELECT,INSERT ON approval TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON article TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON article_author TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON article_change TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON article_pick TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON article_source TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON article_topic TO viewpoints_editorial;
GRANT SELECT,INSERT ON audit_record TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON author TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON clearance TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON contribution TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON contribution_part TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON correction TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON credential TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON exposure TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON finding TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON finding_author TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON finding_holder TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON finding_issue TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON finding_link TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON finding_locator TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON finding_place TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON finding_value TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON former_slug TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON invitation TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON issue TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON journal TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON media TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON message TO viewpoints_editorial;
GRANT SELECT,DELETE ON page_reads TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON pending_announcement TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON place TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON public_text TO viewpoints_editorial;
GRANT USAGE ON SEQUENCE public_text_id_seq TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_about TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_article TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_article_topic TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_citation TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_contributor TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_correction TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_finding TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_holding TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_link TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_media TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_mention TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_part TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_pick TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_place TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_related TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_source TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_source_use TO viewpoints_editorial;
GRANT USAGE ON SEQUENCE published_source_use_id_seq TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_supersession TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_version TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON published_word TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO viewpoints_editorial;
GRANT SELECT,DELETE ON referrals TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON retraction TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON review_comment TO viewpoints_editorial;
GRANT SELECT,INSERT ON revision TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON search_document TO viewpoints_editorial;
GRANT SELECT,USAGE ON SEQUENCE search_number TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON search_stemming TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON search_word TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON series TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON session TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON source TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON source_change TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON source_description TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON source_participant TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON supersession TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON topic TO viewpoints_editorial;
GRANT SELECT,DELETE ON vain_searches TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON verification TO viewpoints_editorial;
GRANT SELECT,INSERT ON verified_wording TO viewpoints_editorial;
GRANT USAGE ON SEQUENCE verified_wording_id_seq TO viewpoints_editorial;
GRANT SELECT, INSERT, UPDATE, DELETE ON waiver TO viewpoints_editorial;
ALTER DEFAULT PRIVILEGES IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO viewpoints_editorial;

-- Readers' role: column by column, so that a column added later is hidden until somebody says so.
GRANT SELECT (id, slug, kind, name, aliases, part_of_id, wikidata_id, description) ON actor TO viewpoints_reader;
GRANT SELECT (public_key) ON announcement_key TO viewpoints_reader;
GRANT SELECT (id, slug, name, about, same_as) ON author TO viewpoints_reader;
GRANT SELECT (kind, slug, ref_id) ON former_slug TO viewpoints_reader;
GRANT SELECT (id, slug, name, description, parent_id) ON issue TO viewpoints_reader;
GRANT SELECT (id, name, tagline, language, time_zone, notice, contact) ON journal TO viewpoints_reader;
GRANT SELECT (id, path, media_type, byte_size, width, height, sha256) ON media TO viewpoints_reader;
GRANT SELECT (id, slug, name, longitude, latitude, wikidata_id) ON place TO viewpoints_reader;
GRANT SELECT (finding_id, issue_id) ON published_about TO viewpoints_reader;
GRANT SELECT (id, slug, version, visible_from, published_at, revised_at, genre, language, retracted, summary, translation_group) ON published_article TO viewpoints_reader;
GRANT SELECT (article_id, topic_id) ON published_article_topic TO viewpoints_reader;
GRANT SELECT (citing_id, origin_id, cited_id, target_id) ON published_citation TO viewpoints_reader;
GRANT SELECT (article_id, author_id) ON published_contributor TO viewpoints_reader;
GRANT SELECT (id, article_id, kind, severity, was, now, why, finding_id, at, visible_from) ON published_correction TO viewpoints_reader;
GRANT SELECT (id, article_id, number, withdrawn_at, visible_from, published_at, stance, register, source_id, held_at, view, legacy_anchor) ON published_finding TO viewpoints_reader;
GRANT SELECT (finding_id, actor_id) ON published_holding TO viewpoints_reader;
GRANT SELECT (from_id, kind, to_id) ON published_link TO viewpoints_reader;
GRANT SELECT (article_id, media_id) ON published_media TO viewpoints_reader;
GRANT SELECT (kind, ref_id, article_id) ON published_mention TO viewpoints_reader;
GRANT SELECT (article_id, series_id, part) ON published_part TO viewpoints_reader;
GRANT SELECT (article_id, picked_id, position) ON published_pick TO viewpoints_reader;
GRANT SELECT (finding_id, place_id) ON published_place TO viewpoints_reader;
GRANT SELECT (article_id, related_id, score) ON published_related TO viewpoints_reader;
GRANT SELECT (article_id, source_id, slug, view, published_at) ON published_source TO viewpoints_reader;
GRANT SELECT (old_id, new_id, kind, at) ON published_supersession TO viewpoints_reader;
GRANT SELECT (article_id, number, visible_from, at, note, view) ON published_version TO viewpoints_reader;
GRANT SELECT (id, kind, article_id, visible_from, text) ON search_document TO viewpoints_reader;
GRANT SELECT (id, slug, name, about, complete) ON series TO viewpoints_reader;
GRANT SELECT (id, slug, name, description, position) ON topic TO viewpoints_reader;
