CREATE TABLE "item_links" (
    "id" TEXT NOT NULL CONSTRAINT "pk_item_links" PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "item_key" TEXT NOT NULL,
    "other_plan_id" TEXT NOT NULL,
    "other_item_key" TEXT NOT NULL,
    "note" TEXT NULL,
    "is_sample" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_item_links_plans_other_plan_id" FOREIGN KEY ("other_plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_item_links_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);

CREATE TABLE "goal_links" (
    "id" TEXT NOT NULL CONSTRAINT "pk_goal_links" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "plan_id" TEXT NULL,
    "item_key" TEXT NULL,
    "project_id" TEXT NULL,
    "goal" INTEGER NOT NULL,
    "target" TEXT NULL,
    "strength" TEXT NOT NULL,
    "reason" TEXT NULL,
    "is_sample" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_goal_links_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_goal_links_projects_project_id" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT
);

CREATE TABLE "own_goal_sets" (
    "id" TEXT NOT NULL CONSTRAINT "pk_own_goal_sets" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "words" TEXT NULL,
    "source" TEXT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "own_goals" (
    "id" TEXT NOT NULL CONSTRAINT "pk_own_goals" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "words" TEXT NULL,
    "is_sample" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "own_goal_relations" (
    "own_goal_id" TEXT NOT NULL,
    "goal" INTEGER NOT NULL,
    CONSTRAINT "pk_own_goal_relations" PRIMARY KEY ("own_goal_id", "goal"),
    CONSTRAINT "fk_own_goal_relations_own_goals_own_goal_id" FOREIGN KEY ("own_goal_id") REFERENCES "own_goals" ("id") ON DELETE CASCADE
);

CREATE TABLE "initiatives" (
    "id" TEXT NOT NULL CONSTRAINT "pk_initiatives" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "words" TEXT NULL,
    "is_sample" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_initiatives_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);

CREATE TABLE "initiative_members" (
    "id" TEXT NOT NULL CONSTRAINT "pk_initiative_members" PRIMARY KEY,
    "initiative_id" TEXT NOT NULL,
    "plan_id" TEXT NULL,
    "item_key" TEXT NULL,
    "project_id" TEXT NULL,
    CONSTRAINT "fk_initiative_members_initiatives_initiative_id" FOREIGN KEY ("initiative_id") REFERENCES "initiatives" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_initiative_members_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_initiative_members_projects_project_id" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT
);

CREATE TABLE "partner_activities" (
    "id" TEXT NOT NULL CONSTRAINT "pk_partner_activities" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "first" INTEGER NOT NULL,
    "last" INTEGER NULL,
    "goal" INTEGER NULL,
    "plan_id" TEXT NULL,
    "item_key" TEXT NULL,
    "internal_contact" TEXT NULL,
    "is_sample" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_partner_activities_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);

CREATE UNIQUE INDEX "ix_goal_links_key" ON "goal_links" ("key");
CREATE INDEX "ix_goal_links_plan_id_item_key" ON "goal_links" ("plan_id", "item_key");
CREATE INDEX "ix_goal_links_project_id" ON "goal_links" ("project_id");
CREATE INDEX "ix_initiative_members_initiative_id" ON "initiative_members" ("initiative_id");
CREATE INDEX "ix_initiative_members_plan_id" ON "initiative_members" ("plan_id");
CREATE INDEX "ix_initiative_members_project_id" ON "initiative_members" ("project_id");
CREATE UNIQUE INDEX "ix_initiatives_key" ON "initiatives" ("key");
CREATE INDEX "ix_initiatives_plan_id" ON "initiatives" ("plan_id");
CREATE INDEX "ix_item_links_other_plan_id" ON "item_links" ("other_plan_id");
CREATE UNIQUE INDEX "ix_item_links_plan_id_item_key_other_plan_id_other_item_key" ON "item_links" ("plan_id", "item_key", "other_plan_id", "other_item_key");
CREATE UNIQUE INDEX "ix_own_goals_key" ON "own_goals" ("key");
CREATE UNIQUE INDEX "ix_partner_activities_key" ON "partner_activities" ("key");
CREATE INDEX "ix_partner_activities_plan_id" ON "partner_activities" ("plan_id");
