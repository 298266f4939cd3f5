"""Chaos: random edits while the processes of a site are killed; afterwards nothing may be lost, wrong or shown."""
