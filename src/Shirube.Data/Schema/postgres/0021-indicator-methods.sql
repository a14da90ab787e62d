ALTER TABLE indicators ADD type text;
ALTER TABLE indicators ADD baseline_year integer;
ALTER TABLE indicators ADD baseline numeric;
ALTER TABLE indicators ADD lower numeric;
ALTER TABLE indicators ADD upper numeric;
ALTER TABLE indicators ADD tolerance numeric;
ALTER TABLE indicators ADD source text;
ALTER TABLE indicators ADD collection_month integer;
ALTER TABLE actuals ADD note text;
ALTER TABLE actuals ADD judgement text;
CREATE TABLE expected_shares (
    indicator_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    share numeric NOT NULL,
    CONSTRAINT pk_expected_shares PRIMARY KEY (indicator_id, fiscal_year),
    CONSTRAINT fk_expected_shares_indicators_indicator_id FOREIGN KEY (indicator_id) REFERENCES indicators (id) ON DELETE CASCADE
);
CREATE TABLE series_breaks (
    indicator_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    note text NOT NULL,
    CONSTRAINT pk_series_breaks PRIMARY KEY (indicator_id, fiscal_year),
    CONSTRAINT fk_series_breaks_indicators_indicator_id FOREIGN KEY (indicator_id) REFERENCES indicators (id) ON DELETE CASCADE
);
CREATE TABLE assessment_rules (
    id uuid NOT NULL,
    name text NOT NULL,
    not_graded text NOT NULL,
    is_first_year_graded boolean NOT NULL,
    says_beyond boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_assessment_rules PRIMARY KEY (id)
);
CREATE TABLE grade_bands (
    rules_id uuid NOT NULL,
    "order" integer NOT NULL,
    label text NOT NULL,
    "from" numeric,
    meaning text NOT NULL,
    CONSTRAINT pk_grade_bands PRIMARY KEY (rules_id, "order"),
    CONSTRAINT fk_grade_bands_assessment_rules_rules_id FOREIGN KEY (rules_id) REFERENCES assessment_rules (id) ON DELETE CASCADE
);
