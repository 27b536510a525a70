-- The id of the last password write: it tells whether a write whose answer was lost has landed.
ALTER TABLE sspr_accounts ADD COLUMN IF NOT EXISTS last_write VARCHAR(64);
