-- rebuilds tables: levels say whether their items carry text, indicators and evaluation
CREATE TABLE "levels_new" (
    "id" TEXT NOT NULL CONSTRAINT "pk_levels" PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "numbering" TEXT NULL,
    "carries_body" INTEGER NOT NULL,
    "carries_evaluation" INTEGER NOT NULL,
    "carries_indicators" INTEGER NOT NULL,
    "carries_projects" INTEGER NOT NULL,
    CONSTRAINT "fk_levels_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE CASCADE
);

INSERT INTO "levels_new" ("id", "plan_id", "order", "name", "numbering", "carries_body", "carries_evaluation", "carries_indicators", "carries_projects")
SELECT "id", "plan_id", "order", "name", "numbering", 1, 1, 1, "carries_projects" FROM "levels";
DROP TABLE "levels";
ALTER TABLE "levels_new" RENAME TO "levels";
CREATE UNIQUE INDEX "ix_levels_plan_id_order" ON "levels" ("plan_id", "order");
