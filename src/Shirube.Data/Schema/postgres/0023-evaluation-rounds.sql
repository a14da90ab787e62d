CREATE TABLE evaluation_rounds (
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    explanation text,
    year integer NOT NULL,
    use text NOT NULL,
    projects_scope text NOT NULL,
    projects_class text,
    projects_department uuid,
    opened_by uuid,
    opened_at_utc timestamp with time zone NOT NULL,
    closed_by uuid,
    closed_at_utc timestamp with time zone,
    is_sample boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_evaluation_rounds PRIMARY KEY (id)
);
CREATE TABLE round_stages (
    round_id uuid NOT NULL,
    "order" integer NOT NULL,
    name text NOT NULL,
    actor text NOT NULL,
    needs_approval boolean NOT NULL,
    opens_on date,
    due date NOT NULL,
    takes_late boolean NOT NULL,
    scope text NOT NULL,
    drawn_percent integer,
    locked_by uuid,
    locked_at_utc timestamp with time zone,
    CONSTRAINT pk_round_stages PRIMARY KEY (round_id, "order"),
    CONSTRAINT fk_round_stages_evaluation_rounds_round_id FOREIGN KEY (round_id) REFERENCES evaluation_rounds (id) ON DELETE CASCADE
);
CREATE TABLE evaluation_sheets (
    id uuid NOT NULL,
    key text NOT NULL,
    round_id uuid NOT NULL,
    form_id uuid NOT NULL,
    project_id uuid,
    plan_id uuid,
    item_key text,
    name text NOT NULL,
    sort_key text NOT NULL,
    department_id uuid,
    basis_id uuid,
    frozen_owner_id uuid,
    frozen_json text,
    version integer NOT NULL,
    CONSTRAINT pk_evaluation_sheets PRIMARY KEY (id),
    CONSTRAINT fk_evaluation_sheets_evaluation_rounds_round_id FOREIGN KEY (round_id) REFERENCES evaluation_rounds (id) ON DELETE RESTRICT,
    CONSTRAINT fk_evaluation_sheets_evaluation_forms_form_id FOREIGN KEY (form_id) REFERENCES evaluation_forms (id) ON DELETE RESTRICT,
    CONSTRAINT fk_evaluation_sheets_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE RESTRICT,
    CONSTRAINT fk_evaluation_sheets_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT,
    CONSTRAINT fk_evaluation_sheets_departments_department_id FOREIGN KEY (department_id) REFERENCES departments (id) ON DELETE RESTRICT,
    CONSTRAINT fk_evaluation_sheets_evaluation_sheets_basis_id FOREIGN KEY (basis_id) REFERENCES evaluation_sheets (id) ON DELETE RESTRICT
);
CREATE TABLE sheet_stages (
    sheet_id uuid NOT NULL,
    stage integer NOT NULL,
    round_stage integer NOT NULL,
    is_chosen boolean NOT NULL,
    submission_by uuid,
    submission_at_utc timestamp with time zone,
    submission_is_late boolean,
    approval_by uuid,
    approval_at_utc timestamp with time zone,
    sent_back_by uuid,
    sent_back_at_utc timestamp with time zone,
    sent_back_reason text,
    CONSTRAINT pk_sheet_stages PRIMARY KEY (sheet_id, stage),
    CONSTRAINT fk_sheet_stages_evaluation_sheets_sheet_id FOREIGN KEY (sheet_id) REFERENCES evaluation_sheets (id) ON DELETE CASCADE
);
CREATE TABLE sheet_answers (
    sheet_id uuid NOT NULL,
    question_key text NOT NULL,
    stage integer NOT NULL,
    choice text,
    text text,
    number numeric,
    carried_from integer,
    revision integer NOT NULL,
    by uuid,
    at_utc timestamp with time zone NOT NULL,
    CONSTRAINT pk_sheet_answers PRIMARY KEY (sheet_id, question_key, stage),
    CONSTRAINT fk_sheet_answers_evaluation_sheets_sheet_id FOREIGN KEY (sheet_id) REFERENCES evaluation_sheets (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_evaluation_rounds_key ON evaluation_rounds (key);
CREATE UNIQUE INDEX ix_evaluation_sheets_key ON evaluation_sheets (key);
CREATE UNIQUE INDEX ix_evaluation_sheets_round_id_project_id ON evaluation_sheets (round_id, project_id);
CREATE UNIQUE INDEX ix_evaluation_sheets_round_id_plan_id_item_key ON evaluation_sheets (round_id, plan_id, item_key);
CREATE INDEX ix_evaluation_sheets_project_id ON evaluation_sheets (project_id);
CREATE INDEX ix_evaluation_sheets_form_id ON evaluation_sheets (form_id);
CREATE INDEX ix_evaluation_sheets_plan_id ON evaluation_sheets (plan_id);
CREATE INDEX ix_evaluation_sheets_department_id ON evaluation_sheets (department_id);
CREATE INDEX ix_evaluation_sheets_basis_id ON evaluation_sheets (basis_id);
ALTER TABLE form_questions ADD COLUMN role text;
