CREATE TABLE glossary_terms (
    id uuid NOT NULL,
    key text NOT NULL,
    name text NOT NULL,
    reading text NOT NULL,
    meaning text NOT NULL,
    source text,
    is_sample boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_glossary_terms PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_glossary_terms_key ON glossary_terms (key);
CREATE UNIQUE INDEX ix_glossary_terms_name ON glossary_terms (name);
