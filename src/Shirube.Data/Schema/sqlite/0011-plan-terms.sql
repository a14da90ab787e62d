CREATE TABLE "plan_terms" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plan_terms" PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "first" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,
    CONSTRAINT "fk_plan_terms_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_plan_terms_plan_id" ON "plan_terms" ("plan_id");

CREATE TABLE "plan_reviews" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plan_reviews" PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "reason" TEXT NULL,
    "outcome_at_utc" TEXT NULL,
    "outcome_body" TEXT NULL,
    "outcome_by" TEXT NULL,
    "outcome_day" TEXT NULL,
    "outcome_reason" TEXT NULL,
    "outcome_result" TEXT NULL,
    CONSTRAINT "fk_plan_reviews_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "ix_plan_reviews_plan_id_year" ON "plan_reviews" ("plan_id", "year");
