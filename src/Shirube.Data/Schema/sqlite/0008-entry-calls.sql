CREATE TABLE "entry_calls" (
    "id" TEXT NOT NULL CONSTRAINT "pk_entry_calls" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "explanation" TEXT NULL,
    "fields" TEXT NOT NULL,
    "year" INTEGER NULL,
    "class" TEXT NULL,
    "runs_in" INTEGER NULL,
    "due" TEXT NOT NULL,
    "is_sample" INTEGER NOT NULL,
    "closed_at_utc" TEXT NULL,
    "closed_by" TEXT NULL,
    "opened_at_utc" TEXT NOT NULL,
    "opened_by" TEXT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "asked_departments" (
    "call_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    CONSTRAINT "pk_asked_departments" PRIMARY KEY ("call_id", "department_id"),
    CONSTRAINT "fk_asked_departments_departments_department_id" FOREIGN KEY ("department_id") REFERENCES "departments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_asked_departments_entry_calls_call_id" FOREIGN KEY ("call_id") REFERENCES "entry_calls" ("id") ON DELETE CASCADE
);

CREATE TABLE "not_applicable" (
    "call_id" TEXT NOT NULL,
    "project_id" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at_utc" TEXT NOT NULL,
    CONSTRAINT "pk_not_applicable" PRIMARY KEY ("call_id", "project_id"),
    CONSTRAINT "fk_not_applicable_entry_calls_call_id" FOREIGN KEY ("call_id") REFERENCES "entry_calls" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_not_applicable_people_by" FOREIGN KEY ("by") REFERENCES "people" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_not_applicable_projects_project_id" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ix_entry_calls_key" ON "entry_calls" ("key");
CREATE INDEX "ix_asked_departments_department_id" ON "asked_departments" ("department_id");
CREATE INDEX "ix_not_applicable_project_id" ON "not_applicable" ("project_id");
CREATE INDEX "ix_not_applicable_by" ON "not_applicable" ("by");
