-- AlterEnum
ALTER TYPE "link_outcome" ADD VALUE 'unchecked';
