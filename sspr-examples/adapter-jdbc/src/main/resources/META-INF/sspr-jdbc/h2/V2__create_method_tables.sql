-- Security info of an account: one sealed body, replaced by its version.
CREATE TABLE IF NOT EXISTS sspr_methods (
  tenant     VARCHAR(64) NOT NULL,
  account_id VARCHAR(128) NOT NULL,
  version    BIGINT NOT NULL,
  body       VARBINARY(16384) NOT NULL,
  PRIMARY KEY (tenant, account_id)
);

-- What no two accounts of a tenant may share, such as the id of a passkey, as a keyed digest.
CREATE TABLE IF NOT EXISTS sspr_method_claims (
  tenant     VARCHAR(64) NOT NULL,
  claim      VARBINARY(16) NOT NULL,
  account_id VARCHAR(128) NOT NULL,
  PRIMARY KEY (tenant, claim),
  FOREIGN KEY (tenant, account_id) REFERENCES sspr_methods (tenant, account_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS sspr_method_claims_account ON sspr_method_claims (tenant, account_id);

-- a flow's body may be four times as long as before
ALTER TABLE sspr_flows ALTER COLUMN body SET DATA TYPE VARBINARY(16384);
