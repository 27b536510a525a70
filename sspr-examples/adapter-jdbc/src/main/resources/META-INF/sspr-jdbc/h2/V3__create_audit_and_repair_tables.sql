-- What happened, in the order of recording. Rows are only ever added: let the engine's role INSERT and SELECT, no more,
-- and have another role delete what is past its time.
CREATE TABLE IF NOT EXISTS sspr_audit (
  tenant     VARCHAR(64) NOT NULL,
  number     BIGINT GENERATED ALWAYS AS IDENTITY,
  at         BIGINT NOT NULL,
  type       VARCHAR(64) NOT NULL,
  outcome    VARCHAR(32) NOT NULL,
  purpose    VARCHAR(32) NOT NULL,
  flow       VARBINARY(16),
  account_id VARCHAR(128),
  source     VARCHAR(65536),
  attributes VARCHAR(1000000) NOT NULL,
  PRIMARY KEY (tenant, number)
);
CREATE INDEX IF NOT EXISTS sspr_audit_account ON sspr_audit (tenant, account_id, number);
CREATE INDEX IF NOT EXISTS sspr_audit_age ON sspr_audit (tenant, at);

-- What is still to be looked at between two stores of one password.
CREATE TABLE IF NOT EXISTS sspr_repairs (
  tenant     VARCHAR(64) NOT NULL,
  id         VARCHAR(64) NOT NULL,
  account_id VARCHAR(128) NOT NULL,
  first_generation  VARCHAR(255) NOT NULL,
  second_generation VARCHAR(255) NOT NULL,
  landed_generation VARCHAR(255),
  since      BIGINT NOT NULL,
  not_before BIGINT NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS sspr_repairs_due ON sspr_repairs (tenant, not_before, id);
