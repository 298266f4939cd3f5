"""What follows publication: dates by which to look again, taking off the site, appeals, spot checks."""
