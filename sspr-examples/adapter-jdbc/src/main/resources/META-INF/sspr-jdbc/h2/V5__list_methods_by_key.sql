-- H2 has no index over an expression: it reads all security info of a tenant to list what a key has sealed.
COMMENT ON TABLE sspr_methods IS 'security info, sealed';
