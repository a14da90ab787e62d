ALTER TABLE jobs ADD COLUMN not_before_utc timestamp with time zone;
ALTER TABLE accounts ADD COLUMN mail_stopped_at_utc timestamp with time zone;
ALTER TABLE actuals ADD COLUMN measured_from date;
ALTER TABLE actuals ADD COLUMN measured_to date;
CREATE TABLE reminder_rules (
    id uuid NOT NULL,
    days_before text NOT NULL,
    on_the_day boolean NOT NULL,
    weekly_after boolean NOT NULL,
    hour integer NOT NULL,
    minutes_to_undo integer NOT NULL,
    may_stop boolean NOT NULL,
    switched_on_by uuid,
    switched_on_at_utc timestamp with time zone,
    version integer NOT NULL,
    CONSTRAINT pk_reminder_rules PRIMARY KEY (id)
);
CREATE TABLE reminder_runs (
    id uuid NOT NULL,
    key text NOT NULL,
    day date,
    by uuid,
    made_at_utc timestamp with time zone NOT NULL,
    leaves_at_utc timestamp with time zone NOT NULL,
    called_off_by uuid,
    called_off_at_utc timestamp with time zone,
    CONSTRAINT pk_reminder_runs PRIMARY KEY (id)
);
CREATE TABLE reminders (
    run_id uuid NOT NULL,
    person_id uuid NOT NULL,
    address text NOT NULL,
    state text NOT NULL,
    tries integer NOT NULL,
    at_utc timestamp with time zone,
    things integer NOT NULL,
    problem text,
    CONSTRAINT pk_reminders PRIMARY KEY (run_id, person_id),
    CONSTRAINT fk_reminders_reminder_runs_run_id FOREIGN KEY (run_id) REFERENCES reminder_runs (id) ON DELETE CASCADE,
    CONSTRAINT fk_reminders_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_reminder_runs_key ON reminder_runs (key);
CREATE UNIQUE INDEX ix_reminder_runs_day ON reminder_runs (day);
CREATE INDEX ix_reminders_person_id ON reminders (person_id);
