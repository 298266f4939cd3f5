"""Pages on which one looks after what is published."""
