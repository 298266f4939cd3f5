"""Pages on which one begins to share."""
