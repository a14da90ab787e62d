CREATE TABLE "saved_views" (
    "id" uuid NOT NULL,
    "key" text NOT NULL,
    "list" text NOT NULL,
    "name" text NOT NULL,
    "description" text NULL,
    "address" text NOT NULL,
    "owner_id" uuid NOT NULL,
    "audience" text NOT NULL,
    "department_id" uuid NULL,
    "version" integer NOT NULL,
    CONSTRAINT "pk_saved_views" PRIMARY KEY ("id"),
    CONSTRAINT "fk_saved_views_departments_department_id" FOREIGN KEY ("department_id") REFERENCES "departments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_saved_views_people_owner_id" FOREIGN KEY ("owner_id") REFERENCES "people" ("id") ON DELETE RESTRICT
);

CREATE TABLE "view_starts" (
    "saved_view_id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    CONSTRAINT "pk_view_starts" PRIMARY KEY ("saved_view_id", "person_id"),
    CONSTRAINT "fk_view_starts_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_view_starts_saved_views_saved_view_id" FOREIGN KEY ("saved_view_id") REFERENCES "saved_views" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_saved_views_department_id" ON "saved_views" ("department_id");

CREATE UNIQUE INDEX "ix_saved_views_key" ON "saved_views" ("key");

CREATE INDEX "ix_saved_views_owner_id" ON "saved_views" ("owner_id");

CREATE INDEX "ix_view_starts_person_id" ON "view_starts" ("person_id");
