ALTER TABLE "jobs" ADD "not_before_utc" TEXT NULL;
ALTER TABLE "accounts" ADD "mail_stopped_at_utc" TEXT NULL;
ALTER TABLE "actuals" ADD "measured_from" TEXT NULL;
ALTER TABLE "actuals" ADD "measured_to" TEXT NULL;
CREATE TABLE "reminder_rules" (
    "id" TEXT NOT NULL CONSTRAINT "pk_reminder_rules" PRIMARY KEY,
    "days_before" TEXT NOT NULL,
    "on_the_day" INTEGER NOT NULL,
    "weekly_after" INTEGER NOT NULL,
    "hour" INTEGER NOT NULL,
    "minutes_to_undo" INTEGER NOT NULL,
    "may_stop" INTEGER NOT NULL,
    "switched_on_by" TEXT NULL,
    "switched_on_at_utc" TEXT NULL,
    "version" INTEGER NOT NULL
);
CREATE TABLE "reminder_runs" (
    "id" TEXT NOT NULL CONSTRAINT "pk_reminder_runs" PRIMARY KEY,
    "key" TEXT NOT NULL,
    "day" TEXT NULL,
    "by" TEXT NULL,
    "made_at_utc" TEXT NOT NULL,
    "leaves_at_utc" TEXT NOT NULL,
    "called_off_by" TEXT NULL,
    "called_off_at_utc" TEXT NULL
);
CREATE TABLE "reminders" (
    "run_id" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "at_utc" TEXT NULL,
    "things" INTEGER NOT NULL,
    "problem" TEXT NULL,
    CONSTRAINT "pk_reminders" PRIMARY KEY ("run_id", "person_id"),
    CONSTRAINT "fk_reminders_reminder_runs_run_id" FOREIGN KEY ("run_id") REFERENCES "reminder_runs" ("id") ON DELETE CASCADE,
    CONSTRAINT "fk_reminders_people_person_id" FOREIGN KEY ("person_id") REFERENCES "people" ("id") ON DELETE CASCADE
);
CREATE UNIQUE INDEX "ix_reminder_runs_key" ON "reminder_runs" ("key");
CREATE UNIQUE INDEX "ix_reminder_runs_day" ON "reminder_runs" ("day");
CREATE INDEX "ix_reminders_person_id" ON "reminders" ("person_id");
