CREATE TABLE external_reviews (
    id uuid NOT NULL,
    round_id uuid NOT NULL,
    body text NOT NULL,
    held_on date,
    answers_due date,
    responses_due date,
    internal_note text,
    published_by uuid,
    published_at_utc timestamp with time zone,
    is_sample boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_external_reviews PRIMARY KEY (id),
    CONSTRAINT fk_external_reviews_evaluation_rounds_round_id FOREIGN KEY (round_id) REFERENCES evaluation_rounds (id) ON DELETE RESTRICT
);
CREATE TABLE sheet_reviews (
    id uuid NOT NULL,
    review_id uuid NOT NULL,
    sheet_id uuid NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_sheet_reviews PRIMARY KEY (id),
    CONSTRAINT fk_sheet_reviews_external_reviews_review_id FOREIGN KEY (review_id) REFERENCES external_reviews (id) ON DELETE RESTRICT,
    CONSTRAINT fk_sheet_reviews_evaluation_sheets_sheet_id FOREIGN KEY (sheet_id) REFERENCES evaluation_sheets (id) ON DELETE RESTRICT
);
CREATE TABLE review_questions (
    sheet_review_id uuid NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    asker text,
    answer_text text,
    answer_by uuid,
    answer_at_utc timestamp with time zone,
    CONSTRAINT pk_review_questions PRIMARY KEY (sheet_review_id, number),
    CONSTRAINT fk_review_questions_sheet_reviews_sheet_review_id FOREIGN KEY (sheet_review_id) REFERENCES sheet_reviews (id) ON DELETE CASCADE
);
CREATE TABLE review_opinions (
    sheet_review_id uuid NOT NULL,
    number integer NOT NULL,
    text text NOT NULL,
    response_kind text,
    response_text text,
    response_done_by date,
    response_by uuid,
    response_at_utc timestamp with time zone,
    confirmed_by uuid,
    confirmed_at_utc timestamp with time zone,
    returned_by uuid,
    returned_at_utc timestamp with time zone,
    returned_reason text,
    progress text,
    CONSTRAINT pk_review_opinions PRIMARY KEY (sheet_review_id, number),
    CONSTRAINT fk_review_opinions_sheet_reviews_sheet_review_id FOREIGN KEY (sheet_review_id) REFERENCES sheet_reviews (id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX ix_external_reviews_round_id ON external_reviews (round_id);
CREATE INDEX ix_sheet_reviews_review_id ON sheet_reviews (review_id);
CREATE UNIQUE INDEX ix_sheet_reviews_sheet_id ON sheet_reviews (sheet_id);
