CREATE TABLE evaluation_forms (
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    target text NOT NULL,
    use text NOT NULL,
    only_statutory boolean NOT NULL,
    basis_id uuid,
    issue_from integer,
    issue_by uuid,
    issue_at_utc timestamp with time zone,
    is_sample boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_evaluation_forms PRIMARY KEY (id),
    CONSTRAINT fk_evaluation_forms_evaluation_forms_basis_id FOREIGN KEY (basis_id) REFERENCES evaluation_forms (id) ON DELETE RESTRICT
);
CREATE TABLE form_stages (
    form_id uuid NOT NULL,
    "order" integer NOT NULL,
    name text NOT NULL,
    CONSTRAINT pk_form_stages PRIMARY KEY (form_id, "order"),
    CONSTRAINT fk_form_stages_evaluation_forms_form_id FOREIGN KEY (form_id) REFERENCES evaluation_forms (id) ON DELETE CASCADE
);
CREATE TABLE form_questions (
    form_id uuid NOT NULL,
    key text NOT NULL,
    "order" integer NOT NULL,
    section text NOT NULL,
    kind text NOT NULL,
    label text NOT NULL,
    help text,
    asks_reason boolean NOT NULL,
    is_required boolean NOT NULL,
    is_public boolean NOT NULL,
    longest_text integer,
    unit text,
    stage_orders text NOT NULL,
    CONSTRAINT pk_form_questions PRIMARY KEY (form_id, key),
    CONSTRAINT fk_form_questions_evaluation_forms_form_id FOREIGN KEY (form_id) REFERENCES evaluation_forms (id) ON DELETE CASCADE
);
CREATE TABLE form_choices (
    form_id uuid NOT NULL,
    question_key text NOT NULL,
    "order" integer NOT NULL,
    label text NOT NULL,
    meaning text,
    CONSTRAINT pk_form_choices PRIMARY KEY (form_id, question_key, "order"),
    CONSTRAINT fk_form_choices_evaluation_forms_form_id FOREIGN KEY (form_id) REFERENCES evaluation_forms (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_evaluation_forms_key ON evaluation_forms (key);
CREATE INDEX ix_evaluation_forms_basis_id ON evaluation_forms (basis_id);
