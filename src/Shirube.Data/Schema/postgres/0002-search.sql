CREATE TABLE search_state (
    id integer NOT NULL,
    rules integer NOT NULL,
    schema_files integer NOT NULL,
    CONSTRAINT pk_search_state PRIMARY KEY (id)
);

CREATE TABLE search_texts (
    record_id uuid NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    parent_key text,
    parent_id uuid,
    number text,
    folded_number text,
    title text NOT NULL,
    folded_title text NOT NULL,
    changed_at_utc timestamp with time zone NOT NULL,
    folded_text text NOT NULL,
    text text NOT NULL,
    CONSTRAINT pk_search_texts PRIMARY KEY (record_id)
);

CREATE TABLE visits (
    person_id uuid NOT NULL,
    record_id uuid NOT NULL,
    days integer NOT NULL,
    last_at_utc timestamp with time zone NOT NULL,
    CONSTRAINT pk_visits PRIMARY KEY (person_id, record_id),
    CONSTRAINT fk_visits_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);

CREATE TABLE visits_off (
    person_id uuid NOT NULL,
    at_utc timestamp with time zone NOT NULL,
    CONSTRAINT pk_visits_off PRIMARY KEY (person_id),
    CONSTRAINT fk_visits_off_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);
CREATE INDEX ix_search_texts_kind_key ON search_texts (kind, key);

INSERT INTO search_state (id, rules, schema_files) VALUES (1, 0, 0);
