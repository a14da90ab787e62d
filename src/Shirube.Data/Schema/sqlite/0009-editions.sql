-- rebuilds tables: editions get their kind, what they were copied from, their alternatives and the facts of their states
ALTER TABLE "plans" ADD COLUMN "shown_id" TEXT NULL;

CREATE TABLE "editions_new" (
    "id" TEXT NOT NULL CONSTRAINT "pk_editions" PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "basis_id" TEXT NULL,
    "alternatives" TEXT NULL,
    "decision_at_utc" TEXT NULL,
    "decision_body" TEXT NULL,
    "decision_by" TEXT NULL,
    "decision_day" TEXT NULL,
    "decision_number" TEXT NULL,
    "enforcement_at_utc" TEXT NULL,
    "enforcement_by" TEXT NULL,
    "enforcement_from" TEXT NULL,
    "opening_at_utc" TEXT NULL,
    "opening_by" TEXT NULL,
    "retirement_at_utc" TEXT NULL,
    "retirement_by" TEXT NULL,
    "supersession_at_utc" TEXT NULL,
    "supersession_by" TEXT NULL,
    "takeover_at_utc" TEXT NULL,
    "takeover_by" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_editions_editions_basis_id" FOREIGN KEY ("basis_id") REFERENCES "editions" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_editions_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);

INSERT INTO "editions_new" ("id", "plan_id", "key", "label", "kind", "opening_at_utc", "opening_by", "takeover_at_utc", "takeover_by", "version")
SELECT "id", "plan_id", "key", "label", CASE WHEN "takeover_at_utc" IS NULL THEN 'Draft' ELSE 'Decided' END, "opening_at_utc", "opening_by", "takeover_at_utc", "takeover_by", "version" FROM "editions";
DROP TABLE "editions";
ALTER TABLE "editions_new" RENAME TO "editions";
CREATE UNIQUE INDEX "ix_editions_key" ON "editions" ("key");
CREATE INDEX "ix_editions_plan_id" ON "editions" ("plan_id");
CREATE INDEX "ix_editions_basis_id" ON "editions" ("basis_id");

-- Until now the newest edition was the one that the office meant.
UPDATE "plans" SET "shown_id" = (SELECT "e"."id" FROM "editions" AS "e" WHERE "e"."plan_id" = "plans"."id" ORDER BY "e"."id" DESC LIMIT 1);
