CREATE TABLE change_entries (
    sequence bigint NOT NULL,
    previous text NOT NULL,
    hash text NOT NULL,
    text text NOT NULL,
    kind text NOT NULL,
    aggregate_id uuid NOT NULL,
    at_utc timestamp with time zone NOT NULL,
    by uuid,
    CONSTRAINT pk_change_entries PRIMARY KEY (sequence)
);

CREATE TABLE change_head (
    id integer NOT NULL,
    sequence bigint NOT NULL,
    hash text NOT NULL,
    CONSTRAINT pk_change_head PRIMARY KEY (id)
);

CREATE TABLE change_payloads (
    sequence bigint NOT NULL,
    aggregate_id uuid NOT NULL,
    text text,
    CONSTRAINT pk_change_payloads PRIMARY KEY (sequence)
);

CREATE TABLE departments (
    id uuid NOT NULL,
    code text,
    name text NOT NULL,
    parent_id uuid,
    "from" integer NOT NULL,
    "to" integer,
    version integer NOT NULL,
    CONSTRAINT pk_departments PRIMARY KEY (id),
    CONSTRAINT fk_departments_departments_parent_id FOREIGN KEY (parent_id) REFERENCES departments (id) ON DELETE RESTRICT
);

CREATE TABLE indicators (
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    unit text,
    kind text NOT NULL,
    definition text,
    is_sample boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_indicators PRIMARY KEY (id)
);

CREATE TABLE jobs (
    id uuid NOT NULL,
    kind text NOT NULL,
    payload_json text NOT NULL,
    by uuid,
    queued_at_utc timestamp with time zone NOT NULL,
    taken_by text,
    alive_at_utc timestamp with time zone,
    progress_text text,
    cancel_asked_at_utc timestamp with time zone,
    ended_at_utc timestamp with time zone,
    "end" text,
    result_json text,
    CONSTRAINT pk_jobs PRIMARY KEY (id)
);

CREATE TABLE mayoral_terms (
    id uuid NOT NULL,
    "from" date NOT NULL,
    "to" date NOT NULL,
    note text,
    version integer NOT NULL,
    CONSTRAINT pk_mayoral_terms PRIMARY KEY (id)
);

CREATE TABLE meetings (
    id uuid NOT NULL,
    name text NOT NULL,
    body text,
    year integer NOT NULL,
    month integer NOT NULL,
    day integer,
    participants text,
    note text,
    source text,
    version integer NOT NULL,
    CONSTRAINT pk_meetings PRIMARY KEY (id)
);

CREATE TABLE people (
    id uuid NOT NULL,
    name text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_people PRIMARY KEY (id)
);

CREATE TABLE plans (
    id uuid NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    first integer NOT NULL,
    last integer,
    period_note text,
    legal_basis text,
    summary text,
    source text,
    predecessor_id uuid,
    version integer NOT NULL,
    CONSTRAINT pk_plans PRIMARY KEY (id),
    CONSTRAINT fk_plans_plans_predecessor_id FOREIGN KEY (predecessor_id) REFERENCES plans (id) ON DELETE RESTRICT
);

CREATE TABLE projects (
    id uuid NOT NULL,
    key text NOT NULL,
    number text,
    name text NOT NULL,
    class text,
    is_statutory boolean,
    legal_basis text,
    in_implementation_plan boolean,
    in_regional_strategy boolean,
    internal_contact text,
    internal_note text,
    is_sample boolean NOT NULL,
    period_as_written text,
    period_first integer,
    period_kind text,
    period_last integer,
    text_intent text,
    text_means text,
    text_means_planned text,
    text_outline text,
    text_result text,
    text_target text,
    version integer NOT NULL,
    CONSTRAINT pk_projects PRIMARY KEY (id)
);

CREATE TABLE surveys (
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    population text,
    "from" date,
    "to" date,
    sent integer,
    valid integer,
    by_mail integer,
    by_web integer,
    stated_rate numeric,
    note text,
    source text,
    version integer NOT NULL,
    CONSTRAINT pk_surveys PRIMARY KEY (id)
);

CREATE TABLE actuals (
    indicator_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    value numeric,
    status text NOT NULL,
    as_written text,
    CONSTRAINT pk_actuals PRIMARY KEY (indicator_id, fiscal_year),
    CONSTRAINT fk_actuals_indicators_indicator_id FOREIGN KEY (indicator_id) REFERENCES indicators (id) ON DELETE CASCADE
);

CREATE TABLE targets (
    indicator_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    revision integer NOT NULL,
    value numeric,
    as_written text,
    set_on date NOT NULL,
    reason text,
    CONSTRAINT pk_targets PRIMARY KEY (indicator_id, fiscal_year, revision),
    CONSTRAINT fk_targets_indicators_indicator_id FOREIGN KEY (indicator_id) REFERENCES indicators (id) ON DELETE CASCADE
);

CREATE TABLE accounts (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    user_name character varying(256),
    normalized_user_name character varying(256),
    email character varying(256),
    normalized_email character varying(256),
    email_confirmed boolean NOT NULL,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    phone_number text,
    phone_number_confirmed boolean NOT NULL,
    two_factor_enabled boolean NOT NULL,
    lockout_end timestamp with time zone,
    lockout_enabled boolean NOT NULL,
    access_failed_count integer NOT NULL,
    CONSTRAINT pk_accounts PRIMARY KEY (id),
    CONSTRAINT fk_accounts_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE RESTRICT
);

CREATE TABLE assignments (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    role text NOT NULL,
    department_id uuid,
    "from" date NOT NULL,
    "to" date,
    CONSTRAINT pk_assignments PRIMARY KEY (id),
    CONSTRAINT fk_assignments_departments_department_id FOREIGN KEY (department_id) REFERENCES departments (id) ON DELETE RESTRICT,
    CONSTRAINT fk_assignments_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);

CREATE TABLE import_runs (
    id uuid NOT NULL,
    file_name text NOT NULL,
    sha256 text NOT NULL,
    mapping_json text NOT NULL,
    fiscal_year integer,
    by uuid,
    at_utc timestamp with time zone NOT NULL,
    report_json text NOT NULL,
    undoing_at_utc timestamp with time zone,
    undoing_by uuid,
    version integer NOT NULL,
    CONSTRAINT pk_import_runs PRIMARY KEY (id),
    CONSTRAINT fk_import_runs_people_by FOREIGN KEY (by) REFERENCES people (id) ON DELETE RESTRICT
);

CREATE TABLE invitations (
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    token_hash text NOT NULL,
    by uuid,
    at_utc timestamp with time zone NOT NULL,
    until_utc timestamp with time zone NOT NULL,
    accepted_at_utc timestamp with time zone,
    replaced_at_utc timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT pk_invitations PRIMARY KEY (id),
    CONSTRAINT fk_invitations_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE RESTRICT
);

CREATE TABLE editions (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    key text NOT NULL,
    label text NOT NULL,
    opening_at_utc timestamp with time zone,
    opening_by uuid,
    takeover_at_utc timestamp with time zone,
    takeover_by uuid,
    version integer NOT NULL,
    CONSTRAINT pk_editions PRIMARY KEY (id),
    CONSTRAINT fk_editions_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT
);

CREATE TABLE levels (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    "order" integer NOT NULL,
    name text NOT NULL,
    carries_projects boolean NOT NULL,
    CONSTRAINT pk_levels PRIMARY KEY (id),
    CONSTRAINT fk_levels_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE
);

CREATE TABLE budget_lines (
    project_id uuid NOT NULL,
    "order" integer NOT NULL,
    account text,
    category text,
    item text,
    sub_item text,
    line text,
    CONSTRAINT pk_budget_lines PRIMARY KEY (project_id, "order"),
    CONSTRAINT fk_budget_lines_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
);

CREATE TABLE evaluation_facts (
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    year integer NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_evaluation_facts PRIMARY KEY (id),
    CONSTRAINT fk_evaluation_facts_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE RESTRICT
);

CREATE TABLE indicator_uses (
    id uuid NOT NULL,
    indicator_id uuid NOT NULL,
    project_id uuid,
    plan_id uuid,
    item_key text,
    "order" integer NOT NULL,
    CONSTRAINT pk_indicator_uses PRIMARY KEY (id),
    CONSTRAINT fk_indicator_uses_indicators_indicator_id FOREIGN KEY (indicator_id) REFERENCES indicators (id) ON DELETE CASCADE,
    CONSTRAINT fk_indicator_uses_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT,
    CONSTRAINT fk_indicator_uses_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE RESTRICT
);

CREATE TABLE money (
    project_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    stage text NOT NULL,
    kind text NOT NULL,
    amount bigint,
    absence text,
    CONSTRAINT pk_money PRIMARY KEY (project_id, fiscal_year, stage, kind),
    CONSTRAINT fk_money_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
);

CREATE TABLE ownerships (
    project_id uuid NOT NULL,
    "from" integer NOT NULL,
    department_id uuid NOT NULL,
    CONSTRAINT pk_ownerships PRIMARY KEY (project_id, "from"),
    CONSTRAINT fk_ownerships_departments_department_id FOREIGN KEY (department_id) REFERENCES departments (id) ON DELETE RESTRICT,
    CONSTRAINT fk_ownerships_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
);

CREATE TABLE placements (
    project_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    item_key text NOT NULL,
    is_main boolean NOT NULL,
    CONSTRAINT pk_placements PRIMARY KEY (project_id, plan_id, item_key),
    CONSTRAINT fk_placements_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT,
    CONSTRAINT fk_placements_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
);

CREATE TABLE staffing (
    project_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    stage text NOT NULL,
    heads numeric,
    hours numeric,
    fte numeric,
    CONSTRAINT pk_staffing PRIMARY KEY (project_id, fiscal_year, stage),
    CONSTRAINT fk_staffing_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
);

CREATE TABLE account_claims (
    id integer GENERATED BY DEFAULT AS IDENTITY,
    user_id uuid NOT NULL,
    claim_type text,
    claim_value text,
    CONSTRAINT pk_account_claims PRIMARY KEY (id),
    CONSTRAINT fk_account_claims_accounts_user_id FOREIGN KEY (user_id) REFERENCES accounts (id) ON DELETE CASCADE
);

CREATE TABLE account_logins (
    login_provider text NOT NULL,
    provider_key text NOT NULL,
    provider_display_name text,
    user_id uuid NOT NULL,
    CONSTRAINT pk_account_logins PRIMARY KEY (login_provider, provider_key),
    CONSTRAINT fk_account_logins_accounts_user_id FOREIGN KEY (user_id) REFERENCES accounts (id) ON DELETE CASCADE
);

CREATE TABLE account_tokens (
    user_id uuid NOT NULL,
    login_provider text NOT NULL,
    name text NOT NULL,
    value text,
    CONSTRAINT pk_account_tokens PRIMARY KEY (user_id, login_provider, name),
    CONSTRAINT fk_account_tokens_accounts_user_id FOREIGN KEY (user_id) REFERENCES accounts (id) ON DELETE CASCADE
);

CREATE TABLE import_memories (
    run_id uuid NOT NULL,
    kind text NOT NULL,
    identity text NOT NULL,
    aggregate_id uuid NOT NULL,
    json text NOT NULL,
    before_json text,
    version integer NOT NULL,
    CONSTRAINT pk_import_memories PRIMARY KEY (run_id, kind, identity),
    CONSTRAINT fk_import_memories_import_runs_run_id FOREIGN KEY (run_id) REFERENCES import_runs (id) ON DELETE CASCADE
);

CREATE TABLE plan_items (
    id uuid NOT NULL,
    edition_id uuid NOT NULL,
    key text NOT NULL,
    level_id uuid NOT NULL,
    parent_id uuid,
    "order" integer NOT NULL,
    code text,
    title text NOT NULL,
    plain_title text,
    body text,
    is_sample boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_plan_items PRIMARY KEY (id),
    CONSTRAINT fk_plan_items_editions_edition_id FOREIGN KEY (edition_id) REFERENCES editions (id) ON DELETE RESTRICT,
    CONSTRAINT fk_plan_items_levels_level_id FOREIGN KEY (level_id) REFERENCES levels (id) ON DELETE RESTRICT,
    CONSTRAINT fk_plan_items_plan_items_parent_id FOREIGN KEY (parent_id) REFERENCES plan_items (id) ON DELETE RESTRICT
);

CREATE TABLE evaluation_answers (
    evaluation_fact_id uuid NOT NULL,
    stage text NOT NULL,
    question text NOT NULL,
    "order" integer NOT NULL,
    choice text,
    text text,
    CONSTRAINT pk_evaluation_answers PRIMARY KEY (evaluation_fact_id, stage, question),
    CONSTRAINT fk_evaluation_answers_evaluation_facts_evaluation_fact_id FOREIGN KEY (evaluation_fact_id) REFERENCES evaluation_facts (id) ON DELETE CASCADE
);
CREATE INDEX ix_account_claims_user_id ON account_claims (user_id);
CREATE INDEX ix_account_logins_user_id ON account_logins (user_id);
CREATE INDEX ix_accounts_normalized_email ON accounts (normalized_email);
CREATE UNIQUE INDEX ix_accounts_normalized_user_name ON accounts (normalized_user_name);
CREATE UNIQUE INDEX ix_accounts_person_id ON accounts (person_id);
CREATE INDEX ix_assignments_department_id ON assignments (department_id);
CREATE INDEX ix_assignments_person_id ON assignments (person_id);
CREATE INDEX ix_change_entries_aggregate_id_sequence ON change_entries (aggregate_id, sequence);
CREATE UNIQUE INDEX ix_change_entries_previous ON change_entries (previous);
CREATE INDEX ix_change_payloads_aggregate_id ON change_payloads (aggregate_id);
CREATE INDEX ix_departments_code ON departments (code);
CREATE INDEX ix_departments_parent_id ON departments (parent_id);
CREATE UNIQUE INDEX ix_editions_key ON editions (key);
CREATE INDEX ix_editions_plan_id ON editions (plan_id);
CREATE UNIQUE INDEX ix_evaluation_facts_project_id_year ON evaluation_facts (project_id, year);
CREATE INDEX ix_import_memories_aggregate_id ON import_memories (aggregate_id);
CREATE INDEX ix_import_memories_kind_identity ON import_memories (kind, identity);
CREATE INDEX ix_import_runs_by ON import_runs (by);
CREATE INDEX ix_import_runs_sha256 ON import_runs (sha256);
CREATE UNIQUE INDEX ix_indicator_uses_indicator_id_plan_id_item_key ON indicator_uses (indicator_id, plan_id, item_key);
CREATE UNIQUE INDEX ix_indicator_uses_indicator_id_project_id ON indicator_uses (indicator_id, project_id);
CREATE INDEX ix_indicator_uses_plan_id_item_key ON indicator_uses (plan_id, item_key);
CREATE INDEX ix_indicator_uses_project_id ON indicator_uses (project_id);
CREATE UNIQUE INDEX ix_indicators_key ON indicators (key);
CREATE INDEX ix_invitations_person_id ON invitations (person_id);
CREATE UNIQUE INDEX ix_invitations_token_hash ON invitations (token_hash);
CREATE INDEX ix_jobs_ended_at_utc_id ON jobs (ended_at_utc, id);
CREATE UNIQUE INDEX ix_levels_plan_id_order ON levels (plan_id, "order");
CREATE INDEX ix_money_fiscal_year_stage_kind ON money (fiscal_year, stage, kind);
CREATE INDEX ix_ownerships_department_id ON ownerships (department_id);
CREATE INDEX ix_placements_plan_id_item_key ON placements (plan_id, item_key);
CREATE UNIQUE INDEX ix_plan_items_edition_id_key ON plan_items (edition_id, key);
CREATE INDEX ix_plan_items_level_id ON plan_items (level_id);
CREATE INDEX ix_plan_items_parent_id ON plan_items (parent_id);
CREATE UNIQUE INDEX ix_plans_key ON plans (key);
CREATE INDEX ix_plans_predecessor_id ON plans (predecessor_id);
CREATE UNIQUE INDEX ix_projects_key ON projects (key);
CREATE UNIQUE INDEX ix_projects_number ON projects (number);
CREATE UNIQUE INDEX ix_surveys_key ON surveys (key);

INSERT INTO "change_head" ("id", "sequence", "hash") VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
