CREATE TABLE "search_state" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_search_state" PRIMARY KEY,
    "rules" INTEGER NOT NULL,
    "schema_files" INTEGER NOT NULL
);

CREATE TABLE "search_texts" (
    "record_id" TEXT NOT NULL CONSTRAINT "pk_search_texts" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "parent_key" TEXT NULL,
    "parent_id" TEXT NULL,
    "number" TEXT NULL,
    "folded_number" TEXT NULL,
    "title" TEXT NOT NULL,
    "folded_title" TEXT NOT NULL,
    "changed_at_utc" TEXT NOT NULL,
    "folded_text" TEXT NOT NULL,
    "text" TEXT NOT NULL
);

CREATE TABLE "visits" (
    "person_id" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "last_at_utc" TEXT NOT NULL,
    CONSTRAINT "pk_visits" PRIMARY KEY ("person_id", "record_id"),
    CONSTRAINT "fk_visits_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

CREATE TABLE "visits_off" (
    "person_id" TEXT NOT NULL CONSTRAINT "pk_visits_off" PRIMARY KEY,
    "at_utc" TEXT NOT NULL,
    CONSTRAINT "fk_visits_off_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_search_texts_kind_key" ON "search_texts" ("kind", "key");

INSERT INTO "search_state" ("id", "rules", "schema_files") VALUES (1, 0, 0);
