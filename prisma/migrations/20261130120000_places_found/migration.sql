-- Places have pages, so the search finds them by name. Readers' rights to `place`, its policy and its former addresses
-- have been there from the start. Documents of places that are named already are made when this version starts.

-- AlterEnum
ALTER TYPE "search_kind" ADD VALUE 'place' BEFORE 'source';
