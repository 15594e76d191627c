-- AlterEnum
ALTER TYPE "notification_kind" ADD VALUE 'preview_commented';
