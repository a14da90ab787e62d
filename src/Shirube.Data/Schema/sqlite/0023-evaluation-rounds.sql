CREATE TABLE "evaluation_rounds" (
    "id" TEXT NOT NULL CONSTRAINT "pk_evaluation_rounds" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "explanation" TEXT NULL,
    "year" INTEGER NOT NULL,
    "use" TEXT NOT NULL,
    "projects_scope" TEXT NOT NULL,
    "projects_class" TEXT NULL,
    "projects_department" TEXT NULL,
    "opened_by" TEXT NULL,
    "opened_at_utc" TEXT NOT NULL,
    "closed_by" TEXT NULL,
    "closed_at_utc" TEXT NULL,
    "is_sample" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE "round_stages" (
    "round_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "needs_approval" INTEGER NOT NULL,
    "opens_on" TEXT NULL,
    "due" TEXT NOT NULL,
    "takes_late" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "drawn_percent" INTEGER NULL,
    "locked_by" TEXT NULL,
    "locked_at_utc" TEXT NULL,
    CONSTRAINT "pk_round_stages" PRIMARY KEY ("round_id", "order"),
    CONSTRAINT "fk_round_stages_evaluation_rounds_round_id" FOREIGN KEY ("round_id") REFERENCES "evaluation_rounds" ("id") ON DELETE CASCADE
);
CREATE TABLE "evaluation_sheets" (
    "id" TEXT NOT NULL CONSTRAINT "pk_evaluation_sheets" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "round_id" TEXT NOT NULL,
    "form_id" TEXT NOT NULL,
    "project_id" TEXT NULL,
    "plan_id" TEXT NULL,
    "item_key" TEXT NULL,
    "name" TEXT NOT NULL,
    "sort_key" TEXT NOT NULL,
    "department_id" TEXT NULL,
    "basis_id" TEXT NULL,
    "frozen_owner_id" TEXT NULL,
    "frozen_json" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_evaluation_sheets_evaluation_rounds_round_id" FOREIGN KEY ("round_id") REFERENCES "evaluation_rounds" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_evaluation_sheets_evaluation_forms_form_id" FOREIGN KEY ("form_id") REFERENCES "evaluation_forms" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_evaluation_sheets_projects_project_id" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_evaluation_sheets_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_evaluation_sheets_departments_department_id" FOREIGN KEY ("department_id") REFERENCES "departments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_evaluation_sheets_evaluation_sheets_basis_id" FOREIGN KEY ("basis_id") REFERENCES "evaluation_sheets" ("id") ON DELETE RESTRICT
);
CREATE TABLE "sheet_stages" (
    "sheet_id" TEXT NOT NULL,
    "stage" INTEGER NOT NULL,
    "round_stage" INTEGER NOT NULL,
    "is_chosen" INTEGER NOT NULL,
    "submission_by" TEXT NULL,
    "submission_at_utc" TEXT NULL,
    "submission_is_late" INTEGER NULL,
    "approval_by" TEXT NULL,
    "approval_at_utc" TEXT NULL,
    "sent_back_by" TEXT NULL,
    "sent_back_at_utc" TEXT NULL,
    "sent_back_reason" TEXT NULL,
    CONSTRAINT "pk_sheet_stages" PRIMARY KEY ("sheet_id", "stage"),
    CONSTRAINT "fk_sheet_stages_evaluation_sheets_sheet_id" FOREIGN KEY ("sheet_id") REFERENCES "evaluation_sheets" ("id") ON DELETE CASCADE
);
CREATE TABLE "sheet_answers" (
    "sheet_id" TEXT NOT NULL,
    "question_key" TEXT NOT NULL,
    "stage" INTEGER NOT NULL,
    "choice" TEXT NULL,
    "text" TEXT NULL,
    "number" TEXT NULL,
    "carried_from" INTEGER NULL,
    "revision" INTEGER NOT NULL,
    "by" TEXT NULL,
    "at_utc" TEXT NOT NULL,
    CONSTRAINT "pk_sheet_answers" PRIMARY KEY ("sheet_id", "question_key", "stage"),
    CONSTRAINT "fk_sheet_answers_evaluation_sheets_sheet_id" FOREIGN KEY ("sheet_id") REFERENCES "evaluation_sheets" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "ix_evaluation_rounds_key" ON "evaluation_rounds" ("key");
CREATE UNIQUE INDEX "ix_evaluation_sheets_key" ON "evaluation_sheets" ("key");
CREATE UNIQUE INDEX "ix_evaluation_sheets_round_id_project_id" ON "evaluation_sheets" ("round_id", "project_id");
CREATE UNIQUE INDEX "ix_evaluation_sheets_round_id_plan_id_item_key" ON "evaluation_sheets" ("round_id", "plan_id", "item_key");
CREATE INDEX "ix_evaluation_sheets_project_id" ON "evaluation_sheets" ("project_id");
CREATE INDEX "ix_evaluation_sheets_form_id" ON "evaluation_sheets" ("form_id");
CREATE INDEX "ix_evaluation_sheets_plan_id" ON "evaluation_sheets" ("plan_id");
CREATE INDEX "ix_evaluation_sheets_department_id" ON "evaluation_sheets" ("department_id");
CREATE INDEX "ix_evaluation_sheets_basis_id" ON "evaluation_sheets" ("basis_id");
ALTER TABLE "form_questions" ADD COLUMN "role" TEXT NULL;
