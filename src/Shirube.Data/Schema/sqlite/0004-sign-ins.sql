ALTER TABLE "accounts" ADD COLUMN "closed_at_utc" TEXT NULL;
ALTER TABLE "accounts" ADD COLUMN "closed_by" TEXT NULL;
ALTER TABLE "invitations" ADD COLUMN "revoked_at_utc" TEXT NULL;

CREATE TABLE "account_rules" (
    "id" TEXT NOT NULL CONSTRAINT "pk_account_rules" PRIMARY KEY,
    "idle_minutes" INTEGER NOT NULL,
    "log_days" INTEGER NOT NULL,
    "second_factor_for" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "second_factors" (
    "account_id" TEXT NOT NULL CONSTRAINT "pk_second_factors" PRIMARY KEY,
    "sealed_key" TEXT NOT NULL,
    "since_utc" TEXT NOT NULL,
    "last_step" INTEGER NOT NULL,
    CONSTRAINT "fk_second_factors_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE TABLE "recovery_codes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_recovery_codes" PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "used_at_utc" TEXT NULL,
    CONSTRAINT "fk_recovery_codes_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE TABLE "sign_in_sessions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sign_in_sessions" PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "began_at_utc" TEXT NOT NULL,
    "seen_at_utc" TEXT NOT NULL,
    "ended_at_utc" TEXT NULL,
    "address" TEXT NULL,
    "browser" TEXT NULL,
    CONSTRAINT "fk_sign_in_sessions_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE TABLE "sign_ins" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sign_ins" PRIMARY KEY,
    "at_utc" TEXT NOT NULL,
    "account_id" TEXT NULL,
    "typed_name" TEXT NULL,
    "result" TEXT NOT NULL,
    "until_utc" TEXT NULL,
    "address" TEXT NULL,
    "browser" TEXT NULL,
    CONSTRAINT "fk_sign_ins_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE CASCADE
);

CREATE INDEX "ix_recovery_codes_account_id" ON "recovery_codes" ("account_id");
CREATE INDEX "ix_sign_in_sessions_account_id_ended_at_utc" ON "sign_in_sessions" ("account_id", "ended_at_utc");
CREATE INDEX "ix_sign_ins_account_id_at_utc" ON "sign_ins" ("account_id", "at_utc");
CREATE INDEX "ix_sign_ins_at_utc" ON "sign_ins" ("at_utc");
