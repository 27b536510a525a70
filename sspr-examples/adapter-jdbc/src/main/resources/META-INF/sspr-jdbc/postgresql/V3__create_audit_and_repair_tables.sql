-- What happened, in the order of recording. Rows are only ever added: let the engine's role INSERT and SELECT, no more,
-- and have another role delete what is past its time.
CREATE TABLE sspr_audit (
  tenant     TEXT COLLATE "C" NOT NULL,
  number     BIGINT GENERATED ALWAYS AS IDENTITY,
  at         BIGINT NOT NULL,
  type       TEXT COLLATE "C" NOT NULL,
  outcome    TEXT COLLATE "C" NOT NULL,
  purpose    TEXT COLLATE "C" NOT NULL,
  flow       BYTEA,
  account_id TEXT COLLATE "C",
  source     TEXT COLLATE "C",
  attributes TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant, number)
);
CREATE INDEX sspr_audit_account ON sspr_audit (tenant, account_id, number);
CREATE INDEX sspr_audit_age ON sspr_audit (tenant, at);

-- What is still to be looked at between two stores of one password.
CREATE TABLE sspr_repairs (
  tenant     TEXT COLLATE "C" NOT NULL,
  id         TEXT COLLATE "C" NOT NULL,
  account_id TEXT COLLATE "C" NOT NULL,
  first_generation  TEXT COLLATE "C" NOT NULL,
  second_generation TEXT COLLATE "C" NOT NULL,
  landed_generation TEXT COLLATE "C",
  since      BIGINT NOT NULL,
  not_before BIGINT NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX sspr_repairs_due ON sspr_repairs (tenant, not_before, id);
