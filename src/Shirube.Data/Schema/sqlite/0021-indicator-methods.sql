ALTER TABLE "indicators" ADD "type" TEXT NULL;
ALTER TABLE "indicators" ADD "baseline_year" INTEGER NULL;
ALTER TABLE "indicators" ADD "baseline" TEXT NULL;
ALTER TABLE "indicators" ADD "lower" TEXT NULL;
ALTER TABLE "indicators" ADD "upper" TEXT NULL;
ALTER TABLE "indicators" ADD "tolerance" TEXT NULL;
ALTER TABLE "indicators" ADD "source" TEXT NULL;
ALTER TABLE "indicators" ADD "collection_month" INTEGER NULL;
ALTER TABLE "actuals" ADD "note" TEXT NULL;
ALTER TABLE "actuals" ADD "judgement" TEXT NULL;
CREATE TABLE "expected_shares" (
    "indicator_id" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "share" TEXT NOT NULL,
    CONSTRAINT "pk_expected_shares" PRIMARY KEY ("indicator_id", "fiscal_year"),
    CONSTRAINT "fk_expected_shares_indicators_indicator_id" FOREIGN KEY ("indicator_id") REFERENCES "indicators" ("id") ON DELETE CASCADE
);
CREATE TABLE "series_breaks" (
    "indicator_id" TEXT NOT NULL,
    "fiscal_year" INTEGER NOT NULL,
    "note" TEXT NOT NULL,
    CONSTRAINT "pk_series_breaks" PRIMARY KEY ("indicator_id", "fiscal_year"),
    CONSTRAINT "fk_series_breaks_indicators_indicator_id" FOREIGN KEY ("indicator_id") REFERENCES "indicators" ("id") ON DELETE CASCADE
);
CREATE TABLE "assessment_rules" (
    "id" TEXT NOT NULL CONSTRAINT "pk_assessment_rules" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "not_graded" TEXT NOT NULL,
    "is_first_year_graded" INTEGER NOT NULL,
    "says_beyond" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE "grade_bands" (
    "rules_id" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "from" TEXT NULL,
    "meaning" TEXT NOT NULL,
    CONSTRAINT "pk_grade_bands" PRIMARY KEY ("rules_id", "order"),
    CONSTRAINT "fk_grade_bands_assessment_rules_rules_id" FOREIGN KEY ("rules_id") REFERENCES "assessment_rules" ("id") ON DELETE CASCADE
);
