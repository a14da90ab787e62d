CREATE TABLE "change_entries" (
    "sequence" INTEGER NOT NULL CONSTRAINT "pk_change_entries" PRIMARY KEY,
    "previous" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "aggregate_id" TEXT NOT NULL,
    "at_utc" TEXT NOT NULL,
    "by" TEXT NULL
);

CREATE TABLE "change_head" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_change_head" PRIMARY KEY,
    "sequence" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
);

CREATE TABLE "change_payloads" (
    "sequence" INTEGER NOT NULL CONSTRAINT "pk_change_payloads" PRIMARY KEY,
    "aggregate_id" TEXT NOT NULL,
    "text" TEXT NULL
);

CREATE TABLE "departments" (
    "id" TEXT NOT NULL CONSTRAINT "pk_departments" PRIMARY KEY,
    "code" TEXT NULL,
    "name" TEXT NOT NULL,
    "parent_id" TEXT NULL,
    "from" INTEGER NOT NULL,
    "to" INTEGER NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_departments_departments_parent_id" FOREIGN KEY ("parent_id") REFERENCES "departments" ("id") ON DELETE RESTRICT
);

CREATE TABLE "indicators" (
    "id" TEXT NOT NULL CONSTRAINT "pk_indicators" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NULL,
    "kind" TEXT NOT NULL,
    "definition" TEXT NULL,
    "is_sample" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "jobs" (
    "id" TEXT NOT NULL CONSTRAINT "pk_jobs" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "payload_json" TEXT NOT NULL,
    "by" TEXT NULL,
    "queued_at_utc" TEXT NOT NULL,
    "taken_by" TEXT NULL,
    "alive_at_utc" TEXT NULL,
    "progress_text" TEXT NULL,
    "cancel_asked_at_utc" TEXT NULL,
    "ended_at_utc" TEXT NULL,
    "end" TEXT NULL,
    "result_json" TEXT NULL
);

CREATE TABLE "mayoral_terms" (
    "id" TEXT NOT NULL CONSTRAINT "pk_mayoral_terms" PRIMARY KEY,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "note" TEXT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "meetings" (
    "id" TEXT NOT NULL CONSTRAINT "pk_meetings" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "body" TEXT NULL,
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "day" INTEGER NULL,
    "participants" TEXT NULL,
    "note" TEXT NULL,
    "source" TEXT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "people" (
    "id" TEXT NOT NULL CONSTRAINT "pk_people" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "plans" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plans" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "first" INTEGER NOT NULL,
    "last" INTEGER NULL,
    "period_note" TEXT NULL,
    "legal_basis" TEXT NULL,
    "summary" TEXT NULL,
    "source" TEXT NULL,
    "predecessor_id" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_plans_plans_predecessor_id" FOREIGN KEY ("predecessor_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);

CREATE TABLE "projects" (
    "id" TEXT NOT NULL CONSTRAINT "pk_projects" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "number" TEXT NULL,
    "name" TEXT NOT NULL,
    "class" TEXT NULL,
    "is_statutory" INTEGER NULL,
    "legal_basis" TEXT NULL,
    "in_implementation_plan" INTEGER NULL,
    "in_regional_strategy" INTEGER NULL,
    "internal_contact" TEXT NULL,
    "internal_note" TEXT NULL,
    "is_sample" INTEGER NOT NULL,
    "period_as_written" TEXT NULL,
    "period_first" INTEGER NULL,
    "period_kind" TEXT NULL,
    "period_last" INTEGER NULL,
    "text_intent" TEXT NULL,
    "text_means" TEXT NULL,
    "text_means_planned" TEXT NULL,
    "text_outline" TEXT NULL,
    "text_result" TEXT NULL,
    "text_target" TEXT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "surveys" (
    "id" TEXT NOT NULL CONSTRAINT "pk_surveys" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "population" TEXT NULL,
    "from" TEXT NULL,
    "to" TEXT NULL,
    "sent" INTEGER NULL,
    "valid" INTEGER NULL,
    "by_mail" INTEGER NULL,
    "by_web" INTEGER NULL,
    "stated_rate" TEXT NULL,
    "note" TEXT NULL,
    "source" TEXT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "actuals" (
    "indicator_id" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "value" TEXT NULL,
    "status" TEXT NOT NULL,
    "as_written" TEXT NULL,
    CONSTRAINT "pk_actuals" PRIMARY KEY ("indicator_id", "fiscal_year"),
    CONSTRAINT "fk_actuals_indicators_indicator_id" FOREIGN KEY ("indicator_id") REFERENCES "indicators" ("id") ON DELETE CASCADE
);

CREATE TABLE "targets" (
    "indicator_id" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "value" TEXT NULL,
    "as_written" TEXT NULL,
    "set_on" TEXT NOT NULL,
    "reason" TEXT NULL,
    CONSTRAINT "pk_targets" PRIMARY KEY ("indicator_id", "fiscal_year", "revision"),
    CONSTRAINT "fk_targets_indicators_indicator_id" FOREIGN KEY ("indicator_id") REFERENCES "indicators" ("id") ON DELETE CASCADE
);

CREATE TABLE "accounts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_accounts" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" TEXT NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL,
    CONSTRAINT "fk_accounts_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE RESTRICT
);

CREATE TABLE "assignments" (
    "id" TEXT NOT NULL CONSTRAINT "pk_assignments" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "department_id" TEXT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NULL,
    CONSTRAINT "fk_assignments_departments_department_id" FOREIGN KEY ("department_id") REFERENCES "departments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_assignments_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE
);

CREATE TABLE "import_runs" (
    "id" TEXT NOT NULL CONSTRAINT "pk_import_runs" PRIMARY KEY,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mapping_json" TEXT NOT NULL,
    "fiscal_year" INTEGER NULL,
    "by" TEXT NULL,
    "at_utc" TEXT NOT NULL,
    "report_json" TEXT NOT NULL,
    "undoing_at_utc" TEXT NULL,
    "undoing_by" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_import_runs_people_by" FOREIGN KEY ("by") REFERENCES "people" ("id") ON DELETE RESTRICT
);

CREATE TABLE "invitations" (
    "id" TEXT NOT NULL CONSTRAINT "pk_invitations" PRIMARY KEY,
    "person_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "by" TEXT NULL,
    "at_utc" TEXT NOT NULL,
    "until_utc" TEXT NOT NULL,
    "accepted_at_utc" TEXT NULL,
    "replaced_at_utc" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_invitations_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE RESTRICT
);

CREATE TABLE "editions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_editions" PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "opening_at_utc" TEXT NULL,
    "opening_by" TEXT NULL,
    "takeover_at_utc" TEXT NULL,
    "takeover_by" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_editions_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT
);

CREATE TABLE "levels" (
    "id" TEXT NOT NULL CONSTRAINT "pk_levels" PRIMARY KEY,
    "plan_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "carries_projects" INTEGER NOT NULL,
    CONSTRAINT "fk_levels_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE CASCADE
);

CREATE TABLE "budget_lines" (
    "project_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "account" TEXT NULL,
    "category" TEXT NULL,
    "item" TEXT NULL,
    "sub_item" TEXT NULL,
    "line" TEXT NULL,
    CONSTRAINT "pk_budget_lines" PRIMARY KEY ("project_id", "order"),
    CONSTRAINT "fk_budget_lines_projects_project_id" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE CASCADE
);

CREATE TABLE "evaluation_facts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_evaluation_facts" PRIMARY KEY,
    "project_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_evaluation_facts_projects_project_id" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT
);

CREATE TABLE "indicator_uses" (
    "id" TEXT NOT NULL CONSTRAINT "pk_indicator_uses" PRIMARY KEY,
    "indicator_id" TEXT NOT NULL,
    "project_id" TEXT NULL,
    "plan_id" TEXT NULL,
    "item_key" TEXT NULL,
    "order" INTEGER NOT NULL,
    CONSTRAINT "fk_indicator_uses_indicators_indicator_id" FOREIGN KEY ("indicator_id") REFERENCES "indicators" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_indicator_uses_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_indicator_uses_projects_project_id" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT
);

CREATE TABLE "money" (
    "project_id" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" INTEGER NULL,
    "absence" TEXT NULL,
    CONSTRAINT "pk_money" PRIMARY KEY ("project_id", "fiscal_year", "stage", "kind"),
    CONSTRAINT "fk_money_projects_project_id" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE CASCADE
);

CREATE TABLE "ownerships" (
    "project_id" TEXT NOT NULL,
    "from" INTEGER NOT NULL,
    "department_id" TEXT NOT NULL,
    CONSTRAINT "pk_ownerships" PRIMARY KEY ("project_id", "from"),
    CONSTRAINT "fk_ownerships_departments_department_id" FOREIGN KEY ("department_id") REFERENCES "departments" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_ownerships_projects_project_id" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE CASCADE
);

CREATE TABLE "placements" (
    "project_id" TEXT NOT NULL,
    "plan_id" TEXT NOT NULL,
    "item_key" TEXT NOT NULL,
    "is_main" INTEGER NOT NULL,
    CONSTRAINT "pk_placements" PRIMARY KEY ("project_id", "plan_id", "item_key"),
    CONSTRAINT "fk_placements_plans_plan_id" FOREIGN KEY ("plan_id") REFERENCES "plans" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_placements_projects_project_id" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE CASCADE
);

CREATE TABLE "staffing" (
    "project_id" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "heads" TEXT NULL,
    "hours" TEXT NULL,
    "fte" TEXT NULL,
    CONSTRAINT "pk_staffing" PRIMARY KEY ("project_id", "fiscal_year", "stage"),
    CONSTRAINT "fk_staffing_projects_project_id" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE CASCADE
);

CREATE TABLE "account_claims" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_account_claims" PRIMARY KEY AUTOINCREMENT,
    "user_id" TEXT NOT NULL,
    "claim_type" TEXT NULL,
    "claim_value" TEXT NULL,
    CONSTRAINT "fk_account_claims_accounts_user_id" FOREIGN KEY ("user_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE TABLE "account_logins" (
    "login_provider" TEXT NOT NULL,
    "provider_key" TEXT NOT NULL,
    "provider_display_name" TEXT NULL,
    "user_id" TEXT NOT NULL,
    CONSTRAINT "pk_account_logins" PRIMARY KEY ("login_provider", "provider_key"),
    CONSTRAINT "fk_account_logins_accounts_user_id" FOREIGN KEY ("user_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE TABLE "account_tokens" (
    "user_id" TEXT NOT NULL,
    "login_provider" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NULL,
    CONSTRAINT "pk_account_tokens" PRIMARY KEY ("user_id", "login_provider", "name"),
    CONSTRAINT "fk_account_tokens_accounts_user_id" FOREIGN KEY ("user_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE TABLE "import_memories" (
    "run_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "aggregate_id" TEXT NOT NULL,
    "json" TEXT NOT NULL,
    "before_json" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "pk_import_memories" PRIMARY KEY ("run_id", "kind", "identity"),
    CONSTRAINT "fk_import_memories_import_runs_run_id" FOREIGN KEY ("run_id") REFERENCES "import_runs" ("id") ON DELETE CASCADE
);

CREATE TABLE "plan_items" (
    "id" TEXT NOT NULL CONSTRAINT "pk_plan_items" PRIMARY KEY,
    "edition_id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "level_id" TEXT NOT NULL,
    "parent_id" TEXT NULL,
    "order" INTEGER NOT NULL,
    "code" TEXT NULL,
    "title" TEXT NOT NULL,
    "plain_title" TEXT NULL,
    "body" TEXT NULL,
    "is_sample" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_plan_items_editions_edition_id" FOREIGN KEY ("edition_id") REFERENCES "editions" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_plan_items_levels_level_id" FOREIGN KEY ("level_id") REFERENCES "levels" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_plan_items_plan_items_parent_id" FOREIGN KEY ("parent_id") REFERENCES "plan_items" ("id") ON DELETE RESTRICT
);

CREATE TABLE "evaluation_answers" (
    "evaluation_fact_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "choice" TEXT NULL,
    "text" TEXT NULL,
    CONSTRAINT "pk_evaluation_answers" PRIMARY KEY ("evaluation_fact_id", "stage", "question"),
    CONSTRAINT "fk_evaluation_answers_evaluation_facts_evaluation_fact_id" FOREIGN KEY ("evaluation_fact_id") REFERENCES "evaluation_facts" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_account_claims_user_id" ON "account_claims" ("user_id");
CREATE INDEX "ix_account_logins_user_id" ON "account_logins" ("user_id");
CREATE INDEX "ix_accounts_normalized_email" ON "accounts" ("normalized_email");
CREATE UNIQUE INDEX "ix_accounts_normalized_user_name" ON "accounts" ("normalized_user_name");
CREATE UNIQUE INDEX "ix_accounts_person_id" ON "accounts" ("person_id");
CREATE INDEX "ix_assignments_department_id" ON "assignments" ("department_id");
CREATE INDEX "ix_assignments_person_id" ON "assignments" ("person_id");
CREATE INDEX "ix_change_entries_aggregate_id_sequence" ON "change_entries" ("aggregate_id", "sequence");
CREATE UNIQUE INDEX "ix_change_entries_previous" ON "change_entries" ("previous");
CREATE INDEX "ix_change_payloads_aggregate_id" ON "change_payloads" ("aggregate_id");
CREATE INDEX "ix_departments_code" ON "departments" ("code");
CREATE INDEX "ix_departments_parent_id" ON "departments" ("parent_id");
CREATE UNIQUE INDEX "ix_editions_key" ON "editions" ("key");
CREATE INDEX "ix_editions_plan_id" ON "editions" ("plan_id");
CREATE UNIQUE INDEX "ix_evaluation_facts_project_id_year" ON "evaluation_facts" ("project_id", "year");
CREATE INDEX "ix_import_memories_aggregate_id" ON "import_memories" ("aggregate_id");
CREATE INDEX "ix_import_memories_kind_identity" ON "import_memories" ("kind", "identity");
CREATE INDEX "ix_import_runs_by" ON "import_runs" ("by");
CREATE INDEX "ix_import_runs_sha256" ON "import_runs" ("sha256");
CREATE UNIQUE INDEX "ix_indicator_uses_indicator_id_plan_id_item_key" ON "indicator_uses" ("indicator_id", "plan_id", "item_key");
CREATE UNIQUE INDEX "ix_indicator_uses_indicator_id_project_id" ON "indicator_uses" ("indicator_id", "project_id");
CREATE INDEX "ix_indicator_uses_plan_id_item_key" ON "indicator_uses" ("plan_id", "item_key");
CREATE INDEX "ix_indicator_uses_project_id" ON "indicator_uses" ("project_id");
CREATE UNIQUE INDEX "ix_indicators_key" ON "indicators" ("key");
CREATE INDEX "ix_invitations_person_id" ON "invitations" ("person_id");
CREATE UNIQUE INDEX "ix_invitations_token_hash" ON "invitations" ("token_hash");
CREATE INDEX "ix_jobs_ended_at_utc_id" ON "jobs" ("ended_at_utc", "id");
CREATE UNIQUE INDEX "ix_levels_plan_id_order" ON "levels" ("plan_id", "order");
CREATE INDEX "ix_money_fiscal_year_stage_kind" ON "money" ("fiscal_year", "stage", "kind");
CREATE INDEX "ix_ownerships_department_id" ON "ownerships" ("department_id");
CREATE INDEX "ix_placements_plan_id_item_key" ON "placements" ("plan_id", "item_key");
CREATE UNIQUE INDEX "ix_plan_items_edition_id_key" ON "plan_items" ("edition_id", "key");
CREATE INDEX "ix_plan_items_level_id" ON "plan_items" ("level_id");
CREATE INDEX "ix_plan_items_parent_id" ON "plan_items" ("parent_id");
CREATE UNIQUE INDEX "ix_plans_key" ON "plans" ("key");
CREATE INDEX "ix_plans_predecessor_id" ON "plans" ("predecessor_id");
CREATE UNIQUE INDEX "ix_projects_key" ON "projects" ("key");
CREATE UNIQUE INDEX "ix_projects_number" ON "projects" ("number");
CREATE UNIQUE INDEX "ix_surveys_key" ON "surveys" ("key");

INSERT INTO "change_head" ("id", "sequence", "hash") VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
