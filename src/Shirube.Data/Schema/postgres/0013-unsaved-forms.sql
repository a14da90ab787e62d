CREATE TABLE unsaved_forms (
    person_id uuid NOT NULL,
    address text NOT NULL,
    at_utc timestamp with time zone NOT NULL,
    fields_json text NOT NULL,
    form_version integer NOT NULL,
    was text,
    CONSTRAINT pk_unsaved_forms PRIMARY KEY (person_id, address),
    CONSTRAINT fk_unsaved_forms_people_person_id FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE
);
