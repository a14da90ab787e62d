CREATE TABLE plan_terms (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    name text NOT NULL,
    first integer NOT NULL,
    last integer NOT NULL,
    CONSTRAINT pk_plan_terms PRIMARY KEY (id),
    CONSTRAINT fk_plan_terms_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE
);
CREATE INDEX ix_plan_terms_plan_id ON plan_terms (plan_id);

CREATE TABLE plan_reviews (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    year integer NOT NULL,
    reason text,
    outcome_at_utc timestamp with time zone,
    outcome_body text,
    outcome_by uuid,
    outcome_day date,
    outcome_reason text,
    outcome_result text,
    CONSTRAINT pk_plan_reviews PRIMARY KEY (id),
    CONSTRAINT fk_plan_reviews_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_plan_reviews_plan_id_year ON plan_reviews (plan_id, year);
