-- CreateEnum
CREATE TYPE "account_role" AS ENUM ('contributor', 'editor', 'publisher', 'admin');

-- CreateEnum
CREATE TYPE "actor_kind" AS ENUM ('person', 'group', 'state', 'organisation', 'office');

-- CreateEnum
CREATE TYPE "genre" AS ENUM ('original', 'analysis', 'opinion', 'event_report', 'republished');

-- CreateEnum
CREATE TYPE "text_direction" AS ENUM ('ltr', 'rtl');

-- CreateEnum
CREATE TYPE "article_state" AS ENUM ('draft', 'in_review', 'approved', 'scheduled', 'published', 'retracted', 'archived');

-- CreateEnum
CREATE TYPE "correction_severity" AS ENUM ('clarification', 'correction', 'major_correction');

-- CreateEnum
CREATE TYPE "stance" AS ENUM ('supports', 'accepts_if', 'open_to', 'proposes', 'pledges', 'requires', 'rejects', 'refuses', 'warns', 'regrets', 'asserts', 'silent');

-- CreateEnum
CREATE TYPE "polarity" AS ENUM ('affirmative', 'negative');

-- CreateEnum
CREATE TYPE "modality" AS ENUM ('actual', 'will', 'would', 'could', 'should', 'must');

-- CreateEnum
CREATE TYPE "register" AS ENUM ('public', 'private', 'unknown');

-- CreateEnum
CREATE TYPE "holder_basis" AS ENUM ('direct', 'second_hand', 'sources_own', 'articles_own');

-- CreateEnum
CREATE TYPE "finding_state" AS ENUM ('proposed', 'verified', 'published', 'superseded', 'withdrawn', 'rejected');

-- CreateEnum
CREATE TYPE "link_kind" AS ENUM ('supports', 'contradicts', 'contrary', 'qualifies', 'undercuts', 'precedes');

-- CreateEnum
CREATE TYPE "supersession_kind" AS ENUM ('position_change', 'correction');

-- CreateEnum
CREATE TYPE "notice_kind" AS ENUM ('correction', 'retraction');

-- CreateEnum
CREATE TYPE "page_kind" AS ENUM ('article', 'actor', 'issue', 'topic', 'author', 'source', 'place');

-- CreateEnum
CREATE TYPE "revision_reason" AS ENUM ('imported', 'kept', 'submitted', 'approved', 'published', 'corrected', 'retracted');

-- CreateEnum
CREATE TYPE "source_kind" AS ENUM ('report', 'event', 'interview', 'release', 'web_page');

-- CreateEnum
CREATE TYPE "attribution_terms" AS ENUM ('on_record', 'background', 'chatham_house', 'deep_background', 'off_record');

-- CreateEnum
CREATE TYPE "disclosure" AS ENUM ('clear', 'green', 'amber', 'amber_strict', 'red');

-- CreateEnum
CREATE TYPE "waiver_covers" AS ENUM ('identity', 'statements');

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "name" TEXT NOT NULL,
    "image" TEXT,
    "roles" "account_role"[],
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "id" UUID NOT NULL,
    "provider_account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "password" TEXT,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" UUID NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "roles" "account_role"[],
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by_id" UUID,
    "revoked_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "access_token" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "access_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actor" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "actor_kind" NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "part_of_id" UUID,
    "wikidata_id" TEXT,
    "description" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "save" INTEGER NOT NULL,

    CONSTRAINT "actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "section" TEXT NOT NULL,
    "genre" "genre" NOT NULL,
    "language" TEXT NOT NULL,
    "direction" "text_direction" NOT NULL,
    "headline" TEXT NOT NULL,
    "standfirst" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "byline_reason" TEXT,
    "note" TEXT NOT NULL,
    "state" "article_state" NOT NULL,
    "created_by_id" UUID NOT NULL,
    "save" INTEGER NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_revision_id" UUID,
    "approved_by_id" UUID,
    "live_revision_id" UUID,
    "publish_at" TIMESTAMPTZ(3),
    "embargo_until" TIMESTAMPTZ(3),
    "time_zone" TEXT NOT NULL,
    "first_published_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_topic" (
    "article_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_topic_pkey" PRIMARY KEY ("article_id","topic_id")
);

-- CreateTable
CREATE TABLE "article_source" (
    "article_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_source_pkey" PRIMARY KEY ("article_id","source_id")
);

-- CreateTable
CREATE TABLE "article_author" (
    "article_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_author_pkey" PRIMARY KEY ("article_id","author_id")
);

-- CreateTable
CREATE TABLE "article_change" (
    "article_id" UUID NOT NULL,
    "save" INTEGER NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "fields" TEXT[],

    CONSTRAINT "article_change_pkey" PRIMARY KEY ("article_id","save")
);

-- CreateTable
CREATE TABLE "review_comment" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID,
    "text" TEXT NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "review_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_record" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "author" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "save" INTEGER NOT NULL,

    CONSTRAINT "author_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "was" TEXT NOT NULL,
    "now" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "severity" "correction_severity" NOT NULL,
    "finding_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retraction" (
    "article_id" UUID NOT NULL,
    "why" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "retraction_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "finding" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" "finding_state" NOT NULL,
    "proposition" TEXT NOT NULL,
    "stance" "stance" NOT NULL,
    "polarity" "polarity" NOT NULL,
    "modality" "modality" NOT NULL,
    "register" "register" NOT NULL,
    "conditions" JSONB NOT NULL,
    "scope_text" TEXT,
    "scope_edtf" TEXT,
    "scope_from" TIMESTAMPTZ(3),
    "scope_to" TIMESTAMPTZ(3),
    "as_of" TEXT,
    "as_of_from" TIMESTAMPTZ(3),
    "as_of_to" TIMESTAMPTZ(3),
    "consensus_agreeing" INTEGER,
    "consensus_interviewed" INTEGER,
    "consensus_population" TEXT,
    "consensus_novelty" TEXT,
    "quote_exact" TEXT,
    "quote_prefix" TEXT,
    "quote_suffix" TEXT,
    "quote_start" INTEGER,
    "quote_end" INTEGER,
    "source_id" UUID,
    "terms" "attribution_terms",
    "descriptor" TEXT,
    "participant_id" UUID,
    "note" TEXT NOT NULL,
    "state_reason" TEXT,
    "proposed_by_id" UUID NOT NULL,
    "verified_by_id" UUID,
    "verified_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_holder" (
    "finding_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "actor_id" UUID,
    "wording" TEXT,
    "basis" "holder_basis" NOT NULL,

    CONSTRAINT "finding_holder_pkey" PRIMARY KEY ("finding_id","position")
);

-- CreateTable
CREATE TABLE "finding_issue" (
    "finding_id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "finding_issue_pkey" PRIMARY KEY ("finding_id","issue_id")
);

-- CreateTable
CREATE TABLE "finding_place" (
    "finding_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "finding_place_pkey" PRIMARY KEY ("finding_id","place_id")
);

-- CreateTable
CREATE TABLE "finding_locator" (
    "finding_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "source_id" UUID NOT NULL,
    "locator" TEXT NOT NULL,

    CONSTRAINT "finding_locator_pkey" PRIMARY KEY ("finding_id","position")
);

-- CreateTable
CREATE TABLE "issue" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "parent_id" UUID,
    "save" INTEGER NOT NULL,

    CONSTRAINT "issue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "tagline" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "notice" TEXT NOT NULL,
    "four_eyes" BOOLEAN NOT NULL,
    "save" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "finding_link" (
    "from_id" UUID NOT NULL,
    "kind" "link_kind" NOT NULL,
    "to_id" UUID NOT NULL,

    CONSTRAINT "finding_link_pkey" PRIMARY KEY ("from_id","kind","to_id")
);

-- CreateTable
CREATE TABLE "supersession" (
    "old_id" UUID NOT NULL,
    "new_id" UUID NOT NULL,
    "kind" "supersession_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by_id" UUID NOT NULL,

    CONSTRAINT "supersession_pkey" PRIMARY KEY ("old_id")
);

-- CreateTable
CREATE TABLE "media" (
    "id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "byte_size" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "alt" TEXT NOT NULL,
    "credit" TEXT,
    "uploaded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "media_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ(3),
    "last_error" TEXT,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "place" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "longitude" DOUBLE PRECISION,
    "latitude" DOUBLE PRECISION,
    "wikidata_id" TEXT,
    "save" INTEGER NOT NULL,

    CONSTRAINT "place_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_article" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "revised_at" TIMESTAMPTZ(3) NOT NULL,
    "genre" "genre" NOT NULL,
    "language" TEXT NOT NULL,
    "retracted" BOOLEAN NOT NULL,
    "summary" JSONB NOT NULL,

    CONSTRAINT "published_article_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_version" (
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "view" JSONB,

    CONSTRAINT "published_version_pkey" PRIMARY KEY ("article_id","number")
);

-- CreateTable
CREATE TABLE "published_finding" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "visible_from" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "stance" "stance" NOT NULL,
    "register" "register" NOT NULL,
    "source_id" UUID,
    "held_at" TIMESTAMPTZ(3) NOT NULL,
    "view" JSONB NOT NULL,

    CONSTRAINT "published_finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_holding" (
    "finding_id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,

    CONSTRAINT "published_holding_pkey" PRIMARY KEY ("finding_id","actor_id")
);

-- CreateTable
CREATE TABLE "published_about" (
    "finding_id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,

    CONSTRAINT "published_about_pkey" PRIMARY KEY ("finding_id","issue_id")
);

-- CreateTable
CREATE TABLE "published_place" (
    "finding_id" UUID NOT NULL,
    "place_id" UUID NOT NULL,

    CONSTRAINT "published_place_pkey" PRIMARY KEY ("finding_id","place_id")
);

-- CreateTable
CREATE TABLE "published_article_topic" (
    "article_id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,

    CONSTRAINT "published_article_topic_pkey" PRIMARY KEY ("article_id","topic_id")
);

-- CreateTable
CREATE TABLE "published_contributor" (
    "article_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,

    CONSTRAINT "published_contributor_pkey" PRIMARY KEY ("article_id","author_id")
);

-- CreateTable
CREATE TABLE "published_link" (
    "from_id" UUID NOT NULL,
    "kind" "link_kind" NOT NULL,
    "to_id" UUID NOT NULL,

    CONSTRAINT "published_link_pkey" PRIMARY KEY ("from_id","kind","to_id")
);

-- CreateTable
CREATE TABLE "published_supersession" (
    "old_id" UUID NOT NULL,
    "new_id" UUID NOT NULL,
    "kind" "supersession_kind" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_supersession_pkey" PRIMARY KEY ("old_id")
);

-- CreateTable
CREATE TABLE "published_source" (
    "article_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "view" JSONB NOT NULL,

    CONSTRAINT "published_source_pkey" PRIMARY KEY ("article_id","source_id")
);

-- CreateTable
CREATE TABLE "published_correction" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "kind" "notice_kind" NOT NULL,
    "severity" "correction_severity",
    "was" TEXT NOT NULL,
    "now" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "finding_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "published_correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_media" (
    "article_id" UUID NOT NULL,
    "media_id" UUID NOT NULL,

    CONSTRAINT "published_media_pkey" PRIMARY KEY ("article_id","media_id")
);

-- CreateTable
CREATE TABLE "published_mention" (
    "kind" "page_kind" NOT NULL,
    "ref_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,

    CONSTRAINT "published_mention_pkey" PRIMARY KEY ("kind","ref_id","article_id")
);

-- CreateTable
CREATE TABLE "former_slug" (
    "kind" "page_kind" NOT NULL,
    "slug" TEXT NOT NULL,
    "ref_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "former_slug_pkey" PRIMARY KEY ("kind","slug")
);

-- CreateTable
CREATE TABLE "revision" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "reason" "revision_reason" NOT NULL,
    "content" JSONB NOT NULL,
    "findings" JSONB NOT NULL,
    "links" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" "source_kind" NOT NULL,
    "title" TEXT NOT NULL,
    "publisher" TEXT,
    "authors" TEXT[],
    "url" TEXT,
    "archive_url" TEXT,
    "issued" TEXT,
    "released" TEXT,
    "csl" JSONB,
    "terms" "attribution_terms" NOT NULL,
    "disclosure" "disclosure" NOT NULL,
    "descriptor" TEXT,
    "note" TEXT NOT NULL,
    "save" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_participant" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "affiliation" TEXT NOT NULL,

    CONSTRAINT "source_participant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "waiver" (
    "id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "participant_id" UUID,
    "covers" "waiver_covers" NOT NULL,
    "granted_by" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "signed_off_by_id" UUID,
    "signed_off_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "topic" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "save" INTEGER NOT NULL,

    CONSTRAINT "topic_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "session"("account_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "credential_account_id_idx" ON "credential"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "credential_provider_id_provider_account_id_key" ON "credential"("provider_id", "provider_account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "verification_expires_at_idx" ON "verification"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_email_idx" ON "invitation"("email");

-- CreateIndex
CREATE INDEX "invitation_created_at_id_idx" ON "invitation"("created_at", "id");

-- CreateIndex
CREATE UNIQUE INDEX "access_token_token_hash_key" ON "access_token"("token_hash");

-- CreateIndex
CREATE INDEX "access_token_account_id_idx" ON "access_token"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "actor_slug_key" ON "actor"("slug");

-- CreateIndex
CREATE INDEX "actor_name_id_idx" ON "actor"("name", "id");

-- CreateIndex
CREATE INDEX "actor_part_of_id_idx" ON "actor"("part_of_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_slug_key" ON "article"("slug");

-- CreateIndex
CREATE INDEX "article_state_saved_at_id_idx" ON "article"("state", "saved_at" DESC, "id");

-- CreateIndex
CREATE INDEX "article_saved_at_id_idx" ON "article"("saved_at" DESC, "id");

-- CreateIndex
CREATE INDEX "article_created_by_id_saved_at_idx" ON "article"("created_by_id", "saved_at" DESC);

-- CreateIndex
CREATE INDEX "article_state_publish_at_idx" ON "article"("state", "publish_at");

-- CreateIndex
CREATE UNIQUE INDEX "article_topic_article_id_position_key" ON "article_topic"("article_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "article_source_article_id_position_key" ON "article_source"("article_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "article_author_article_id_position_key" ON "article_author"("article_id", "position");

-- CreateIndex
CREATE INDEX "article_topic_topic_id_idx" ON "article_topic"("topic_id");

-- CreateIndex
CREATE INDEX "article_source_source_id_idx" ON "article_source"("source_id");

-- CreateIndex
CREATE INDEX "article_author_author_id_idx" ON "article_author"("author_id");

-- CreateIndex
CREATE INDEX "review_comment_article_id_at_idx" ON "review_comment"("article_id", "at");

-- CreateIndex
CREATE INDEX "audit_record_at_id_idx" ON "audit_record"("at" DESC, "id");

-- CreateIndex
CREATE INDEX "audit_record_subject_kind_subject_id_at_idx" ON "audit_record"("subject_kind", "subject_id", "at");

-- CreateIndex
CREATE INDEX "audit_record_by_id_at_idx" ON "audit_record"("by_id", "at");

-- CreateIndex
CREATE INDEX "audit_record_action_at_idx" ON "audit_record"("action", "at");

-- CreateIndex
CREATE UNIQUE INDEX "author_slug_key" ON "author"("slug");

-- CreateIndex
CREATE INDEX "author_name_id_idx" ON "author"("name", "id");

-- CreateIndex
CREATE INDEX "correction_article_id_at_idx" ON "correction"("article_id", "at");

-- CreateIndex
CREATE INDEX "finding_state_updated_at_id_idx" ON "finding"("state", "updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "finding_updated_at_id_idx" ON "finding"("updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "finding_source_id_idx" ON "finding"("source_id");

-- CreateIndex
CREATE INDEX "finding_participant_id_idx" ON "finding"("participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "finding_article_id_number_key" ON "finding"("article_id", "number");

-- CreateIndex
CREATE INDEX "finding_holder_actor_id_idx" ON "finding_holder"("actor_id");

-- CreateIndex
CREATE INDEX "finding_issue_issue_id_idx" ON "finding_issue"("issue_id");

-- CreateIndex
CREATE INDEX "finding_place_place_id_idx" ON "finding_place"("place_id");

-- CreateIndex
CREATE INDEX "finding_locator_source_id_idx" ON "finding_locator"("source_id");

-- CreateIndex
CREATE UNIQUE INDEX "issue_slug_key" ON "issue"("slug");

-- CreateIndex
CREATE INDEX "issue_name_id_idx" ON "issue"("name", "id");

-- CreateIndex
CREATE INDEX "issue_parent_id_idx" ON "issue"("parent_id");

-- CreateIndex
CREATE INDEX "finding_link_to_id_idx" ON "finding_link"("to_id");

-- CreateIndex
CREATE INDEX "supersession_new_id_idx" ON "supersession"("new_id");

-- CreateIndex
CREATE UNIQUE INDEX "media_path_key" ON "media"("path");

-- CreateIndex
CREATE INDEX "media_created_at_id_idx" ON "media"("created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "media_sha256_idx" ON "media"("sha256");

-- CreateIndex
CREATE INDEX "message_created_at_id_idx" ON "message"("created_at" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "place_slug_key" ON "place"("slug");

-- CreateIndex
CREATE INDEX "place_name_id_idx" ON "place"("name", "id");

-- CreateIndex
CREATE UNIQUE INDEX "published_article_slug_key" ON "published_article"("slug");

-- CreateIndex
CREATE INDEX "published_article_published_at_id_idx" ON "published_article"("published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_genre_published_at_id_idx" ON "published_article"("genre", "published_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_article_visible_from_idx" ON "published_article"("visible_from");

-- CreateIndex
CREATE INDEX "published_finding_published_at_id_idx" ON "published_finding"("published_at" DESC, "id");

-- CreateIndex
CREATE INDEX "published_finding_stance_published_at_id_idx" ON "published_finding"("stance", "published_at" DESC, "id");

-- CreateIndex
CREATE INDEX "published_finding_source_id_published_at_idx" ON "published_finding"("source_id", "published_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "published_finding_article_id_number_key" ON "published_finding"("article_id", "number");

-- CreateIndex
CREATE INDEX "published_holding_actor_id_finding_id_idx" ON "published_holding"("actor_id", "finding_id");

-- CreateIndex
CREATE INDEX "published_about_issue_id_finding_id_idx" ON "published_about"("issue_id", "finding_id");

-- CreateIndex
CREATE INDEX "published_place_place_id_finding_id_idx" ON "published_place"("place_id", "finding_id");

-- CreateIndex
CREATE INDEX "published_article_topic_topic_id_article_id_idx" ON "published_article_topic"("topic_id", "article_id");

-- CreateIndex
CREATE INDEX "published_contributor_author_id_article_id_idx" ON "published_contributor"("author_id", "article_id");

-- CreateIndex
CREATE INDEX "published_link_to_id_idx" ON "published_link"("to_id");

-- CreateIndex
CREATE INDEX "published_supersession_new_id_idx" ON "published_supersession"("new_id");

-- CreateIndex
CREATE INDEX "published_supersession_kind_at_idx" ON "published_supersession"("kind", "at" DESC);

-- CreateIndex
CREATE INDEX "published_source_slug_idx" ON "published_source"("slug");

-- CreateIndex
CREATE INDEX "published_source_source_id_idx" ON "published_source"("source_id");

-- CreateIndex
CREATE INDEX "published_correction_at_id_idx" ON "published_correction"("at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "published_correction_article_id_at_idx" ON "published_correction"("article_id", "at" DESC);

-- CreateIndex
CREATE INDEX "published_media_media_id_idx" ON "published_media"("media_id");

-- CreateIndex
CREATE INDEX "published_mention_article_id_idx" ON "published_mention"("article_id");

-- CreateIndex
CREATE INDEX "former_slug_ref_id_idx" ON "former_slug"("ref_id");

-- CreateIndex
CREATE UNIQUE INDEX "revision_article_id_number_key" ON "revision"("article_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "source_slug_key" ON "source"("slug");

-- CreateIndex
CREATE INDEX "source_updated_at_id_idx" ON "source"("updated_at" DESC, "id");

-- CreateIndex
CREATE INDEX "source_terms_idx" ON "source"("terms");

-- CreateIndex
CREATE INDEX "source_participant_source_id_position_idx" ON "source_participant"("source_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "source_participant_source_id_id_key" ON "source_participant"("source_id", "id");

-- CreateIndex
CREATE INDEX "waiver_source_id_idx" ON "waiver"("source_id");

-- CreateIndex
CREATE INDEX "waiver_participant_id_idx" ON "waiver"("participant_id");

-- CreateIndex
CREATE UNIQUE INDEX "topic_slug_key" ON "topic"("slug");

-- CreateIndex
CREATE INDEX "topic_position_name_idx" ON "topic"("position", "name");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_accepted_by_id_fkey" FOREIGN KEY ("accepted_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "access_token" ADD CONSTRAINT "access_token_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "actor" ADD CONSTRAINT "actor_part_of_id_fkey" FOREIGN KEY ("part_of_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_approved_revision_id_fkey" FOREIGN KEY ("approved_revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_live_revision_id_fkey" FOREIGN KEY ("live_revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_topic" ADD CONSTRAINT "article_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_source" ADD CONSTRAINT "article_source_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_source" ADD CONSTRAINT "article_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_author" ADD CONSTRAINT "article_author_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_author" ADD CONSTRAINT "article_author_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_change" ADD CONSTRAINT "article_change_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_change" ADD CONSTRAINT "article_change_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_comment" ADD CONSTRAINT "review_comment_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_record" ADD CONSTRAINT "audit_record_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retraction" ADD CONSTRAINT "retraction_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retraction" ADD CONSTRAINT "retraction_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_source_id_participant_id_fkey" FOREIGN KEY ("source_id", "participant_id") REFERENCES "source_participant"("source_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding" ADD CONSTRAINT "finding_verified_by_id_fkey" FOREIGN KEY ("verified_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_holder" ADD CONSTRAINT "finding_holder_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_holder" ADD CONSTRAINT "finding_holder_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_issue" ADD CONSTRAINT "finding_issue_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_issue" ADD CONSTRAINT "finding_issue_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_place" ADD CONSTRAINT "finding_place_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_place" ADD CONSTRAINT "finding_place_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_locator" ADD CONSTRAINT "finding_locator_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_locator" ADD CONSTRAINT "finding_locator_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "issue" ADD CONSTRAINT "issue_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_link" ADD CONSTRAINT "finding_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_link" ADD CONSTRAINT "finding_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supersession" ADD CONSTRAINT "supersession_old_id_fkey" FOREIGN KEY ("old_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supersession" ADD CONSTRAINT "supersession_new_id_fkey" FOREIGN KEY ("new_id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supersession" ADD CONSTRAINT "supersession_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_article" ADD CONSTRAINT "published_article_id_fkey" FOREIGN KEY ("id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_version" ADD CONSTRAINT "published_version_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_finding" ADD CONSTRAINT "published_finding_id_fkey" FOREIGN KEY ("id") REFERENCES "finding"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_finding" ADD CONSTRAINT "published_finding_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_finding" ADD CONSTRAINT "published_finding_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_holding" ADD CONSTRAINT "published_holding_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "published_finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_holding" ADD CONSTRAINT "published_holding_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_about" ADD CONSTRAINT "published_about_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "published_finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_about" ADD CONSTRAINT "published_about_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_place" ADD CONSTRAINT "published_place_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "published_finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_place" ADD CONSTRAINT "published_place_place_id_fkey" FOREIGN KEY ("place_id") REFERENCES "place"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_article_topic" ADD CONSTRAINT "published_article_topic_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_article_topic" ADD CONSTRAINT "published_article_topic_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topic"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_contributor" ADD CONSTRAINT "published_contributor_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_contributor" ADD CONSTRAINT "published_contributor_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "author"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_link" ADD CONSTRAINT "published_link_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "published_finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_link" ADD CONSTRAINT "published_link_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "published_finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_supersession" ADD CONSTRAINT "published_supersession_old_id_fkey" FOREIGN KEY ("old_id") REFERENCES "published_finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_supersession" ADD CONSTRAINT "published_supersession_new_id_fkey" FOREIGN KEY ("new_id") REFERENCES "published_finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_source" ADD CONSTRAINT "published_source_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_source" ADD CONSTRAINT "published_source_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_correction" ADD CONSTRAINT "published_correction_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_media" ADD CONSTRAINT "published_media_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_media" ADD CONSTRAINT "published_media_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_mention" ADD CONSTRAINT "published_mention_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_participant" ADD CONSTRAINT "source_participant_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_source_id_participant_id_fkey" FOREIGN KEY ("source_id", "participant_id") REFERENCES "source_participant"("source_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "waiver" ADD CONSTRAINT "waiver_signed_off_by_id_fkey" FOREIGN KEY ("signed_off_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

