CREATE TABLE entry_calls (
    id uuid NOT NULL,
    key text NOT NULL,
    title text NOT NULL,
    explanation text,
    fields text NOT NULL,
    year integer,
    class text,
    runs_in integer,
    due date NOT NULL,
    is_sample boolean NOT NULL,
    closed_at_utc timestamp with time zone,
    closed_by uuid,
    opened_at_utc timestamp with time zone NOT NULL,
    opened_by uuid,
    version integer NOT NULL,
    CONSTRAINT pk_entry_calls PRIMARY KEY (id)
);

CREATE TABLE asked_departments (
    call_id uuid NOT NULL,
    department_id uuid NOT NULL,
    CONSTRAINT pk_asked_departments PRIMARY KEY (call_id, department_id),
    CONSTRAINT fk_asked_departments_departments_department_id FOREIGN KEY (department_id) REFERENCES departments (id) ON DELETE RESTRICT,
    CONSTRAINT fk_asked_departments_entry_calls_call_id FOREIGN KEY (call_id) REFERENCES entry_calls (id) ON DELETE CASCADE
);

CREATE TABLE not_applicable (
    call_id uuid NOT NULL,
    project_id uuid NOT NULL,
    reason text NOT NULL,
    by uuid NOT NULL,
    at_utc timestamp with time zone NOT NULL,
    CONSTRAINT pk_not_applicable PRIMARY KEY (call_id, project_id),
    CONSTRAINT fk_not_applicable_entry_calls_call_id FOREIGN KEY (call_id) REFERENCES entry_calls (id) ON DELETE CASCADE,
    CONSTRAINT fk_not_applicable_people_by FOREIGN KEY (by) REFERENCES people (id) ON DELETE RESTRICT,
    CONSTRAINT fk_not_applicable_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ix_entry_calls_key ON entry_calls (key);
CREATE INDEX ix_asked_departments_department_id ON asked_departments (department_id);
CREATE INDEX ix_not_applicable_project_id ON not_applicable (project_id);
CREATE INDEX ix_not_applicable_by ON not_applicable (by);
