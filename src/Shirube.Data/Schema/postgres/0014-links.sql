CREATE TABLE item_links (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    item_key text NOT NULL,
    other_plan_id uuid NOT NULL,
    other_item_key text NOT NULL,
    note text,
    is_sample boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_item_links PRIMARY KEY (id),
    CONSTRAINT fk_item_links_plans_other_plan_id FOREIGN KEY (other_plan_id) REFERENCES plans (id) ON DELETE RESTRICT,
    CONSTRAINT fk_item_links_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT
);

CREATE TABLE goal_links (
    id uuid NOT NULL,
    key text NOT NULL,
    plan_id uuid,
    item_key text,
    project_id uuid,
    goal integer NOT NULL,
    target text,
    strength text NOT NULL,
    reason text,
    is_sample boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_goal_links PRIMARY KEY (id),
    CONSTRAINT fk_goal_links_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT,
    CONSTRAINT fk_goal_links_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE RESTRICT
);

CREATE TABLE own_goal_sets (
    id uuid NOT NULL,
    name text NOT NULL,
    words text,
    source text,
    version integer NOT NULL,
    CONSTRAINT pk_own_goal_sets PRIMARY KEY (id)
);

CREATE TABLE own_goals (
    id uuid NOT NULL,
    key text NOT NULL,
    "order" integer NOT NULL,
    name text NOT NULL,
    words text,
    is_sample boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_own_goals PRIMARY KEY (id)
);

CREATE TABLE own_goal_relations (
    own_goal_id uuid NOT NULL,
    goal integer NOT NULL,
    CONSTRAINT pk_own_goal_relations PRIMARY KEY (own_goal_id, goal),
    CONSTRAINT fk_own_goal_relations_own_goals_own_goal_id FOREIGN KEY (own_goal_id) REFERENCES own_goals (id) ON DELETE CASCADE
);

CREATE TABLE initiatives (
    id uuid NOT NULL,
    key text NOT NULL,
    plan_id uuid NOT NULL,
    "order" integer NOT NULL,
    name text NOT NULL,
    words text,
    is_sample boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_initiatives PRIMARY KEY (id),
    CONSTRAINT fk_initiatives_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT
);

CREATE TABLE initiative_members (
    id uuid NOT NULL,
    initiative_id uuid NOT NULL,
    plan_id uuid,
    item_key text,
    project_id uuid,
    CONSTRAINT pk_initiative_members PRIMARY KEY (id),
    CONSTRAINT fk_initiative_members_initiatives_initiative_id FOREIGN KEY (initiative_id) REFERENCES initiatives (id) ON DELETE CASCADE,
    CONSTRAINT fk_initiative_members_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT,
    CONSTRAINT fk_initiative_members_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE RESTRICT
);

CREATE TABLE partner_activities (
    id uuid NOT NULL,
    key text NOT NULL,
    who text NOT NULL,
    kind text NOT NULL,
    what text NOT NULL,
    first integer NOT NULL,
    last integer,
    goal integer,
    plan_id uuid,
    item_key text,
    internal_contact text,
    is_sample boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_partner_activities PRIMARY KEY (id),
    CONSTRAINT fk_partner_activities_plans_plan_id FOREIGN KEY (plan_id) REFERENCES plans (id) ON DELETE RESTRICT
);

CREATE UNIQUE INDEX ix_goal_links_key ON goal_links (key);
CREATE INDEX ix_goal_links_plan_id_item_key ON goal_links (plan_id, item_key);
CREATE INDEX ix_goal_links_project_id ON goal_links (project_id);
CREATE INDEX ix_initiative_members_initiative_id ON initiative_members (initiative_id);
CREATE INDEX ix_initiative_members_plan_id ON initiative_members (plan_id);
CREATE INDEX ix_initiative_members_project_id ON initiative_members (project_id);
CREATE UNIQUE INDEX ix_initiatives_key ON initiatives (key);
CREATE INDEX ix_initiatives_plan_id ON initiatives (plan_id);
CREATE INDEX ix_item_links_other_plan_id ON item_links (other_plan_id);
CREATE UNIQUE INDEX ix_item_links_plan_id_item_key_other_plan_id_other_item_key ON item_links (plan_id, item_key, other_plan_id, other_item_key);
CREATE UNIQUE INDEX ix_own_goals_key ON own_goals (key);
CREATE UNIQUE INDEX ix_partner_activities_key ON partner_activities (key);
CREATE INDEX ix_partner_activities_plan_id ON partner_activities (plan_id);
