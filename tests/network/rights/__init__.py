"""Every cell of the table of rights, asked of the site."""
