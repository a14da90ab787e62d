CREATE TABLE "evaluation_forms" (
    "id" TEXT NOT NULL CONSTRAINT "pk_evaluation_forms" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "only_statutory" INTEGER NOT NULL,
    "basis_id" TEXT NULL,
    "issue_from" INTEGER NULL,
    "issue_by" TEXT NULL,
    "issue_at_utc" TEXT NULL,
    "is_sample" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_evaluation_forms_evaluation_forms_basis_id" FOREIGN KEY ("basis_id") REFERENCES "evaluation_forms" ("id") ON DELETE RESTRICT
);
CREATE TABLE "form_stages" (
    "form_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "pk_form_stages" PRIMARY KEY ("form_id", "order"),
    CONSTRAINT "fk_form_stages_evaluation_forms_form_id" FOREIGN KEY ("form_id") REFERENCES "evaluation_forms" ("id") ON DELETE CASCADE
);
CREATE TABLE "form_questions" (
    "form_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "help" TEXT NULL,
    "asks_reason" INTEGER NOT NULL,
    "is_required" INTEGER NOT NULL,
    "is_public" INTEGER NOT NULL,
    "longest_text" INTEGER NULL,
    "unit" TEXT NULL,
    "stage_orders" TEXT NOT NULL,
    CONSTRAINT "pk_form_questions" PRIMARY KEY ("form_id", "key"),
    CONSTRAINT "fk_form_questions_evaluation_forms_form_id" FOREIGN KEY ("form_id") REFERENCES "evaluation_forms" ("id") ON DELETE CASCADE
);
CREATE TABLE "form_choices" (
    "form_id" TEXT NOT NULL,
    "question_key" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "meaning" TEXT NULL,
    CONSTRAINT "pk_form_choices" PRIMARY KEY ("form_id", "question_key", "order"),
    CONSTRAINT "fk_form_choices_evaluation_forms_form_id" FOREIGN KEY ("form_id") REFERENCES "evaluation_forms" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "ix_evaluation_forms_key" ON "evaluation_forms" ("key");
CREATE INDEX "ix_evaluation_forms_basis_id" ON "evaluation_forms" ("basis_id");
