-- Security info of an account: one sealed body, replaced by its version.
CREATE TABLE sspr_methods (
  tenant     TEXT COLLATE "C" NOT NULL,
  account_id TEXT COLLATE "C" NOT NULL,
  version    BIGINT NOT NULL,
  body       BYTEA NOT NULL,
  PRIMARY KEY (tenant, account_id)
);

-- What no two accounts of a tenant may share, such as the id of a passkey, as a keyed digest.
CREATE TABLE sspr_method_claims (
  tenant     TEXT COLLATE "C" NOT NULL,
  claim      BYTEA NOT NULL,
  account_id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant, claim),
  FOREIGN KEY (tenant, account_id) REFERENCES sspr_methods (tenant, account_id) ON DELETE CASCADE
);
CREATE INDEX sspr_method_claims_account ON sspr_method_claims (tenant, account_id);
