-- AlterTable
ALTER TABLE "former_email" ADD COLUMN     "session_began_at" TIMESTAMPTZ(3);
