-- departments and people get their key in addresses, people a staff number, assignments the mark of the main post
ALTER TABLE "departments" ADD COLUMN "key" text NULL;
UPDATE "departments" SET "key" = substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1);
ALTER TABLE "departments" ALTER COLUMN "key" SET NOT NULL;
ALTER TABLE "people" ADD COLUMN "key" text NULL;
ALTER TABLE "people" ADD COLUMN "staff_number" text NULL;
UPDATE "people" SET "key" = substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1) || substr('23456789bcdfghjkmnpqrstvwxz', floor(random() * 27)::int + 1, 1);
ALTER TABLE "people" ALTER COLUMN "key" SET NOT NULL;
ALTER TABLE "assignments" ADD COLUMN "is_main" boolean NULL;
UPDATE "assignments" SET "is_main" = FALSE;
UPDATE "assignments" SET "is_main" = TRUE WHERE "id" = (
    SELECT a."id" FROM "assignments" a WHERE a."person_id" = "assignments"."person_id" ORDER BY a."department_id" IS NULL, a."from", a."id" LIMIT 1);
ALTER TABLE "assignments" ALTER COLUMN "is_main" SET NOT NULL;

CREATE TABLE "deputyships" (
    "id" uuid NOT NULL,
    "person_id" uuid NOT NULL,
    "post_id" uuid NOT NULL,
    "from" date NOT NULL,
    "to" date NOT NULL,
    CONSTRAINT "pk_deputyships" PRIMARY KEY ("id"),
    CONSTRAINT "fk_deputyships_assignments_post_id" FOREIGN KEY ("post_id") REFERENCES "assignments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_deputyships_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

CREATE TABLE "transfers" (
    "id" uuid NOT NULL,
    "key" text NOT NULL,
    "file_name" text NOT NULL,
    "effective" date NOT NULL,
    "by" uuid NULL,
    "at_utc" timestamp with time zone NOT NULL,
    "rows_json" text NOT NULL,
    "version" integer NOT NULL,
    "taking_by" uuid NULL,
    "taking_at_utc" timestamp with time zone NULL,
    "reversal_by" uuid NULL,
    "reversal_at_utc" timestamp with time zone NULL,
    CONSTRAINT "pk_transfers" PRIMARY KEY ("id")
);

CREATE TABLE "transfer_steps" (
    "transfer_id" uuid NOT NULL,
    "order" integer NOT NULL,
    "kind" text NOT NULL,
    "person_id" uuid NOT NULL,
    "post_id" uuid NOT NULL,
    "before" date NULL,
    "was_main" boolean NOT NULL,
    CONSTRAINT "pk_transfer_steps" PRIMARY KEY ("transfer_id", "order"),
    CONSTRAINT "fk_transfer_steps_transfers_transfer_id" FOREIGN KEY ("transfer_id") REFERENCES "transfers" ("id") ON DELETE CASCADE
);

CREATE TABLE "reorganizations" (
    "id" uuid NOT NULL,
    "key" text NOT NULL,
    "year" integer NOT NULL,
    "reason" text NOT NULL,
    "version" integer NOT NULL,
    "carrying_by" uuid NULL,
    "carrying_at_utc" timestamp with time zone NULL,
    "reversal_by" uuid NULL,
    "reversal_at_utc" timestamp with time zone NULL,
    CONSTRAINT "pk_reorganizations" PRIMARY KEY ("id")
);

CREATE TABLE "planned_departments" (
    "reorganization_id" uuid NOT NULL,
    "department_id" uuid NOT NULL,
    "order" integer NOT NULL,
    "name" text NOT NULL,
    "code" text NULL,
    "parent_id" uuid NULL,
    CONSTRAINT "pk_planned_departments" PRIMARY KEY ("reorganization_id", "department_id"),
    CONSTRAINT "fk_planned_departments_reorganizations_reorganization_id" FOREIGN KEY ("reorganization_id") REFERENCES "reorganizations" ("id") ON DELETE CASCADE
);

CREATE TABLE "predecessors" (
    "reorganization_id" uuid NOT NULL,
    "department_id" uuid NOT NULL,
    "continues" boolean NOT NULL,
    CONSTRAINT "pk_predecessors" PRIMARY KEY ("reorganization_id", "department_id"),
    CONSTRAINT "fk_predecessors_reorganizations_reorganization_id" FOREIGN KEY ("reorganization_id") REFERENCES "reorganizations" ("id") ON DELETE CASCADE
);

CREATE TABLE "successions" (
    "reorganization_id" uuid NOT NULL,
    "predecessor_id" uuid NOT NULL,
    "successor_id" uuid NOT NULL,
    CONSTRAINT "pk_successions" PRIMARY KEY ("reorganization_id", "predecessor_id", "successor_id"),
    CONSTRAINT "fk_successions_reorganizations_reorganization_id" FOREIGN KEY ("reorganization_id") REFERENCES "reorganizations" ("id") ON DELETE CASCADE
);

CREATE TABLE "reorganization_choices" (
    "reorganization_id" uuid NOT NULL,
    "subject" uuid NOT NULL,
    "department_id" uuid NOT NULL,
    CONSTRAINT "pk_reorganization_choices" PRIMARY KEY ("reorganization_id", "subject"),
    CONSTRAINT "fk_reorganization_choices_reorganizations_reorganization_id" FOREIGN KEY ("reorganization_id") REFERENCES "reorganizations" ("id") ON DELETE CASCADE
);

CREATE TABLE "reorganization_effects" (
    "reorganization_id" uuid NOT NULL,
    "order" integer NOT NULL,
    "kind" text NOT NULL,
    "subject" uuid NOT NULL,
    "made" uuid NULL,
    "before" uuid NULL,
    "before_day" date NULL,
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
