CREATE TABLE pictures (
    sha256 text NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT pk_pictures PRIMARY KEY (sha256)
);
CREATE TABLE figures (
    id uuid NOT NULL,
    key text NOT NULL,
    title text NOT NULL,
    alt text NOT NULL,
    source text,
    kind text NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    sha256 text NOT NULL,
    is_sample boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_figures PRIMARY KEY (id),
    CONSTRAINT fk_figures_pictures_sha256 FOREIGN KEY (sha256) REFERENCES pictures (sha256) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_figures_key ON figures (key);
CREATE INDEX ix_figures_sha256 ON figures (sha256);
