CREATE TABLE "lineages" (
    "id" TEXT NOT NULL CONSTRAINT "pk_lineages" PRIMARY KEY,
    "from_plan_id" TEXT NOT NULL,
    "from_key" TEXT NULL,
    "to_plan_id" TEXT NOT NULL,
    "edition_id" TEXT NULL,
    "reason" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_lineages_editions_edition_id" FOREIGN KEY ("edition_id") REFERENCES "editions" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_lineages_plans_from_plan_id" FOREIGN KEY ("from_plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_lineages_plans_to_plan_id" FOREIGN KEY ("to_plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "ix_lineages_from_plan_id_from_key_to_plan_id" ON "lineages" ("from_plan_id", "from_key", "to_plan_id") WHERE edition_id IS NULL;
CREATE UNIQUE INDEX "ix_lineages_edition_id_from_key" ON "lineages" ("edition_id", "from_key");
CREATE INDEX "ix_lineages_to_plan_id" ON "lineages" ("to_plan_id");

CREATE TABLE "lineage_steps" (
    "lineage_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "item_key" TEXT NOT NULL,
    CONSTRAINT "pk_lineage_steps" PRIMARY KEY ("lineage_id", "order"),
    CONSTRAINT "fk_lineage_steps_lineages_lineage_id" FOREIGN KEY ("lineage_id") REFERENCES "lineages" ("id") ON DELETE CASCADE
);

CREATE TABLE "change_reasons" (
    "id" TEXT NOT NULL CONSTRAINT "pk_change_reasons" PRIMARY KEY,
    "edition_id" TEXT NOT NULL,
    "item_key" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_change_reasons_editions_edition_id" FOREIGN KEY ("edition_id") REFERENCES "editions" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "ix_change_reasons_edition_id_item_key" ON "change_reasons" ("edition_id", "item_key");
