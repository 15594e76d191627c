-- CreateTable
CREATE TABLE "subscriber_bounce" (
    "subscriber_id" UUID NOT NULL,
    "day" DATE NOT NULL,

    CONSTRAINT "subscriber_bounce_pkey" PRIMARY KEY ("subscriber_id","day")
);

-- CreateIndex
CREATE INDEX "subscriber_bounce_day_idx" ON "subscriber_bounce"("day");

-- AddForeignKey
ALTER TABLE "subscriber_bounce" ADD CONSTRAINT "subscriber_bounce_subscriber_id_fkey" FOREIGN KEY ("subscriber_id") REFERENCES "subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "subscriber_bounce" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "subscriber_bounce" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "subscriber_bounce" TO viewpoints_editorial;
