CREATE TABLE "glossary_terms" (
    "id" TEXT NOT NULL CONSTRAINT "pk_glossary_terms" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "reading" TEXT NOT NULL,
    "meaning" TEXT NOT NULL,
    "source" TEXT NULL,
    "is_sample" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);
CREATE UNIQUE INDEX "ix_glossary_terms_key" ON "glossary_terms" ("key");
CREATE UNIQUE INDEX "ix_glossary_terms_name" ON "glossary_terms" ("name");
