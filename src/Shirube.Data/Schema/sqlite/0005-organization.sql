-- rebuilds tables: departments and people get their key in addresses, people a staff number, assignments the mark of the main post
CREATE TABLE "departments_new" (
    "id" TEXT NOT NULL CONSTRAINT "pk_departments" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "code" TEXT NULL,
    "name" TEXT NOT NULL,
    "parent_id" TEXT NULL,
    "from" INTEGER NOT NULL,
    "to" INTEGER NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_departments_departments_parent_id" FOREIGN KEY ("parent_id") REFERENCES "departments" ("id") ON DELETE RESTRICT
);

INSERT INTO "departments_new" SELECT "id", substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1), "code", "name", "parent_id", "from", "to", "version" FROM "departments";
DROP TABLE "departments";
ALTER TABLE "departments_new" RENAME TO "departments";
CREATE INDEX "ix_departments_code" ON "departments" ("code");
CREATE INDEX "ix_departments_parent_id" ON "departments" ("parent_id");

CREATE TABLE "people_new" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "staff_number" TEXT NULL,
    "version" INTEGER NOT NULL
);

INSERT INTO "people_new" SELECT "id", substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', abs(random() % 27) + 1, 1), "name", NULL, "version" FROM "people";
DROP TABLE "people";
ALTER TABLE "people_new" RENAME TO "people";

CREATE TABLE "assignments_new" (
    "id" TEXT NOT NULL CONSTRAINT "pk_assignments" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "department_id" TEXT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NULL,
    "is_main" INTEGER NOT NULL,
    CONSTRAINT "fk_assignments_departments_department_id" FOREIGN KEY ("department_id") REFERENCES "departments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_assignments_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

INSERT INTO "assignments_new" SELECT "id", "person_id", "role", "department_id", "from", "to", 0 FROM "assignments";
DROP TABLE "assignments";
ALTER TABLE "assignments_new" RENAME TO "assignments";
CREATE INDEX "ix_assignments_department_id" ON "assignments" ("department_id");
CREATE INDEX "ix_assignments_person_id" ON "assignments" ("person_id");
UPDATE "assignments" SET "is_main" = 1 WHERE "id" = (
    SELECT a."id" FROM "assignments" a WHERE a."person_id" = "assignments"."person_id" ORDER BY a."department_id" IS NULL, a."from", a."id" LIMIT 1);

CREATE TABLE "deputyships" (
    "id" TEXT NOT NULL CONSTRAINT "pk_deputyships" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    CONSTRAINT "fk_deputyships_assignments_post_id" FOREIGN KEY ("post_id") REFERENCES "assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_deputyships_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

CREATE TABLE "transfers" (
    "id" TEXT NOT NULL CONSTRAINT "pk_transfers" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "effective" TEXT NOT NULL,
    "by" TEXT NULL,
    "at_utc" TEXT NOT NULL,
    "rows_json" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "taking_by" TEXT NULL,
    "taking_at_utc" TEXT NULL,
    "reversal_by" TEXT NULL,
    "reversal_at_utc" TEXT NULL
);

CREATE TABLE "transfer_steps" (
    "transfer_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "post_id" TEXT NOT NULL,
    "before" TEXT NULL,
    "was_main" INTEGER NOT NULL,
    CONSTRAINT "pk_transfer_steps" PRIMARY KEY ("transfer_id", "order"),
    CONSTRAINT "fk_transfer_steps_transfers_transfer_id" FOREIGN KEY ("transfer_id") REFERENCES "transfers" ("id") ON DELETE CASCADE
);

CREATE TABLE "reorganizations" (
    "id" TEXT NOT NULL CONSTRAINT "pk_reorganizations" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "carrying_by" TEXT NULL,
    "carrying_at_utc" TEXT NULL,
    "reversal_by" TEXT NULL,
    "reversal_at_utc" TEXT NULL
);

CREATE TABLE "planned_departments" (
    "reorganization_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "code" TEXT NULL,
    "parent_id" TEXT NULL,
    CONSTRAINT "pk_planned_departments" PRIMARY KEY ("reorganization_id", "department_id"),
    CONSTRAINT "fk_planned_departments_reorganizations_reorganization_id" FOREIGN KEY ("reorganization_id") REFERENCES "reorganizations" ("id") ON DELETE CASCADE
);

CREATE TABLE "predecessors" (
    "reorganization_id" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    "continues" INTEGER NOT NULL,
    CONSTRAINT "pk_predecessors" PRIMARY KEY ("reorganization_id", "department_id"),
    CONSTRAINT "fk_predecessors_reorganizations_reorganization_id" FOREIGN KEY ("reorganization_id") REFERENCES "reorganizations" ("id") ON DELETE CASCADE
);

CREATE TABLE "successions" (
    "reorganization_id" TEXT NOT NULL,
    "predecessor_id" TEXT NOT NULL,
    "successor_id" TEXT NOT NULL,
    CONSTRAINT "pk_successions" PRIMARY KEY ("reorganization_id", "predecessor_id", "successor_id"),
    CONSTRAINT "fk_successions_reorganizations_reorganization_id" FOREIGN KEY ("reorganization_id") REFERENCES "reorganizations" ("id") ON DELETE CASCADE
);

CREATE TABLE "reorganization_choices" (
    "reorganization_id" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "department_id" TEXT NOT NULL,
    CONSTRAINT "pk_reorganization_choices" PRIMARY KEY ("reorganization_id", "subject"),
    CONSTRAINT "fk_reorganization_choices_reorganizations_reorganization_id" FOREIGN KEY ("reorganization_id") REFERENCES "reorganizations" ("id") ON DELETE CASCADE
);

CREATE TABLE "reorganization_effects" (
    "reorganization_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "made" TEXT NULL,
    "before" TEXT NULL,
    "before_day" TEXT NULL,
    CONSTRAINT "pk_reorganization_effects" PRIMARY KEY ("reorganization_id", "order"),
    CONSTRAINT "fk_reorganization_effects_reorganizations_reorganization_id" FOREIGN KEY ("reorganization_id") REFERENCES "reorganizations" ("id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "ix_departments_key" ON "departments" ("key");

CREATE UNIQUE INDEX "ix_people_key" ON "people" ("key");

CREATE UNIQUE INDEX "ix_people_staff_number" ON "people" ("staff_number");

CREATE INDEX "ix_deputyships_person_id" ON "deputyships" ("person_id");

CREATE INDEX "ix_deputyships_post_id" ON "deputyships" ("post_id");

CREATE UNIQUE INDEX "ix_transfers_key" ON "transfers" ("key");

CREATE UNIQUE INDEX "ix_reorganizations_key" ON "reorganizations" ("key");
