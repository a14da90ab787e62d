CREATE TABLE "external_reviews" (
    "id" TEXT NOT NULL CONSTRAINT "pk_external_reviews" PRIMARY KEY,
    "round_id" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "held_on" TEXT NULL,
    "answers_due" TEXT NULL,
    "responses_due" TEXT NULL,
    "internal_note" TEXT NULL,
    "published_by" TEXT NULL,
    "published_at_utc" TEXT NULL,
    "is_sample" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_external_reviews_evaluation_rounds_round_id" FOREIGN KEY ("round_id") REFERENCES "evaluation_rounds" ("id") ON DELETE RESTRICT
);
CREATE TABLE "sheet_reviews" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sheet_reviews" PRIMARY KEY,
    "review_id" TEXT NOT NULL,
    "sheet_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_sheet_reviews_external_reviews_review_id" FOREIGN KEY ("review_id") REFERENCES "external_reviews" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_sheet_reviews_evaluation_sheets_sheet_id" FOREIGN KEY ("sheet_id") REFERENCES "evaluation_sheets" ("id") ON DELETE RESTRICT
);
CREATE TABLE "review_questions" (
    "sheet_review_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "asker" TEXT NULL,
    "answer_text" TEXT NULL,
    "answer_by" TEXT NULL,
    "answer_at_utc" TEXT NULL,
    CONSTRAINT "pk_review_questions" PRIMARY KEY ("sheet_review_id", "number"),
    CONSTRAINT "fk_review_questions_sheet_reviews_sheet_review_id" FOREIGN KEY ("sheet_review_id") REFERENCES "sheet_reviews" ("id") ON DELETE CASCADE
);
CREATE TABLE "review_opinions" (
    "sheet_review_id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "response_kind" TEXT NULL,
    "response_text" TEXT NULL,
    "response_done_by" TEXT NULL,
    "response_by" TEXT NULL,
    "response_at_utc" TEXT NULL,
    "confirmed_by" TEXT NULL,
    "confirmed_at_utc" TEXT NULL,
    "returned_by" TEXT NULL,
    "returned_at_utc" TEXT NULL,
    "returned_reason" TEXT NULL,
    "progress" TEXT NULL,
    CONSTRAINT "pk_review_opinions" PRIMARY KEY ("sheet_review_id", "number"),
    CONSTRAINT "fk_review_opinions_sheet_reviews_sheet_review_id" FOREIGN KEY ("sheet_review_id") REFERENCES "sheet_reviews" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "ix_external_reviews_round_id" ON "external_reviews" ("round_id");
CREATE INDEX "ix_sheet_reviews_review_id" ON "sheet_reviews" ("review_id");
CREATE UNIQUE INDEX "ix_sheet_reviews_sheet_id" ON "sheet_reviews" ("sheet_id");
