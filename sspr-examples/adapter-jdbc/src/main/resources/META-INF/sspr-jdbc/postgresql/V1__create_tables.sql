-- Every store role of sspr, for PostgreSQL 12 or newer. Instants are milliseconds since 1970 in UTC.
-- Names are compared byte by byte, whatever the collation of the database.

-- one for all accounts: an account that is deleted and made again never gets an earlier generation
CREATE SEQUENCE sspr_generations;

CREATE TABLE sspr_accounts (
  tenant        TEXT COLLATE "C" NOT NULL,
  id            TEXT COLLATE "C" NOT NULL,
  status        TEXT COLLATE "C",
  privilege     TEXT COLLATE "C",
  generation    BIGINT NOT NULL DEFAULT nextval('sspr_generations'),
  locale        TEXT,
  password_hash TEXT,
  PRIMARY KEY (tenant, id)
);

-- A name that several accounts have finds none of them. If names are unique in the host, say so as well:
-- CREATE UNIQUE INDEX host_unique_logins ON sspr_logins (tenant, login);
CREATE TABLE sspr_logins (
  tenant     TEXT COLLATE "C" NOT NULL,
  login      TEXT COLLATE "C" NOT NULL,
  account_id TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant, login, account_id),
  FOREIGN KEY (tenant, account_id) REFERENCES sspr_accounts (tenant, id) ON DELETE CASCADE
);
CREATE INDEX sspr_logins_account ON sspr_logins (tenant, account_id);

CREATE TABLE sspr_destinations (
  tenant      TEXT COLLATE "C" NOT NULL,
  account_id  TEXT COLLATE "C" NOT NULL,
  id          TEXT COLLATE "C" NOT NULL,
  channel     TEXT COLLATE "C" NOT NULL,
  address     TEXT NOT NULL,
  verified_at BIGINT,
  position    INTEGER NOT NULL,
  PRIMARY KEY (tenant, account_id, id),
  FOREIGN KEY (tenant, account_id) REFERENCES sspr_accounts (tenant, id) ON DELETE CASCADE
);

CREATE TABLE sspr_words (
  tenant     TEXT COLLATE "C" NOT NULL,
  account_id TEXT COLLATE "C" NOT NULL,
  position   INTEGER NOT NULL,
  word       TEXT NOT NULL,
  PRIMARY KEY (tenant, account_id, position),
  FOREIGN KEY (tenant, account_id) REFERENCES sspr_accounts (tenant, id) ON DELETE CASCADE
);

CREATE TABLE sspr_flows (
  tenant     TEXT COLLATE "C" NOT NULL,
  id         BYTEA NOT NULL,
  owner      BYTEA NOT NULL,
  purpose    TEXT COLLATE "C" NOT NULL,
  version    BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  wake_at    BIGINT,
  body       BYTEA NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX sspr_flows_owner ON sspr_flows (tenant, owner);
CREATE INDEX sspr_flows_expiry ON sspr_flows (tenant, expires_at);
CREATE INDEX sspr_flows_wake ON sspr_flows (tenant, wake_at, id) WHERE wake_at IS NOT NULL;

CREATE TABLE sspr_counters (
  tenant    TEXT COLLATE "C" NOT NULL,
  id        BYTEA NOT NULL,
  total     BIGINT NOT NULL,
  resets_at BIGINT NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX sspr_counters_expiry ON sspr_counters (tenant, resets_at);

CREATE TABLE sspr_sessions (
  tenant     TEXT COLLATE "C" NOT NULL,
  token_hash BYTEA NOT NULL,
  account_id TEXT COLLATE "C" NOT NULL,
  kind       TEXT COLLATE "C" NOT NULL,
  issued_at  BIGINT NOT NULL,
  PRIMARY KEY (tenant, token_hash)
);
CREATE INDEX sspr_sessions_account ON sspr_sessions (tenant, account_id, issued_at);
CREATE INDEX sspr_sessions_age ON sspr_sessions (tenant, issued_at);

-- what was issued earlier is dead, also if another node writes it down later
CREATE TABLE sspr_revocations (
  tenant        TEXT COLLATE "C" NOT NULL,
  account_id    TEXT COLLATE "C" NOT NULL,
  issued_before BIGINT NOT NULL,
  PRIMARY KEY (tenant, account_id)
);
