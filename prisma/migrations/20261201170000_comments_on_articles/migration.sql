-- AlterEnum. By itself: what names the value has to wait until this is committed.
ALTER TYPE "comment_target" ADD VALUE 'article';
