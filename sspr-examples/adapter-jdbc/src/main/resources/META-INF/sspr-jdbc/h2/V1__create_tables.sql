-- Every store role of sspr, for H2 2. Instants are milliseconds since 1970 in UTC.
-- H2 commits after each statement, so each can be run again after a crash half-way.

-- one for all accounts: an account that is deleted and made again never gets an earlier generation
CREATE SEQUENCE IF NOT EXISTS sspr_generations;

CREATE TABLE IF NOT EXISTS sspr_accounts (
  tenant        VARCHAR(64) NOT NULL,
  id            VARCHAR(128) NOT NULL,
  status        VARCHAR(32),
  privilege     VARCHAR(32),
  generation    BIGINT DEFAULT NEXT VALUE FOR sspr_generations NOT NULL,
  locale        VARCHAR(255),
  password_hash VARCHAR(255),
  last_write    VARCHAR(64),
  PRIMARY KEY (tenant, id)
);

-- A name that several accounts have finds none of them. If names are unique in the host, say so as well:
-- CREATE UNIQUE INDEX host_unique_logins ON sspr_logins (tenant, login);
CREATE TABLE IF NOT EXISTS sspr_logins (
  tenant     VARCHAR(64) NOT NULL,
  login      VARCHAR(256) NOT NULL,
  account_id VARCHAR(128) NOT NULL,
  PRIMARY KEY (tenant, login, account_id),
  FOREIGN KEY (tenant, account_id) REFERENCES sspr_accounts (tenant, id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS sspr_destinations (
  tenant      VARCHAR(64) NOT NULL,
  account_id  VARCHAR(128) NOT NULL,
  id          VARCHAR(64) NOT NULL,
  channel     VARCHAR(32) NOT NULL,
  address     VARCHAR(254) NOT NULL,
  verified_at BIGINT,
  position    INTEGER NOT NULL,
  PRIMARY KEY (tenant, account_id, id),
  FOREIGN KEY (tenant, account_id) REFERENCES sspr_accounts (tenant, id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS sspr_words (
  tenant     VARCHAR(64) NOT NULL,
  account_id VARCHAR(128) NOT NULL,
  position   INTEGER NOT NULL,
  word       VARCHAR(256) NOT NULL,
  PRIMARY KEY (tenant, account_id, position),
  FOREIGN KEY (tenant, account_id) REFERENCES sspr_accounts (tenant, id) ON DELETE CASCADE
);

CREATE TABLE IF NOT EXISTS sspr_flows (
  tenant     VARCHAR(64) NOT NULL,
  id         VARBINARY(16) NOT NULL,
  owner      VARBINARY(16) NOT NULL,
  purpose    VARCHAR(32) NOT NULL,
  version    BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  wake_at    BIGINT,
  body       VARBINARY(4096) NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS sspr_flows_owner ON sspr_flows (tenant, owner);
CREATE INDEX IF NOT EXISTS sspr_flows_expiry ON sspr_flows (tenant, expires_at);
CREATE INDEX IF NOT EXISTS sspr_flows_wake ON sspr_flows (tenant, wake_at, id);

CREATE TABLE IF NOT EXISTS sspr_counters (
  tenant    VARCHAR(64) NOT NULL,
  id        VARBINARY(16) NOT NULL,
  total     BIGINT NOT NULL,
  resets_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS sspr_counters_expiry ON sspr_counters (tenant, resets_at);

CREATE TABLE IF NOT EXISTS sspr_sessions (
  tenant     VARCHAR(64) NOT NULL,
  token_hash VARBINARY(32) NOT NULL,
  account_id VARCHAR(128) NOT NULL,
  kind       VARCHAR(32) NOT NULL,
  issued_at  BIGINT NOT NULL,
  PRIMARY KEY (tenant, token_hash)
);
CREATE INDEX IF NOT EXISTS sspr_sessions_account ON sspr_sessions (tenant, account_id, issued_at);
CREATE INDEX IF NOT EXISTS sspr_sessions_age ON sspr_sessions (tenant, issued_at);

-- what was issued earlier is dead, also if another node writes it down later
CREATE TABLE IF NOT EXISTS sspr_revocations (
  tenant        VARCHAR(64) NOT NULL,
  account_id    VARCHAR(128) NOT NULL,
  issued_before BIGINT NOT NULL,
  PRIMARY KEY (tenant, account_id)
);
