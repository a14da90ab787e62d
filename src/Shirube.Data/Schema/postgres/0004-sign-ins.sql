ALTER TABLE accounts ADD COLUMN closed_at_utc timestamp with time zone;
ALTER TABLE accounts ADD COLUMN closed_by uuid;
ALTER TABLE invitations ADD COLUMN revoked_at_utc timestamp with time zone;

CREATE TABLE account_rules (
    id uuid NOT NULL,
    idle_minutes integer NOT NULL,
    log_days integer NOT NULL,
    second_factor_for text NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_account_rules PRIMARY KEY (id)
);

CREATE TABLE second_factors (
    account_id uuid NOT NULL,
    sealed_key text NOT NULL,
    since_utc timestamp with time zone NOT NULL,
    last_step bigint NOT NULL,
    CONSTRAINT pk_second_factors PRIMARY KEY (account_id),
    CONSTRAINT fk_second_factors_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);

CREATE TABLE recovery_codes (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    hash text NOT NULL,
    used_at_utc timestamp with time zone,
    CONSTRAINT pk_recovery_codes PRIMARY KEY (id),
    CONSTRAINT fk_recovery_codes_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);

CREATE TABLE sign_in_sessions (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    began_at_utc timestamp with time zone NOT NULL,
    seen_at_utc timestamp with time zone NOT NULL,
    ended_at_utc timestamp with time zone,
    address text,
    browser text,
    CONSTRAINT pk_sign_in_sessions PRIMARY KEY (id),
    CONSTRAINT fk_sign_in_sessions_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);

CREATE TABLE sign_ins (
    id uuid NOT NULL,
    at_utc timestamp with time zone NOT NULL,
    account_id uuid,
    typed_name text,
    result text NOT NULL,
    until_utc timestamp with time zone,
    address text,
    browser text,
    CONSTRAINT pk_sign_ins PRIMARY KEY (id),
    CONSTRAINT fk_sign_ins_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
);

CREATE INDEX ix_recovery_codes_account_id ON recovery_codes (account_id);
CREATE INDEX ix_sign_in_sessions_account_id_ended_at_utc ON sign_in_sessions (account_id, ended_at_utc);
CREATE INDEX ix_sign_ins_account_id_at_utc ON sign_ins (account_id, at_utc);
CREATE INDEX ix_sign_ins_at_utc ON sign_ins (at_utc);
