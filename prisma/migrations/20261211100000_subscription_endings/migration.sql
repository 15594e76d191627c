-- CreateTable
CREATE TABLE "subscription_ending" (
    "month" DATE NOT NULL,
    "subject" TEXT NOT NULL,
    "cadence" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "subscription_ending_pkey" PRIMARY KEY ("month","subject","cadence","cause")
);

ALTER TABLE "subscription_ending" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "subscription_ending" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "subscription_ending" TO viewpoints_editorial;
