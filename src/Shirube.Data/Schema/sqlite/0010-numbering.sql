ALTER TABLE "levels" ADD COLUMN "numbering" TEXT NULL;
