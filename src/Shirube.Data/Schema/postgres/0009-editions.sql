ALTER TABLE plans ADD COLUMN shown_id uuid;
ALTER TABLE editions ADD COLUMN kind text NOT NULL DEFAULT 'Draft';
ALTER TABLE editions ALTER COLUMN kind DROP DEFAULT;
ALTER TABLE editions ADD COLUMN basis_id uuid CONSTRAINT fk_editions_editions_basis_id REFERENCES editions (id) ON DELETE RESTRICT;
ALTER TABLE editions ADD COLUMN alternatives text;
ALTER TABLE editions ADD COLUMN decision_body text;
ALTER TABLE editions ADD COLUMN decision_day date;
ALTER TABLE editions ADD COLUMN decision_number text;
ALTER TABLE editions ADD COLUMN decision_by uuid;
ALTER TABLE editions ADD COLUMN decision_at_utc timestamp with time zone;
ALTER TABLE editions ADD COLUMN enforcement_from date;
ALTER TABLE editions ADD COLUMN enforcement_by uuid;
ALTER TABLE editions ADD COLUMN enforcement_at_utc timestamp with time zone;
ALTER TABLE editions ADD COLUMN supersession_by uuid;
ALTER TABLE editions ADD COLUMN supersession_at_utc timestamp with time zone;
ALTER TABLE editions ADD COLUMN retirement_by uuid;
ALTER TABLE editions ADD COLUMN retirement_at_utc timestamp with time zone;

CREATE INDEX ix_editions_basis_id ON editions (basis_id);

-- Until now the newest edition was the one that the office meant.
UPDATE plans SET shown_id = (SELECT e.id FROM editions AS e WHERE e.plan_id = plans.id ORDER BY e.id DESC LIMIT 1);
UPDATE editions SET kind = 'Decided' WHERE takeover_at_utc IS NOT NULL;
