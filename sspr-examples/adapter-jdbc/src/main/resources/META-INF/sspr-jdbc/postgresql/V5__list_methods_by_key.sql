-- Lists what a key has sealed: the first byte of a body is the oldest key that it needs.
CREATE INDEX sspr_methods_key ON sspr_methods (tenant, (SUBSTRING(body FROM 1 FOR 1)), account_id);
