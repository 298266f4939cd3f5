"""A scripted year of reviewing, with the clock moved, and what must hold at its end."""
