CREATE TABLE "unsaved_forms" (
    "person_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at_utc" TEXT NOT NULL,
    "fields_json" TEXT NOT NULL,
    "form_version" INTEGER NOT NULL,
    "was" TEXT NULL,
    CONSTRAINT "pk_unsaved_forms" PRIMARY KEY ("person_id", "address"),
    CONSTRAINT "fk_unsaved_forms_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE
);
