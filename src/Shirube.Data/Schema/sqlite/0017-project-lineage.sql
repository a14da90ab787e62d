CREATE TABLE "project_lineages" (
    "id" TEXT NOT NULL CONSTRAINT "pk_project_lineages" PRIMARY KEY,
    "from_id" TEXT NOT NULL,
    "to_plan_id" TEXT NOT NULL,
    "reason" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_project_lineages_plans_to_plan_id" FOREIGN KEY ("to_plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_project_lineages_projects_from_id" FOREIGN KEY ("from_id") REFERENCES "projects" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "ix_project_lineages_from_id_to_plan_id" ON "project_lineages" ("from_id", "to_plan_id");
CREATE INDEX "ix_project_lineages_to_plan_id" ON "project_lineages" ("to_plan_id");

CREATE TABLE "project_lineage_steps" (
    "lineage_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "project_id" TEXT NOT NULL,
    CONSTRAINT "pk_project_lineage_steps" PRIMARY KEY ("lineage_id", "order"),
    CONSTRAINT "fk_project_lineage_steps_project_lineages_lineage_id" FOREIGN KEY ("lineage_id") REFERENCES "project_lineages" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_project_lineage_steps_projects_project_id" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_project_lineage_steps_project_id" ON "project_lineage_steps" ("project_id");
